import type { Instant } from "../../../records/record.ts";
import { batchStarts } from "../measuring/batches.ts";
import type { Terms } from "../measuring/due.ts";
import { fullPeriods } from "../measuring/periods.ts";
import type { Update } from "../reading/update.ts";

const PERIODS = 6;
/** Six gaps, and one batch before them, so that the first of the seven is known to be one's first. */
const BATCHES = 8;
/** Three years, and what a half-year may begin before: nobody is measured by what is older. */
const LONGEST_MS = 1_280 * 86_400_000;

/**
 * Whether closed pull requests are read far enough back, all that were updated at `from` or later: over the last six periods, to
 * an update that was offered before them, and over as many batches as are measured.
 */
export function isFarEnough(closed: readonly Update[], from: Instant, terms: Terms, now: Date): boolean {
  if (from <= now.getTime() - LONGEST_MS) return true;
  const start = fullPeriods(terms.cadence, now, terms.calendar, PERIODS)[0]?.from ?? 0;
  if (from > start || closed.every(({ openedAt }) => openedAt >= start)) return false;
  const merges = closed.flatMap(({ state, closedAt }) => (state === "merged" && closedAt !== null ? [closedAt] : []));
  return batchStarts(merges).length >= BATCHES;
}
