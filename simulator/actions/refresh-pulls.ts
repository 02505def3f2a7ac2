import { conflicts } from "../git/changes.ts";
import { oldestFirst } from "../git/order.ts";
import { diverge, isAncestor } from "../git/walk.ts";
import type { Sha, SimPull, SimRepo } from "../state.ts";
import { type Acting, tell } from "./acting.ts";

/**
 * What a moved branch does to pull requests, as on GitHub: open ones with this head follow it (`synchronize`); those into
 * it get their commits recomputed, and count as merged when all of them arrived.
 */
export function refreshPulls(acting: Acting, repo: SimRepo, branch: string, before: Sha, after: Sha): void {
  for (const pull of repo.pulls.values()) {
    if (pull.state !== "open") continue;
    if (pull.head === branch && pull.head_repo === repo.name) {
      pull.head_sha = after;
      pull.updated_at = acting.state.now;
      recount(repo, pull);
      tell(acting, repo, "pull_request", "synchronize", { number: pull.number, before, after });
    }
    if (pull.base === branch) arrived(acting, repo, pull);
  }
}

/** The pull request's commits and mergeability, from where its branches are now. */
export function recount(repo: SimRepo, pull: SimPull): void {
  pull.base_sha = repo.branches.get(pull.base) ?? pull.base_sha;
  const { ahead } = diverge(repo.commits, pull.base_sha, pull.head_sha);
  pull.commits = oldestFirst(repo.commits, ahead).map((commit) => commit.sha);
  pull.mergeable = conflicts(repo, pull.base_sha, pull.head_sha).length === 0 ? "MERGEABLE" : "CONFLICTING";
}

function arrived(acting: Acting, repo: SimRepo, pull: SimPull): void {
  const tip = repo.branches.get(pull.base);
  if (tip === undefined) return;
  if (!isAncestor(repo.commits, pull.head_sha, tip)) {
    recount(repo, pull);
    return;
  }
  const { now } = acting.state;
  pull.state = "merged";
  pull.merge_method = "merge";
  pull.merge_commit_sha = bringing(repo, pull.head_sha, tip);
  pull.merged_at = now;
  pull.merged_by = acting.login;
  pull.closed_at = now;
  pull.closed_by = acting.login;
  pull.updated_at = now;
  tell(acting, repo, "pull_request", "closed", { number: pull.number });
}

/** The commit on the branch's first-parent line that first had this one: its merge, or itself after a fast-forward. */
function bringing(repo: SimRepo, sha: Sha, tip: Sha): Sha {
  let found = tip;
  for (let at = repo.commits.get(tip); at !== undefined; at = repo.commits.get(at.parents[0] ?? "")) {
    if (at.sha === sha) return sha;
    if (!isAncestor(repo.commits, sha, at.sha)) return found;
    found = at.sha;
  }
  return found;
}
