import { withoutSecrets } from "../github/without-secrets.ts";
import type { Claim, Outcome } from "../store/work-items.ts";

/** Failures in a row after which an item is parked: with the waits below, some 17 minutes. It is still tried again. */
export const MOST_TRIES = 10;
const FIRST_WAIT = 2;
/** Even a quarter longer it is below 15 minutes: so long after GitHub is back everything has been tried once. */
const LONGEST_WAIT = 600;
/** Where a person waits for an answer. */
const LONGEST_OWED_WAIT = 60;
/** GitHub counts limits in whole seconds, on another clock than ours. */
const AFTER_LIMIT = 1;
/** No limit of GitHub's lasts longer, whatever an answer's date makes of it. */
const HOUR = 3_600;

/** Seconds before try number `tries + 1`: 2, 4, 8 …, `longest` at most, spread over ±25 % so that a thousand items do not come back at once. */
export function backOff(tries: number, random: number, longest = LONGEST_WAIT): number {
  return Math.min(longest, FIRST_WAIT * 2 ** (tries - 1)) * (0.75 + random / 2);
}

/** It went well, or there is nothing to do. */
export function succeeded(claim: Claim): Outcome {
  const { installationId, repositoryId, automation, target, token } = claim;
  return {
    ...{ installationId, repositoryId, automation, target, token },
    succeeded: true,
    attempts: 0,
    seconds: 0,
    retryAt: null,
    parked: false,
    error: null,
    againAt: null,
  };
}

/** GitHub's limits, or our own count of them, say when to go on; that is no failure and costs no try. `now` is GitHub's clock, as `retryAt` is. */
export function limited(claim: Claim, retryAt: Date, now: Date): Outcome {
  const seconds = Math.min(HOUR, Math.max(0, (retryAt.getTime() - now.getTime()) / 1000)) + AFTER_LIMIT;
  return { ...succeeded(claim), succeeded: false, attempts: claim.attempts, seconds, retryAt };
}

/**
 * There is more to do, or to see, in `seconds`, and nothing failed. `isTry`: something changed that the next one tells; it
 * costs a try, so that what never holds still ends.
 */
export function later(claim: Claim, seconds: number, isTry = false): Outcome {
  if (!isTry) return { ...succeeded(claim), succeeded: false, attempts: claim.attempts, seconds };
  // As many as that were failures, and this one was none.
  const attempts = (claim.attempts >= MOST_TRIES ? 0 : claim.attempts) + 1;
  return attempts >= MOST_TRIES ? succeeded(claim) : { ...succeeded(claim), succeeded: false, attempts, seconds };
}

/** It failed: again later. From the last of `tries` on it is parked, which is for people to see, and heals on its own. */
export function failed(claim: Claim, error: unknown, random: number, tries = MOST_TRIES): Outcome {
  const attempts = claim.attempts + 1;
  return {
    ...succeeded(claim),
    succeeded: false,
    attempts,
    seconds: backOff(attempts, random, claim.priority === "command" ? LONGEST_OWED_WAIT : LONGEST_WAIT),
    parked: attempts >= tries,
    error: describe(error),
  };
}

/** For the operator: what failed, in at most 300 characters, without anything secret that it may quote. */
export function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : "unknown error";
  // PostgreSQL takes neither half a character nor a NUL.
  return withoutSecrets(text).slice(0, 300).toWellFormed().replaceAll("\0", "");
}
