import type { Action } from "../actions.ts";
import { NotFound } from "../errors.ts";
import type { Applying } from "./applying.ts";
import type { Given } from "./registry.ts";

/**
 * Whether what was made in the last minutes is what this action would make. A pull request is asked for by its number: it
 * may have been merged since, and then another one is due. A check run with other content is none that could be left.
 */
export async function isThere(applying: Applying, action: Action, known: Given, hash: string): Promise<boolean> {
  if (action.action === "set-check-run") return isSameRun(action, known, hash);
  if (action.action !== "create-pull-request" || known.number === null) return true;
  try {
    const { data } = await applying.github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
      ...applying.place,
      pull_number: known.number,
    });
    return data.state === "open";
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

function isSameRun(action: Extract<Action, { action: "set-check-run" }>, known: Given, hash: string): boolean {
  return action.check_run_id === undefined && action.rerequested !== true && known.hash === hash;
}

/** What comes after it in the plan finds it by its ref. */
export function takeAsMade(applying: Applying, action: Action, { number, id }: Given): void {
  if (!("ref" in action)) return;
  if (number !== null) applying.refs.set(action.ref, number);
  if (id !== null) applying.ids.set(action.ref, id);
}
