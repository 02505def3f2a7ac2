import type { Instant } from "../../../records/record.ts";
import { dueBy, type Terms } from "./due.ts";
import { isOpenAt, type Offer } from "./offer.ts";
import { fullPeriods, type Period } from "./periods.ts";

const JUDGED = 6;

export interface JudgedPeriod extends Period {
  /** Updates merged in it. */
  readonly merged: number;
  /** Updates that were older than promised at its end, and not held. */
  readonly late: number;
  /** It began after the first update was offered, and there was something to merge. */
  readonly counts: boolean;
  /** Something was merged in it, be it the rest of a batch, and nothing was late at its end. */
  readonly kept: boolean;
}

/** The last six full periods, the oldest first. */
export function judgedPeriods(offers: readonly Offer[], terms: Terms, now: Date): JudgedPeriod[] {
  const first = offers.reduce((least, { openedAt }) => Math.min(least, openedAt), Number.POSITIVE_INFINITY);
  const mergeable = offers.filter(({ held }) => !held).map((offer) => ({ ...offer, due: dueBy(offer, terms) }));
  return fullPeriods(terms.cadence, now, terms.calendar, JUDGED).map((period) => {
    const { from, to } = period;
    const inIt = (time: Instant | null) => time !== null && time >= from && time < to;
    const merged = offers.filter(({ state, closedAt }) => state === "merged" && inIt(closedAt)).length;
    const late = mergeable.filter((offer) => isOpenAt(offer, to) && offer.due < to).length;
    const couldMerge = mergeable.some(
      ({ openedAt, closedAt }) => openedAt < to && (closedAt === null || closedAt >= from),
    );
    return {
      ...period,
      merged,
      late,
      counts: from >= first && couldMerge,
      kept: late === 0 && merged > 0,
    };
  });
}

/** Something was merged in it, but not all that was due. */
export function endedLate({ merged, late }: JudgedPeriod): boolean {
  return late > 0 && merged > 0;
}

/** k of n. */
export function onTime(periods: readonly JudgedPeriod[]): { readonly kept: number; readonly of: number } {
  const counted = periods.filter(({ counts }) => counts);
  return { kept: counted.filter(({ kept }) => kept).length, of: counted.length };
}
