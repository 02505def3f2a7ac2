import type { WebhookEvent } from "./automation.ts";
import { at } from "./payload.ts";

/** GitHub lists at most this many commits in a push. */
const MOST_COMMITS = 2_048;

export function isOnDefaultBranch({ payload }: WebhookEvent): boolean {
  return payload.ref === `refs/heads/${String(at(payload, "repository", "default_branch"))}`;
}

/** Whether a push changed such a file on the default branch, as far as GitHub tells. */
export function pushChanges(event: WebhookEvent, isIt: (path: string) => boolean): boolean {
  if (!isOnDefaultBranch(event)) return false;
  const { payload } = event;
  const commits: readonly unknown[] = Array.isArray(payload.commits) ? payload.commits : [];
  // What a force push drops, or a huge push brings, is not listed.
  if (payload.forced === true || commits.length === 0 || commits.length >= MOST_COMMITS) return true;
  return commits.some((commit) =>
    ["added", "modified", "removed"].some((kind) => {
      const paths = at(commit, kind);
      return Array.isArray(paths) && paths.some((path) => isIt(String(path)));
    }),
  );
}
