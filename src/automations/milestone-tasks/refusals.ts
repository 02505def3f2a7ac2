import type { Action } from "../../github/actions.ts";
import type { Refusal } from "../../github/apply/registry.ts";
import type { ReconcileContext } from "../automation.ts";

const NOT_FOUND = 404;
/** One may be about an issue that is gone. */
const A_FEW = 2;

/**
 * What GitHub refuses as a whole, by the identity of what was to be created. A plan must keep naming it so that it
 * stays known.
 */
export function isRefused(identity: string, { refusals }: ReconcileContext): boolean {
  return refusals.some((refusal) => refusal.identity === identity && refusal.value === null);
}

export function refusedOf(action: Action["action"], { refusals }: ReconcileContext): readonly Refusal[] {
  return refusals.filter((refusal) => refusal.action === action && refusal.value === null);
}

/** Whether this GitHub lacks the feature: an Enterprise Server answers 404 for what is newer than it. */
export function isUnsupported(action: Action["action"], context: ReconcileContext): boolean {
  return refusedOf(action, context).filter(({ status }) => status === NOT_FOUND).length >= A_FEW;
}

/** Logins and labels that were left out when issues were created or changed, by the number. */
export function refusedParts({
  refusals,
}: ReconcileContext): readonly { readonly number: number | null; readonly value: string }[] {
  return refusals.flatMap(({ action, number, value }) =>
    value !== null && (action === "create-issue" || action === "update-issue") ? [{ number, value }] : [],
  );
}
