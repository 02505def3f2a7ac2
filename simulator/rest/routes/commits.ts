import { changesIn, touches } from "../../git/changes.ts";
import { resolveRef } from "../../git/resolve.ts";
import { ancestors, isAncestor } from "../../git/walk.ts";
import { Refused } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import type { SimCommit, SimRepo } from "../../state.ts";
import { ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderChange, renderCommit, renderGitCommit } from "../render/commit.ts";
import { renderSimplePull } from "../render/pull.ts";

/** GitHub lists no more files than this for one commit. */
const MOST_FILES = 300;

export const commitRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/commits": (call) => {
    const { context, repo, query } = call;
    const tip = commitAt(repo, query.get("sha") ?? repo.default_branch);
    const all = [...ancestors(repo.commits, [tip.sha])].filter((commit) => isWanted(repo, commit, query));
    all.sort((a, b) => (a.committed_at < b.committed_at ? 1 : a.committed_at > b.committed_at ? -1 : 0));
    const { items, headers } = paged(call, all);
    return ok(
      items.map((commit) => renderCommit(context, repo, commit)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/commits/{ref}": (call) => {
    const { context, repo, path } = call;
    const commit = commitAt(repo, path.ref ?? "");
    const parent = commit.parents[0] ?? null;
    const changes = changesIn(repo, [commit], parent, commit.sha);
    const files = changes.slice(0, MOST_FILES).map((change) => renderChange(context, repo, commit.sha, change));
    const stats = { total: changes.length, additions: changes.length, deletions: 0 };
    return ok({ ...renderCommit(context, repo, commit), stats, files });
  },

  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls": (call) => {
    const { context, repo, path } = call;
    const { items, headers } = paged(call, pullsWith(repo, commitAt(repo, path.commit_sha ?? "")));
    return ok(
      items.map((pull) => renderSimplePull(context, repo, pull)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": ({ context, repo, path }) => {
    const commit = repo.commits.get(path.commit_sha ?? "");
    if (commit === undefined) throw new Refused(404, "Not Found");
    return ok(renderGitCommit(context, repo, commit));
  },
};

/** The commit that a ref names, or GitHub's 422. */
function commitAt(repo: SimRepo, ref: string): SimCommit {
  const commit = repo.commits.get(resolveRef(repo, ref) ?? "");
  if (commit === undefined) throw new Refused(422, `No commit found for SHA: ${ref}`);
  return commit;
}

function isWanted(repo: SimRepo, commit: SimCommit, query: URLSearchParams): boolean {
  const { author, path, since, until } = Object.fromEntries(query);
  if (author !== undefined && commit.author !== author) return false;
  if (path !== undefined && !touches(repo, commit, path)) return false;
  if (since !== undefined && Date.parse(commit.committed_at) < Date.parse(since)) return false;
  return until === undefined || Date.parse(commit.committed_at) <= Date.parse(until);
}

/**
 * Pull requests that a commit belongs to, as GitHub's documentation has it: on the default branch the merged one that
 * brought it, elsewhere the open ones that hold it.
 */
function pullsWith(repo: SimRepo, commit: SimCommit) {
  const tip = repo.branches.get(repo.default_branch);
  const onDefault = tip !== undefined && isAncestor(repo.commits, commit.sha, tip);
  return listed(repo, "pulls", [...repo.pulls.values()], ({ id }) => id).filter((pull) => {
    const holds = pull.merge_commit_sha === commit.sha || pull.commits.includes(commit.sha);
    return holds && (onDefault ? pull.state === "merged" : pull.state === "open");
  });
}

/** Read by the check and status routes too. */
export function shaAt(call: RepoCall): string {
  return commitAt(call.repo, call.path.ref ?? "").sha;
}
