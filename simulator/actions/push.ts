import { makeCommit, type NewCommit } from "../git/make.ts";
import { NO_SHA } from "../git/sha.ts";
import { isAncestor } from "../git/walk.ts";
import { Refused } from "../refused.ts";
import type { Sha, SimRepo } from "../state.ts";
import { type Acting, tell } from "./acting.ts";
import { autoCreateSuite } from "./check-suites.ts";
import { refreshPulls } from "./refresh-pulls.ts";

export interface PushedCommit {
  readonly message: string;
  /** Path → content, null to delete. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** Login or name; default who pushes. */
  readonly author?: string;
  /** Further parents beside the branch's tip: makes it a merge. */
  readonly merges?: readonly Sha[];
}

/**
 * Commits to a branch, which starts at `from` (default: the default branch) if it does not exist yet, or is pushed `anew`;
 * returns its new tip.
 */
export function pushCommits(
  acting: Acting,
  repo: SimRepo,
  branch: string,
  pushed: readonly PushedCommit[],
  { from, anew = false }: { readonly from?: Sha | undefined; readonly anew?: boolean } = {},
): Sha {
  let tip = (anew ? undefined : repo.branches.get(branch)) ?? from ?? repo.branches.get(repo.default_branch);
  for (const one of pushed) {
    const made: NewCommit = {
      parents: [...(tip === undefined ? [] : [tip]), ...(one.merges ?? [])],
      message: one.message,
      author: one.author ?? acting.login,
      at: acting.state.now,
      files: new Map(Object.entries(one.files ?? {})),
    };
    tip = makeCommit(repo, made).sha;
  }
  if (tip === undefined) throw new Refused(409, "Git Repository is empty.");
  moveBranch(acting, repo, branch, tip);
  return tip;
}

/** Moves or creates a branch at a commit; the push is announced and pull requests follow. */
export function moveBranch(acting: Acting, repo: SimRepo, branch: string, sha: Sha): void {
  if (!repo.commits.has(sha)) throw new Refused(422, "Object does not exist");
  const before = repo.branches.get(branch);
  if (before === sha) return;
  repo.branches.set(branch, sha);
  repo.pushed_at = acting.state.now;
  if (before === undefined) tell(acting, repo, "create", null, { ref: branch, ref_type: "branch" });
  const forced = before !== undefined && !isAncestor(repo.commits, before, sha);
  tell(acting, repo, "push", null, { ref: `refs/heads/${branch}`, before: before ?? NO_SHA, after: sha, forced });
  autoCreateSuite(acting, repo, sha);
  refreshPulls(acting, repo, branch, before ?? NO_SHA, sha);
}

/** Deletes a branch; open pull requests from it or into it are closed, as GitHub does. */
export function deleteBranch(acting: Acting, repo: SimRepo, branch: string): void {
  const before = repo.branches.get(branch);
  if (before === undefined) throw new Refused(422, "Reference does not exist");
  repo.branches.delete(branch);
  repo.pushed_at = acting.state.now;
  tell(acting, repo, "delete", null, { ref: branch, ref_type: "branch" });
  tell(acting, repo, "push", null, { ref: `refs/heads/${branch}`, before, after: NO_SHA, forced: false });
  const { now } = acting.state;
  for (const pull of repo.pulls.values()) {
    const gone = pull.base === branch || (pull.head === branch && pull.head_repo === repo.name);
    if (pull.state !== "open" || !gone) continue;
    Object.assign(pull, { state: "closed", closed_at: now, closed_by: acting.login, updated_at: now });
    tell(acting, repo, "pull_request", "closed", { number: pull.number });
  }
}

/** Creates a tag at a commit. */
export function createTag(acting: Acting, repo: SimRepo, name: string, sha: Sha, annotated = false): void {
  if (!repo.commits.has(sha)) throw new Refused(422, "Object does not exist");
  if (repo.tags.has(name)) throw new Refused(422, "Reference already exists");
  repo.tags.set(name, { name, sha, at: acting.state.now, annotated });
  repo.pushed_at = acting.state.now;
  tell(acting, repo, "create", null, { ref: name, ref_type: "tag" });
  tell(acting, repo, "push", null, { ref: `refs/tags/${name}`, before: NO_SHA, after: sha, forced: false });
}

/** Deletes a tag. */
export function deleteTag(acting: Acting, repo: SimRepo, name: string): void {
  const before = repo.tags.get(name)?.sha;
  if (before === undefined) throw new Refused(422, "Reference does not exist");
  repo.tags.delete(name);
  tell(acting, repo, "delete", null, { ref: name, ref_type: "tag" });
  tell(acting, repo, "push", null, { ref: `refs/tags/${name}`, before, after: NO_SHA, forced: false });
}
