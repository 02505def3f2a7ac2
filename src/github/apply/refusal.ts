import type { Action } from "../actions.ts";
import { Forbidden, type GitHubError, NotFound, RateLimited, Rejected, Throttled } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { Applying } from "./applying.ts";
import type { Refusal } from "./registry.ts";

const LONGEST_REASON = 200;

/** GitHub understood the request and refuses it. An unknown token (401) refuses everything and is a failure instead. */
export function isRefusal(error: unknown): error is GitHubError {
  return error instanceof Rejected || error instanceof NotFound || (error instanceof Forbidden && error.status !== 401);
}

/** Something in this write is wrong; a 403 or 404 may concern all writes. */
export function isOfOneWrite(error: GitHubError): boolean {
  return error instanceof Rejected;
}

/** Sub-issues that are linked quickly or in parallel collide on their order within GitHub. */
export function isTransient(error: GitHubError): boolean {
  return error instanceof Rejected && /priority has already been taken/i.test(error.message);
}

/** After a refusal or a limit nothing was created; after a timeout or a 502 something may have been. */
export function isCertainlyNotMade(error: unknown): boolean {
  return isRefusal(error) || error instanceof RateLimited || error instanceof Throttled;
}

export function refusalOf(
  applying: Applying,
  action: Action,
  identity: string | null,
  hash: string,
  error: Pick<GitHubError, "status" | "message">,
): Refusal {
  const number = "number" in action ? action.number : null;
  return {
    action: action.action,
    identity,
    number: typeof number === "number" ? number : number === null ? null : (applying.refs.get(number.ref) ?? null),
    part: null,
    value: null,
    status: error.status,
    reason: error.message.replace(/^\S+ \S+: \d+ /, "").slice(0, LONGEST_REASON),
    hash,
  };
}

/** The parts that the action had to leave out. */
export function partRefusals(
  applying: Applying,
  action: Action,
  identity: string | null,
  hash: string,
): readonly Refusal[] {
  return applying.parts.map(({ part, value, error }) => ({
    ...refusalOf(applying, action, identity, hashOf(`${hash}/${part}/${value}`), error),
    part,
    number: "ref" in action ? (applying.refs.get(action.ref) ?? null) : numberIn(action),
    value,
  }));
}

function numberIn(action: Action): number | null {
  return "number" in action && typeof action.number === "number" ? action.number : null;
}
