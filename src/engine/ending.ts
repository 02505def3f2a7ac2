import type { Claim, Ending } from "../store/looks.ts";

/** Tries in a row before a look is parked: with the waits below, some 17 minutes. */
export const MOST_TRIES = 10;
const FIRST_WAIT = 2;
const LONGEST_WAIT = 900;
/** GitHub counts limits in whole seconds, on another clock than ours. */
const AFTER_LIMIT = 1;

/** Seconds before try number `tries + 1`: 2, 4, 8 …, 900 at most, spread over ±25 % so that a thousand looks do not come back at once. */
export function backOff(tries: number, random: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (0.75 + random / 2);
}

/** It went well, or there is nothing to do. */
export function answered(claim: Claim): Ending {
  return {
    id: claim.id,
    jobId: claim.jobId,
    answered: true,
    attempts: 0,
    seconds: 0,
    retryAt: null,
    parked: false,
    error: null,
  };
}

/** GitHub's limits, or our own count of them, say when to go on; that is no failure and costs no try. `now` is GitHub's clock, as `retryAt` is. */
export function limited(claim: Claim, retryAt: Date, now: Date): Ending {
  const seconds = Math.max(0, (retryAt.getTime() - now.getTime()) / 1000) + AFTER_LIMIT;
  return { ...answered(claim), answered: false, attempts: claim.attempts, seconds, retryAt };
}

/**
 * There is more to do, or to see, in `seconds`, and nothing failed. `isTry`: something changed that the next one tells; it
 * costs a try, so that what never holds still ends.
 */
export function later(claim: Claim, seconds: number, isTry = false): Ending {
  const attempts = claim.attempts + (isTry ? 1 : 0);
  if (attempts >= MOST_TRIES) return answered(claim);
  return { ...answered(claim), answered: false, attempts, seconds };
}

/** It failed: again later, or parked after the last try (the next ask starts over). */
export function failed(claim: Claim, error: unknown, random: number, tries = MOST_TRIES): Ending {
  const attempts = claim.attempts + 1;
  const parked = attempts >= tries;
  return {
    ...answered(claim),
    answered: parked,
    attempts: parked ? 0 : attempts,
    seconds: parked ? 0 : backOff(attempts, random),
    parked,
    error: describe(error),
  };
}

/** For the operator: what failed, in at most 300 characters. The kinds of github/errors.ts carry no secret. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : "unknown error";
  // PostgreSQL takes neither half a character nor a NUL.
  return text.slice(0, 300).toWellFormed().replaceAll("\0", "");
}
