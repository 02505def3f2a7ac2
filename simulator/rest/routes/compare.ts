import { changesIn } from "../../git/changes.ts";
import { compare } from "../../git/compare.ts";
import { resolveRef } from "../../git/resolve.ts";
import { diverge } from "../../git/walk.ts";
import { notFound, Refused } from "../../refused.ts";
import type { Sha, SimRepo } from "../../state.ts";
import { ok, type RepoHandlers } from "../context.ts";
import { linkHeader, positive } from "../paging.ts";
import { renderChange, renderCommit } from "../render/commit.ts";
import { nameParts, repoApi, repoWeb } from "../render/view.ts";

/** Without paging GitHub shows the last 250 commits. */
const MOST_COMMITS = 250;
const MOST_FILES = 300;
const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 30;

export const compareRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/compare/{basehead}": (call) => {
    const { context, repo, query, path, url } = call;
    const [base, head] = ends(repo, path.basehead ?? "");
    const compared = compare(repo, base.sha, head.sha);
    const isPaged = query.has("page") || query.has("per_page");
    const page = positive(query.get("page")) ?? 1;
    const size = Math.min(MOST_PER_PAGE, positive(query.get("per_page")) ?? USUAL_PER_PAGE);
    const commits = isPaged
      ? compared.commits.slice((page - 1) * size, page * size)
      : compared.commits.slice(-MOST_COMMITS);
    const link = isPaged ? linkHeader(url, page, Math.max(1, Math.ceil(compared.commits.length / size))) : {};
    const { merge_base } = compared;
    const base_commit = repo.commits.get(base.sha);
    if (base_commit === undefined) throw notFound();
    if (merge_base === null) throw new Refused(404, `No common ancestor between ${base.name} and ${head.name}.`);
    const { ahead } = diverge(repo.commits, base.sha, head.sha);
    const changes = page > 1 ? [] : changesIn(repo, ahead, merge_base.sha, head.sha).slice(0, MOST_FILES);
    const name = `${base.name}...${head.name}`;
    const web = `${repoWeb(context, repo)}/compare/${name}`;
    const body = {
      url: `${repoApi(context, repo)}/compare/${name}`,
      html_url: web,
      permalink_url: `${repoWeb(context, repo)}/compare/${base.sha}...${head.sha}`,
      diff_url: `${web}.diff`,
      patch_url: `${web}.patch`,
      base_commit: renderCommit(context, repo, base_commit),
      merge_base_commit: renderCommit(context, repo, merge_base),
      status: compared.status,
      ahead_by: compared.ahead_by,
      behind_by: compared.behind_by,
      total_commits: compared.commits.length,
      commits: commits.map((commit) => renderCommit(context, repo, commit)),
      files: changes.map((change) => renderChange(context, repo, head.sha, change)),
    };
    return ok(body, link);
  },
};

interface End {
  readonly name: string;
  readonly sha: Sha;
}

/** `base...head`; `owner:branch` names a fork's, which only a pull request of it can make known here. */
function ends(repo: SimRepo, basehead: string): [End, End] {
  const [base, head, ...rest] = basehead.split("...");
  if (base === undefined || head === undefined || rest.length > 0) throw notFound();
  return [end(repo, base), end(repo, head)];
}

function end(repo: SimRepo, name: string): End {
  const colon = name.indexOf(":");
  const { owner } = nameParts(repo);
  const own = colon < 0 || name.slice(0, colon).split("/")[0] === owner;
  const ref = name.slice(colon + 1);
  const sha = own ? resolveRef(repo, ref) : forkHead(repo, name.slice(0, colon), ref);
  if (sha === null) throw notFound();
  return { name, sha };
}

function forkHead(repo: SimRepo, owner: string, branch: string): Sha | null {
  for (const pull of repo.pulls.values()) {
    if (pull.head === branch && pull.head_repo?.split("/")[0] === owner) return pull.head_sha;
  }
  return null;
}
