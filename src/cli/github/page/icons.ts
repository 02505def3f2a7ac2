import { Html } from "../../html.ts";

const strokes = {
  repository: '<path d="M3 12.5V3a1.5 1.5 0 0 1 1.5-1.5H13v10H4.5A1.5 1.5 0 0 0 3 13a1.5 1.5 0 0 0 1.5 1.5H13v-3"/>',
  pull: '<circle cx="4" cy="3.5" r="1.75"/><circle cx="4" cy="12.5" r="1.75"/><circle cx="12" cy="12.5" r="1.75"/><path d="M4 5.25v5.5M12 10.75V5.5a2 2 0 0 0-2-2H7.5M9.25 1.5l-2 2 2 2"/>',
  draft:
    '<circle cx="4" cy="3.5" r="1.75"/><circle cx="4" cy="12.5" r="1.75"/><circle cx="12" cy="12.5" r="1.75"/><path d="M4 5.25v5.5M12 3v1M12 6.5v1"/>',
  merged:
    '<circle cx="4.5" cy="3.5" r="1.75"/><circle cx="4.5" cy="12.5" r="1.75"/><circle cx="12" cy="8.5" r="1.75"/><path d="M4.5 5.25v5.5M4.5 5.25c.4 2 2.4 3.25 5.75 3.25"/>',
  closed:
    '<circle cx="4" cy="3.5" r="1.75"/><circle cx="4" cy="12.5" r="1.75"/><circle cx="12" cy="12.5" r="1.75"/><path d="M4 5.25v5.5M12 10.75V7.5M10 2l4 4M14 2l-4 4"/>',
  issue: '<circle cx="8" cy="8" r="6.25"/><circle cx="8" cy="8" r="1" fill="currentColor"/>',
  done: '<circle cx="8" cy="8" r="6.25"/><path d="M5.25 8.25l2 2 3.5-4"/>',
  success:
    '<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><path class="cut" d="M5 8.25l2.1 2.1L11 6"/>',
  failure:
    '<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><path class="cut" d="M5.5 5.5l5 5M10.5 5.5l-5 5"/>',
  attention:
    '<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><path class="cut" d="M8 4.25v4.5M8 11v.75"/>',
  neutral:
    '<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><rect class="cut" x="6" y="6" width="4" height="4"/>',
  pending: '<circle cx="8" cy="8" r="4.5" fill="currentColor" stroke="none"/>',
  commit: '<circle cx="8" cy="8" r="3"/><path d="M1 8h4M11 8h4"/>',
  label: '<path d="M2 2.5h5.5l6 6-5 5-6.5-6.5z"/><circle cx="5" cy="5.5" r=".75" fill="currentColor"/>',
  release: '<path d="M2 2.5h5.5l6 6-5 5-6.5-6.5z"/><circle cx="5" cy="5.5" r=".75" fill="currentColor"/>',
  milestone: '<path d="M8 1.5V4M8 10.5v4M3 4h8.5L14 7.25 11.5 10.5H3z"/>',
  project: '<rect x="2" y="2" width="12" height="12" rx="1.5"/><path d="M5.5 5v6M8 5v3M10.5 5v4.5"/>',
  app: '<rect x="2.5" y="2.5" width="4" height="4" rx=".5"/><rect x="9.5" y="2.5" width="4" height="4" rx=".5"/><rect x="2.5" y="9.5" width="4" height="4" rx=".5"/><path d="M11.5 9.5v4M9.5 11.5h4"/>',
  comment: '<path d="M2 3h12v8.5H7.5L4.5 14v-2.5H2z"/>',
  eye: '<path d="M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.75"/>',
  edit: '<path d="M10.5 2.5l3 3-8 8H2.5v-3z"/>',
} as const;

export type IconName = keyof typeof strokes;

/** A drawing of 16 × 16 that takes the color of the text around it; said to screen readers when it has a `label`. */
export function icon(name: IconName, label?: "open" | "draft" | "merged" | "closed" | "passed" | "failed"): Html {
  const role = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${label}"`;
  return new Html(
    `<svg class="icon icon-${name}" viewBox="0 0 16 16" width="16" height="16" ${role}>${strokes[name]}</svg>`,
  );
}

/** Detoil's own mark: a loop that closes. */
export const mark = new Html(
  '<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M26 16a10 10 0 1 1-3.2-7.3"/><path d="M23.5 3.5v5.8h-5.8"/><circle cx="16" cy="16" r="2.6"/></svg>',
);
