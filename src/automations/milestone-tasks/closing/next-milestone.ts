import { LONGEST_MILESTONE_TITLE } from "../../../github-limits.ts";
import { cut, lengthOf } from "../../../markdown/length.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Milestone, OneMilestone } from "../facts.ts";
import { isMatched } from "../settings.ts";
import { isOfCalendar } from "./calendar-period.ts";

const NEXT = " (next)";
const SECOND_NEXT = " (next 2)";

/** Where the open tasks of a closed milestone go: an open milestone, or one to be created. */
type NextMilestone = { readonly kind: "open"; readonly milestone: Milestone } | NewMilestone;

interface NewMilestone {
  readonly kind: "new";
  readonly title: string;
}

/**
 * The next open milestone by date that sre.yml matches; or else the one whose title counts this one's up, created if
 * necessary. A milestone without a date does not follow any date, so it only counts where the closed one has none
 * either.
 */
export function nextMilestone(
  { milestone, others }: OneMilestone,
  context: ReconcileContext<"milestones">,
): NextMilestone {
  const next = others
    .filter(({ open, title }) => open && isMatched(title, context.section))
    .filter(({ due }) => milestone.due === null || (due !== null && due >= milestone.due))
    .sort(byDate)[0];
  return next === undefined ? countedOn(milestone.title, others) : { kind: "open", milestone: next };
}

/** Titles of closed milestones are skipped: a closed one cannot receive tasks. */
function countedOn(closed: string, others: readonly Milestone[]): NextMilestone {
  const byTitle = new Map(others.map((other) => [other.title.toLowerCase(), other]));
  let title = countedUp(closed);
  for (;;) {
    const found = byTitle.get(title.toLowerCase());
    if (found === undefined) return { kind: "new", title };
    if (found.open) return { kind: "open", milestone: found };
    title = countedUp(title);
  }
}

/**
 * `v1.2` → `v1.3`, `Sprint 09` → `Sprint 10`, `Cleaning` → `Cleaning (next)` → `Cleaning (next 2)`. A date or a period
 * cannot be counted up: `Nov 30` → `Nov 30 (next)`.
 */
function countedUp(title: string): string {
  const last = [...title.matchAll(/\d+/g)].at(-1);
  if (last !== undefined && !isOfCalendar(title, last.index, last.index + last[0].length)) {
    const next = String(BigInt(last[0]) + 1n).padStart(last[0].length, "0");
    const end = `${next}${title.slice(last.index + last[0].length)}`;
    if (lengthOf(end) <= LONGEST_MILESTONE_TITLE) return withEnd(title.slice(0, last.index), end);
  }
  return title.endsWith(NEXT) ? withEnd(title.slice(0, -NEXT.length), SECOND_NEXT) : withEnd(title, NEXT);
}

/** Cut to what GitHub takes; the part that distinguishes it from the previous title stays. */
function withEnd(start: string, end: string): string {
  return `${cut(start, LONGEST_MILESTONE_TITLE - lengthOf(end))}${end}`;
}

/** Earlier dates first, none last, ties by number. */
function byDate(a: Milestone, b: Milestone): number {
  if (a.due === b.due) return a.number - b.number;
  if (a.due === null || b.due === null) return a.due === null ? 1 : -1;
  return a.due < b.due ? -1 : 1;
}
