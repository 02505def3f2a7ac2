import {
  Forbidden,
  type GitHubError,
  LostTarget,
  NotFound,
  NotVisibleYet,
  PlaceNotFound,
  Preempted,
  RateLimited,
  type RefusedField,
  Rejected,
  StaleFacts,
  Throttled,
  TooCostly,
  Unavailable,
} from "./errors.ts";

/** What GitHub's own words add to a refusal. */
export type RefusedAs =
  /** What is asked for is so already. */
  | "already so"
  /** It collided with another request within GitHub, which advises to try again. */
  | "collided"
  /** A private repository of a Free plan has no drafts (REST description of the request; getsentry/seer#1493). */
  | "no drafts"
  | "invalid";

/** What an error means for whoever wanted something of GitHub. What follows from it is the caller's to say. */
export type Meaning =
  /** It is not there, or not for this App to see. Nothing was done. */
  | { readonly is: "gone" }
  /** The same, of the repository or the whole installation. */
  | { readonly is: "place gone" }
  /** A permission is missing. Nothing was done. */
  | { readonly is: "not permitted" }
  /** The token or the key is unknown. Nothing was done. */
  | { readonly is: "not authenticated" }
  /** GitHub understood and refuses: the same again is refused again. Nothing was done. */
  | { readonly is: "refused"; readonly as: RefusedAs; readonly fields: readonly RefusedField[] }
  /** GitHub accepts nothing more before this time, which is its own clock's. Nothing was done. */
  | { readonly is: "limited"; readonly until: Date }
  /** Detoil holds the next write back, until GitHub's time or for some seconds. Nothing was done. */
  | { readonly is: "throttled"; readonly until: Date | null; readonly seconds: number }
  /** A person waits, and goes first. Nothing was done. */
  | { readonly is: "preempted" }
  /** Another worker has it. Nothing was done. */
  | { readonly is: "taken over" }
  /** What was read is no longer so: reconcile again. */
  | { readonly is: "stale" }
  /** GitHub does not show yet what it will show soon. */
  | { readonly is: "not visible yet"; readonly seconds: number }
  /** The query was too much at once; a smaller one may be answered. A guess: a 502 may also be an outage. */
  | { readonly is: "too costly"; readonly isGuess: boolean }
  /** GitHub failed, or did not answer: whether it did something is not known. Try again later. */
  | { readonly is: "unavailable" }
  /** Of our own making, or unheard of. */
  | { readonly is: "unknown" };

/** The one place that tells kinds of errors apart; failure.ts has made them from GitHub's answers. */
export function meaningOf(error: unknown): Meaning {
  if (error instanceof PlaceNotFound) return { is: "place gone" };
  if (error instanceof NotFound) return { is: "gone" };
  if (error instanceof Forbidden) return { is: error.status === 401 ? "not authenticated" : "not permitted" };
  if (error instanceof Rejected) return { is: "refused", as: refusedAs(error), fields: error.fields };
  if (error instanceof RateLimited) return { is: "limited", until: error.retryAt };
  if (error instanceof Throttled) return { is: "throttled", until: error.retryAt, seconds: error.seconds };
  if (error instanceof Preempted) return { is: "preempted" };
  if (error instanceof LostTarget) return { is: "taken over" };
  if (error instanceof StaleFacts) return { is: "stale" };
  if (error instanceof NotVisibleYet) return { is: "not visible yet", seconds: error.seconds };
  if (error instanceof TooCostly) return { is: "too costly", isGuess: error.status !== 200 };
  if (error instanceof Unavailable) return { is: "unavailable" };
  return { is: "unknown" };
}

/** GitHub says it in a code, or in words alone: "A pull request already exists for acme:develop." */
export function refusedAs({ message, fields }: Rejected): RefusedAs {
  if (fields.some(({ code }) => code === "already_exists")) return "already so";
  if (/duplicate|already (?:exists|added|a sub-issue)/i.test(message)) return "already so";
  if (/priority has already been taken/i.test(message)) return "collided";
  if (/draft pull requests are not supported/i.test(message)) return "no drafts";
  return "invalid";
}

export function isGone(error: unknown): error is NotFound {
  const { is } = meaningOf(error);
  return is === "gone" || is === "place gone";
}

/** Something in the request is wrong. */
export function isRefused(error: unknown): error is Rejected {
  return meaningOf(error).is === "refused";
}

/** GitHub answered, and not with what was asked. An unknown token is a failure instead: it says nothing of the request. */
export function isRefusal(error: unknown): error is GitHubError {
  return isGone(error) || isRefused(error) || meaningOf(error).is === "not permitted";
}

/** The answer, or null where what was asked for is gone. */
export async function orNullIfGone<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
