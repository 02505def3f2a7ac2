import { nodeId } from "../../graphql/node-id.ts";
import { presentIssues } from "../../present.ts";
import type { SimRepo } from "../../state.ts";
import { renderUser } from "./user.ts";
import { nameParts, type Rendered, repoApi, repoWeb, type View } from "./view.ts";

const PATHS = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const;

/** What nested places (head.repo, an installation's list) carry, and webhooks as their `repository`. */
export function renderRepo(view: View, repo: SimRepo): Rendered {
  const { owner, name } = nameParts(repo);
  const api = repoApi(view, repo);
  const web = repoWeb(view, repo);
  const open = [...presentIssues(repo), ...repo.pulls.values()].filter((item) => item.state === "open").length;
  const urls = Object.fromEntries(Object.entries(PATHS).map(([key, path]) => [key, `${api}${path}`]));
  return {
    id: repo.id,
    node_id: nodeId("Repository", repo.id),
    name,
    full_name: repo.name,
    private: repo.private,
    owner: renderUser(view, owner),
    html_url: web,
    description: null,
    fork: repo.fork,
    url: api,
    ...urls,
    created_at: createdAt(repo) ?? view.state.now,
    updated_at: view.state.now,
    pushed_at: repo.pushed_at,
    git_url: `${web.replace(/^https?/, "git")}.git`,
    ssh_url: `git@${new URL(view.webUrl).host}:${repo.name}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    size: repo.commits.size,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    language: null,
    has_issues: repo.has_issues,
    has_projects: true,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks: 0,
    forks_count: 0,
    open_issues: open,
    open_issues_count: open,
    archived: repo.archived,
    disabled: false,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repo.private ? "private" : "public",
    default_branch: repo.default_branch,
  };
}

/** A repository requested on its own. */
export function renderFullRepo(view: View, repo: SimRepo): Rendered {
  const merges = {
    allow_merge_commit: repo.allow_merge_commit,
    allow_squash_merge: repo.allow_squash_merge,
    allow_rebase_merge: repo.allow_rebase_merge,
    allow_auto_merge: true,
  };
  return {
    ...renderRepo(view, repo),
    ...merges,
    delete_branch_on_merge: repo.delete_branch_on_merge,
    network_count: 0,
    subscribers_count: 0,
  };
}

function createdAt(repo: SimRepo): string | null {
  let earliest: string | null = null;
  for (const commit of repo.commits.values()) {
    if (earliest === null || commit.committed_at < earliest) earliest = commit.committed_at;
  }
  return earliest;
}
