import { type Merging, mergeCommit, rebaseCommits, squashCommit } from "../git/make.ts";
import { Refused } from "../refused.ts";
import type { Sha, SimPull, SimRepo } from "../state.ts";
import { type Acting, pullOf, tell } from "./acting.ts";
import { deleteMergedHead } from "./delete-merged-head.ts";
import { moveBranch } from "./push.ts";

export interface MergePull {
  readonly merge_method?: "merge" | "squash" | "rebase";
  readonly commit_title?: string;
  readonly commit_message?: string;
  /** The head must still be this commit, else 409. */
  readonly sha?: Sha;
}

const ALLOWING = { merge: "allow_merge_commit", squash: "allow_squash_merge", rebase: "allow_rebase_merge" } as const;
const KINDS = { merge: "Merge commits", squash: "Squash merges", rebase: "Rebase merges" } as const;

/** Merges a pull request as GitHub does; 405 if it cannot be merged, 409 if its head differs from the given one. */
export function mergePull(acting: Acting, repo: SimRepo, number: number, how: MergePull = {}): SimPull {
  const pull = pullOf(repo, number);
  const { state } = acting;
  const base = repo.branches.get(pull.base);
  if (pull.state !== "open" || pull.draft || base === undefined || pull.mergeable === "CONFLICTING") {
    throw new Refused(405, "Pull Request is not mergeable");
  }
  if (how.sha !== undefined && how.sha !== pull.head_sha) {
    throw new Refused(409, "Head branch was modified. Review and try the merge again.");
  }
  const method = how.merge_method ?? "merge";
  if (!repo[ALLOWING[method]]) {
    throw new Refused(405, `${KINDS[method]} are not allowed on this repository.`);
  }
  const tip = landed(repo, pull, method, { base, head: pull.head_sha, author: acting.login, at: state.now }, how);
  markMerged(acting, pull, { method, sha: tip, base });
  moveBranch(acting, repo, pull.base, tip);
  tell(acting, repo, "pull_request", "closed", { number });
  deleteMergedHead(acting, repo, pull);
  return pull;
}

/** Records that it was merged, with which commit, and onto which tip of its base. */
export function markMerged(
  { state, login }: Acting,
  pull: SimPull,
  { method, sha, base }: { method: NonNullable<SimPull["merge_method"]>; sha: Sha; base: Sha },
): void {
  pull.state = "merged";
  pull.base_sha = base;
  pull.merge_method = method;
  pull.merge_commit_sha = sha;
  pull.merged_at = state.now;
  pull.merged_by = login;
  pull.closed_at = state.now;
  pull.closed_by = login;
  pull.updated_at = state.now;
}

/** Creates the commit that merging would put on the base, without moving the branch; returns its sha. */
export function landed(repo: SimRepo, pull: SimPull, method: string, merging: Merging, how: MergePull): Sha {
  if (method === "rebase") {
    const last = rebaseCommits(repo, merging).at(-1);
    if (last === undefined) throw new Refused(405, "This branch can't be rebased");
    return last.sha;
  }
  if (method === "squash") {
    const title = how.commit_title ?? `${pull.title} (#${pull.number})`;
    return squashCommit(repo, merging, worded(title, how.commit_message ?? messages(repo, pull))).sha;
  }
  const owner = (pull.head_repo ?? "unknown repository").split("/")[0];
  const title = how.commit_title ?? `Merge pull request #${pull.number} from ${owner}/${pull.head}`;
  return mergeCommit(repo, merging, worded(title, how.commit_message ?? pull.title)).sha;
}

function worded(title: string, message: string): string {
  return message === "" ? title : `${title}\n\n${message}`;
}

/** GitHub's default text of a squash: the commits' messages as a list when there are several. */
function messages(repo: SimRepo, pull: SimPull): string {
  if (pull.commits.length < 2) return "";
  return pull.commits.map((sha) => `* ${repo.commits.get(sha)?.message ?? ""}`).join("\n\n");
}
