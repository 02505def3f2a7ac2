import { changesIn } from "../../git/changes.ts";
import { diverge } from "../../git/walk.ts";
import { nodeId } from "../../graphql/node-id.ts";
import { namedFork } from "../../platform/fork.ts";
import type { SimPull, SimRepo } from "../../state.ts";
import { renderConversation } from "./issue.ts";
import { renderRepo } from "./repo.ts";
import { renderTeams } from "./team.ts";
import { renderMaybeUser, renderUser } from "./user.ts";
import { nameParts, type Rendered, repoApi, repoWeb, type View } from "./view.ts";

/** A pull request as lists carry it. */
export function renderSimplePull(view: View, repo: SimRepo, pull: SimPull): Rendered {
  const api = `${repoApi(view, repo)}/pulls/${pull.number}`;
  const issue = `${repoApi(view, repo)}/issues/${pull.number}`;
  const html = `${repoWeb(view, repo)}/pull/${pull.number}`;
  const statuses = `${repoApi(view, repo)}/statuses/${pull.head_sha}`;
  const { comments: _count, ...shared } = renderConversation(view, repo, pull);
  const link = (href: string) => ({ href });
  return {
    ...shared,
    url: api,
    node_id: nodeId("PullRequest", repo.id, pull.number),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${repoApi(view, repo)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    state: pull.state === "open" ? "open" : "closed",
    merged_at: pull.merged_at,
    merge_commit_sha: pull.merge_commit_sha,
    requested_reviewers: pull.requested_reviewers.map((login) => renderUser(view, login)),
    requested_teams: renderTeams(view, pull.requested_teams),
    draft: pull.draft,
    head: head(view, repo, pull),
    base: side(view, repo, pull.base, pull.base_sha),
    auto_merge: pull.auto_merge ? autoMerge(view, pull) : null,
    _links: {
      self: link(api),
      html: link(html),
      issue: link(issue),
      comments: link(`${issue}/comments`),
      review_comments: link(`${api}/comments`),
      review_comment: link(`${repoApi(view, repo)}/pulls/comments{/number}`),
      commits: link(`${api}/commits`),
      statuses: link(statuses),
    },
  };
}

/** A pull request requested on its own. */
export function renderPull(view: View, repo: SimRepo, pull: SimPull): Rendered {
  const { ahead, mergeBases } = diverge(repo.commits, pull.base_sha, pull.head_sha);
  const changed = changesIn(repo, ahead, mergeBases[0]?.sha ?? null, pull.head_sha).length;
  const open = pull.state === "open";
  const mergeable = pull.mergeable === "UNKNOWN" || !open ? null : pull.mergeable === "MERGEABLE";
  return {
    ...renderSimplePull(view, repo, pull),
    merged: pull.state === "merged",
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeableState(pull, mergeable),
    merged_by: renderMaybeUser(view, pull.merged_by),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits.length,
    additions: changed,
    deletions: 0,
    changed_files: changed,
  };
}

function mergeableState(pull: SimPull, mergeable: boolean | null): string {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  return pull.draft ? "draft" : "clean";
}

function side(view: View, repo: SimRepo, ref: string, sha: string): Rendered {
  const { owner } = nameParts(repo);
  return { label: `${owner}:${ref}`, ref, sha, user: renderUser(view, owner), repo: renderRepo(view, repo) };
}

/** The head's repository is null when the fork is gone, or is not in the world. */
function head(view: View, repo: SimRepo, pull: SimPull): Rendered {
  const from = pull.head_repo === repo.name ? repo : view.state.repos.get(pull.head_repo ?? "");
  if (from !== undefined) return side(view, from, pull.head, pull.head_sha);
  const owner = pull.head_repo?.split("/")[0] ?? "unknown repository";
  const user = view.state.users.has(owner) ? renderUser(view, owner) : renderUser(view, null);
  const fork = pull.head_repo === null ? null : forkOf(view, repo, pull.head_repo);
  return { label: `${owner}:${pull.head}`, ref: pull.head, sha: pull.head_sha, user, repo: fork };
}

/** A fork that the world only names. */
function forkOf(view: View, repo: SimRepo, name: string): Rendered {
  return { ...renderRepo(view, namedFork(repo, name)), fork: true };
}

function autoMerge(view: View, pull: SimPull): Rendered {
  return {
    enabled_by: renderUser(view, pull.user),
    merge_method: pull.merge_method ?? "merge",
    commit_title: pull.title,
    commit_message: "",
  };
}
