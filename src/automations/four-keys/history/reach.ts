import type { Instant } from "../../../records/record.ts";

const DAY_MS = 86_400_000;

/** People ask for the last year. */
const AT_LEAST_MS = 365 * DAY_MS;

/** What was deployed before decides what the first deployment that is counted brought. */
const BEFORE_MS = 90 * DAY_MS;

/** How far back history is read for numbers whose window before begins at `beforeFrom`. */
export function reachOf(now: Instant, beforeFrom: Instant): Instant {
  return Math.min(now - AT_LEAST_MS, beforeFrom - BEFORE_MS);
}
