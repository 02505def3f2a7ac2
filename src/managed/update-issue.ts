import type { UpdateIssue } from "../github/actions.ts";
import { differencesOf, type Fields } from "./differences.ts";

type State = Pick<UpdateIssue, "state" | "state_reason">;

export const CLOSED = { state: "closed", state_reason: "completed" } as const satisfies State;
export const REOPENED = { state: "open", state_reason: "reopened" } as const satisfies State;

/** The one request that brings an issue up to date; null: it is. What is not wanted stays as it is. */
export function updateIssue(
  { number, ...current }: Fields & { readonly number: number },
  { state, state_reason, ...wanted }: Partial<Fields> & State,
  because: string,
): UpdateIssue | null {
  const { changes, expects } = differencesOf(current, wanted);
  if (Object.keys(changes).length === 0 && state === undefined) return null;
  return {
    action: "update-issue",
    number,
    ...changes,
    ...(state === undefined ? {} : { state }),
    ...(state_reason === undefined ? {} : { state_reason }),
    ...(Object.keys(expects).length === 0 ? {} : { expects }),
    because,
  };
}
