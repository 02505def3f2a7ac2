import type { Overview } from "../../../metrics/overview.ts";
import type { DefinitionChange } from "../../../records/definitions.ts";
import { named } from "./links.ts";
import type { View } from "./view.ts";

/** The latest; older ones are in sre.yml's history. */
const MOST = 3;
const WEEK_MS = 7 * 86_400_000;

/** Beside the name of a week in which something else began to count. It means nothing in Markdown and Mermaid. */
export const MARK = "†";

/** The first days of the weeks with a change. */
export function markedWeeks(weeks: Overview["weeks"], changes: readonly DefinitionChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => weekOf(weeks, change) ?? []));
}

/** What began to count otherwise in the weeks that are shown, or since; null: nothing. */
export function changesPart(weeks: Overview["weeks"], changes: readonly DefinitionChange[], view: View): string | null {
  const [first] = weeks;
  const shown = changes.filter(({ at }) => first !== undefined && at >= first.from).slice(-MOST);
  if (shown.length === 0) return null;
  const lines = shown.map((change) => {
    const keys = change.keys.map(named).join(view.text.comma);
    const mark = weekOf(weeks, change) === null ? "" : `${MARK} `;
    return `${mark}${view.text.countedAnew(keys, view.moment(change.at))}`;
  });
  return [...lines, view.text.countedBefore].join("<br>");
}

function weekOf(weeks: Overview["weeks"], { at }: DefinitionChange): string | null {
  const week = weeks.findLast(({ from }) => from <= at);
  return week === undefined || at >= week.from + WEEK_MS ? null : week.start;
}
