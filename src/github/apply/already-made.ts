import type { Action } from "../actions.ts";
import { orNullIfGone } from "../error-meaning.ts";
import type { Applying } from "./applying.ts";
import type { Given } from "./registry.ts";

/**
 * Whether an item created in the last minutes is the one that this action would create. An item that may be gone since is
 * read by its number: a pull request that was merged, a check run that does not exist.
 */
export async function isThere(applying: Applying, action: Action, known: Given, hash: string): Promise<boolean> {
  const { github, repo } = applying;
  switch (action.action) {
    case "set-check-run": {
      const isSame = action.check_run_id === undefined && action.rerequested !== true && known.hash === hash;
      if (!isSame || known.id === null) return false;
      const route = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}";
      return isFound(github.rest(route, { ...repo, check_run_id: known.id }).then(() => true));
    }
    case "create-pull-request": {
      if (known.number === null) return true;
      const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
      return isFound(
        github.rest(route, { ...repo, pull_number: known.number }).then(({ data }) => data.state === "open"),
      );
    }
    default:
      return true;
  }
}

async function isFound(asked: Promise<boolean>): Promise<boolean> {
  return (await orNullIfGone(asked)) ?? false;
}

/** Later actions in the plan find it by its ref. */
export function takeAsMade(applying: Applying, action: Action, { number, id }: Given): void {
  if (!("ref" in action)) return;
  if (number !== null) applying.refs.set(action.ref, number);
  if (id !== null) applying.ids.set(action.ref, id);
}
