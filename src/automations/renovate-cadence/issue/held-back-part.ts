import type { Dashboard } from "../facts.ts";
import type { HeldBackSection } from "../reading/dashboard.ts";
import { dashboardLink } from "./links.ts";
import type { View } from "./view.ts";

/** What Renovate knows and keeps no pull request open for, by the reason; null: nothing. */
export function heldBackPart(dashboard: Dashboard | null, view: View): string | null {
  if (dashboard === null || dashboard.heldBack.length === 0) return null;
  const { text } = view;
  const counts = new Map<HeldBackSection, number>();
  for (const { section } of dashboard.heldBack) counts.set(section, (counts.get(section) ?? 0) + 1);
  const lines = [...counts].sort(([, a], [, b]) => b - a).map(([section, count]) => text.heldBackIn(section, count));
  return [
    text.heldBack(dashboardLink(dashboard.number, view), dashboard.heldBack.length),
    ...lines.map((line) => `- ${line}`),
  ].join("\n");
}
