import type { Action } from "../actions.ts";
import { isRefusal, meaningOf } from "../error-meaning.ts";
import type { GitHubError } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { Applying } from "./applying.ts";
import type { Refusal } from "./registry.ts";

const LONGEST_REASON = 200;

/** Sub-issues that are linked quickly or in parallel collide on their order within GitHub. */
export function isTransient(error: unknown): boolean {
  const meaning = meaningOf(error);
  return meaning.is === "refused" && meaning.as === "collided";
}

/** After a refusal or a limit nothing was created; after a timeout or a 502 something may have been. */
export function isCertainlyNotMade(error: unknown): boolean {
  const { is } = meaningOf(error);
  return isRefusal(error) || is === "limited" || is === "throttled";
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
