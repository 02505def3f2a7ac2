import { statisticOf } from "../../../metrics/statistic.ts";
import type { Instant } from "../../../records/record.ts";
import { batchStarts, latestGaps } from "./batches.ts";
import { type Breaches, breachesOf, isBroken } from "./broken.ts";
import type { CadenceName } from "./cadence.ts";
import type { Terms } from "./due.ts";
import { earliestOf, latestOf } from "./extremes.ts";
import { type JudgedPeriod, judgedPeriods, onTime } from "./judged-periods.ts";
import type { Offer } from "./offer.ts";
import { proposedCadence } from "./proposed.ts";
import { daysBetween } from "./waiting.ts";

const DAY_SECONDS = 86_400;

export interface Measured {
  readonly promised: string;
  /** Of the latest six gaps between batches of merges, to a tenth; null: fewer than two batches. */
  readonly keptMedianDays: number | null;
  readonly onTime: { readonly kept: number; readonly of: number };
  readonly lastMergedAt: Instant | null;
  readonly oldestOpenDays: number | null;
  /** null: the promise is kept, or none can be proposed. */
  readonly proposed: CadenceName | null;
  readonly broken: boolean;
  readonly breaches: Breaches;
  readonly periods: readonly JudgedPeriod[];
}

/** The promise against what was kept. */
export function measure(offers: readonly Offer[], terms: Terms, now: Date): Measured {
  const merges = offers.flatMap(({ state, closedAt }) => (state === "merged" && closedAt !== null ? [closedAt] : []));
  const gaps = latestGaps(batchStarts(merges));
  const periods = judgedPeriods(offers, terms, now);
  const breaches = breachesOf(offers, periods, terms, now.getTime());
  const broken = isBroken(breaches);
  const median = statisticOf(gaps, "p50");
  const oldest = earliestOf(offers.flatMap(({ state, openedAt }) => (state === "open" ? [openedAt] : [])));
  return {
    promised: terms.cadence.name,
    keptMedianDays: median === null ? null : Math.round((median / DAY_SECONDS) * 10) / 10,
    onTime: onTime(periods),
    lastMergedAt: latestOf(merges),
    oldestOpenDays: oldest === null ? null : daysBetween(oldest, now.getTime()),
    proposed: broken ? proposedCadence(gaps) : null,
    broken,
    breaches,
    periods,
  };
}
