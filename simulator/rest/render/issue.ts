import { blockedBy, blockersOf } from "../../actions/dependencies.ts";
import { parentOf, subIssuesOf } from "../../actions/sub-issues.ts";
import { nodeId } from "../../graphql/node-id.ts";
import type { SimIssue, SimIssueBase, SimPull, SimRepo } from "../../state.ts";
import { authorAssociation } from "./association.ts";
import { renderLabels } from "./label.ts";
import { renderMilestoneOf } from "./milestone.ts";
import { renderMaybeUser, renderUser } from "./user.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

/** What an issue and a pull request have in common, as GitHub's issues API shows both. */
export function renderConversation(view: View, repo: SimRepo, item: SimIssueBase): Rendered {
  const assignees = item.assignees.map((login) => renderUser(view, login));
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    body: item.body === "" ? null : item.body,
    user: renderUser(view, item.user),
    labels: renderLabels(view, repo, item.labels),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: renderMilestoneOf(view, repo, item.milestone),
    locked: item.locked,
    active_lock_reason: null,
    comments: item.comments.length,
    created_at: item.created_at,
    updated_at: item.updated_at,
    closed_at: item.closed_at,
    author_association: authorAssociation(view, repo, item.user),
  };
}

/** An issue, or a pull request seen as one. */
export function renderIssue(view: View, repo: SimRepo, item: SimIssue | SimPull): Rendered {
  const api = `${repoApi(view, repo)}/issues/${item.number}`;
  const pull = "head_sha" in item ? item : null;
  const html_url = `${repoWeb(view, repo)}/${pull === null ? "issues" : "pull"}/${item.number}`;
  return {
    ...renderConversation(view, repo, item),
    node_id: nodeId(pull === null ? "Issue" : "PullRequest", repo.id, item.number),
    url: api,
    repository_url: repoApi(view, repo),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    timeline_url: `${api}/timeline`,
    html_url,
    state: item.state === "open" ? "open" : "closed",
    state_reason: "state_reason" in item ? item.state_reason : null,
    closed_by: renderMaybeUser(view, item.closed_by),
    performed_via_github_app: null,
    ...(pull === null
      ? issueOnly(view, repo, item as SimIssue)
      : { draft: pull.draft, pull_request: pullLinks(view, repo, pull) }),
  };
}

function issueOnly(view: View, repo: SimRepo, issue: SimIssue): Rendered {
  const parent = parentOf(repo, issue.number);
  const children = subIssuesOf(repo, issue);
  const total = children.length;
  const open = (issues: readonly SimIssue[]) => issues.filter(({ state }) => state === "open").length;
  const closed = total - open(children);
  const blockers = blockersOf(repo, issue);
  const blocking = blockedBy(repo, issue.number);
  return {
    parent_issue_url: parent === null ? null : `${repoApi(view, repo)}/issues/${parent.number}`,
    sub_issues_summary: {
      total,
      completed: closed,
      percent_completed: total === 0 ? 0 : Math.floor((closed / total) * 100),
    },
    issue_dependencies_summary: {
      blocked_by: open(blockers),
      total_blocked_by: blockers.length,
      blocking: open(blocking),
      total_blocking: blocking.length,
    },
  };
}

function pullLinks(view: View, repo: SimRepo, pull: SimPull): Rendered {
  const html_url = `${repoWeb(view, repo)}/pull/${pull.number}`;
  return {
    url: `${repoApi(view, repo)}/pulls/${pull.number}`,
    html_url,
    diff_url: `${html_url}.diff`,
    patch_url: `${html_url}.patch`,
    merged_at: pull.merged_at,
  };
}
