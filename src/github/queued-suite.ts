import { A_PAGE } from "../github-limits.ts";
import type { GitHub } from "./client.ts";
import { orNullIfGone } from "./error-meaning.ts";
import type { OwnCheckRun } from "./own-check.ts";
import type { RepoRef } from "./repo-ref.ts";

/** All checks of this App on one commit while its suite is queued. */
export interface QueuedSuite {
  readonly headOid: string;
  /** The branch that it was pushed to; null: GitHub knows none (any more), or it lies in a fork. */
  readonly headBranch: string | null;
  /** The latest of each name; none: GitHub created the suite on its own at a push. */
  readonly runs: readonly (OwnCheckRun & { readonly name: string })[];
}

/**
 * This App's suite of that id; null if nothing waits for it: it is completed, gone, or another App's. A person's "Re-run"
 * resets it to queued and leaves its runs unchanged until they are written (docs.github.com, "Rerequest a check suite").
 */
export async function queuedSuite(github: GitHub, { owner, name }: RepoRef, id: number): Promise<QueuedSuite | null> {
  const suite = { owner, repo: name, check_suite_id: id };
  const found = await orNullIfGone(github.rest("GET /repos/{owner}/{repo}/check-suites/{check_suite_id}", suite));
  if (found === null || found.data.app?.slug !== github.self.slug || found.data.status === "completed") return null;
  const route = "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs";
  // One page: this App creates a few.
  const listed = await orNullIfGone(github.rest(route, { ...suite, filter: "latest", per_page: A_PAGE }));
  if (listed === null) return null;
  const runs = listed.data.check_runs.map(({ id, name, conclusion, output: { title, summary } }) => ({
    ...{ id, name, conclusion, title, summary },
    rerequested: conclusion !== null,
  }));
  return { headOid: found.data.head_sha, headBranch: found.data.head_branch, runs };
}
