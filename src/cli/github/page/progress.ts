import { type Html, html } from "../../html.ts";

/** "2 of 4" with a bar; nothing where there is nothing to count. */
export function progress(done: number, total: number): Html | null {
  if (total === 0) return null;
  return html`<span class="progress"><progress value="${done}" max="${total}"></progress>${done} of ${total}</span>`;
}
