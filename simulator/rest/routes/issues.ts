import { checkAssignees, setAssignees } from "../../actions/assignees.ts";
import { editPull } from "../../actions/edit-pull.ts";
import { editIssue, openIssue } from "../../actions/issues.ts";
import { setLabels } from "../../actions/labels.ts";
import { setMilestone } from "../../actions/milestones.ts";
import { presentIssues } from "../../present.ts";
import { Refused } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import type { SimIssue, SimPull } from "../../state.ts";
import { checkAuthor } from "../access.ts";
import { bodyOf, created, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderIssue } from "../render/issue.ts";
import { itemOf } from "./pulls.ts";

interface IssueBody {
  title: string | number | null;
  body: string | null;
  state: "open" | "closed";
  state_reason: SimIssue["state_reason"];
  assignee: string | null;
  assignees: string[];
  milestone: string | number | null;
  labels: (string | { name?: string })[];
}

export const issueRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/issues": (call) => {
    const { context, repo } = call;
    const { items, headers } = paged(call, sorted(allIn(call), call.query));
    return ok(
      items.map((item) => renderIssue(context, repo, item)),
      headers,
    );
  },

  "POST /repos/{owner}/{repo}/issues": (call) => {
    const { context, repo, acting } = call;
    const { title, body, labels, assignees, assignee, milestone } = bodyOf<IssueBody>(call);
    const people = assignees ?? (assignee === undefined || assignee === null ? undefined : [assignee]);
    if (people !== undefined) checkAssignees(context.state, repo, people, null);
    const issue = openIssue(acting, repo, {
      title: String(title ?? ""),
      body: body ?? "",
      milestone: numberOf(milestone) ?? null,
      ...(labels === undefined ? {} : { labels: names(labels) }),
      ...(people === undefined ? {} : { assignees: people }),
    });
    return created(renderIssue(context, repo, issue));
  },

  "GET /repos/{owner}/{repo}/issues/{issue_number}": (call) =>
    ok(renderIssue(call.context, call.repo, itemOf(call) as SimIssue | SimPull)),

  "PATCH /repos/{owner}/{repo}/issues/{issue_number}": (call) => {
    const { context, repo, acting } = call;
    const item = itemOf(call) as SimIssue | SimPull;
    checkAuthor(context, repo, item.user, "triage");
    const body = bodyOf<IssueBody>(call);
    if (body.assignees !== undefined) checkAssignees(context.state, repo, body.assignees, item);
    edit(call, item, body);
    if (body.labels !== undefined) setLabels(acting, repo, item.number, names(body.labels));
    if (body.assignees !== undefined) setAssignees(acting, repo, item.number, body.assignees);
    const milestone = numberOf(body.milestone);
    if (milestone !== undefined) setMilestone(acting, repo, item.number, milestone);
    return ok(renderIssue(context, repo, item));
  },
};

function edit(
  { acting, repo }: RepoCall,
  item: SimIssue | SimPull,
  { title, body, state, state_reason }: Partial<IssueBody>,
): void {
  const change = {
    ...(title === undefined || title === null ? {} : { title: String(title) }),
    ...(body === undefined ? {} : { body: body ?? "" }),
    ...(state === undefined ? {} : { state }),
  };
  if ("head_sha" in item) editPull(acting, repo, item.number, change);
  else {
    editIssue(acting, repo, item.number, { ...change, ...(state_reason === undefined ? {} : { state_reason }) });
  }
}

function names(labels: readonly (string | { name?: string })[]): string[] {
  return labels.flatMap((label) =>
    typeof label === "string" ? [label] : label.name === undefined ? [] : [label.name],
  );
}

function numberOf(milestone: string | number | null | undefined): number | null | undefined {
  return milestone === null || milestone === undefined ? milestone : Number(milestone);
}

/** Issues and pull requests, as GitHub's list has both. */
function allIn({ repo, query }: RepoCall): (SimIssue | SimPull)[] {
  const wanted = [
    ...listed(repo, "issues", presentIssues(repo), ({ id }) => id),
    ...listed(repo, "pulls", [...repo.pulls.values()], ({ id }) => id),
  ];
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "")
    .split(",")
    .flatMap((name) => (name.trim() === "" ? [] : [name.trim().toLowerCase()]));
  const since = query.get("since");
  const creator = query.get("creator")?.toLowerCase();
  return wanted.filter(
    (item) =>
      (state === "all" || (item.state === "open") === (state === "open")) &&
      labels.every((name) => item.labels.some((one) => one.name.toLowerCase() === name)) &&
      (since === null || Date.parse(item.updated_at) >= Date.parse(since)) &&
      (creator === undefined || item.user?.toLowerCase() === creator) &&
      isAssigned(item, query.get("assignee")) &&
      isIn(item, query.get("milestone")),
  );
}

function isAssigned(item: SimIssue | SimPull, assignee: string | null): boolean {
  if (assignee === null) return true;
  if (assignee === "*") return item.assignees.length > 0;
  if (assignee === "none") return item.assignees.length === 0;
  return item.assignees.some((login) => login.toLowerCase() === assignee.toLowerCase());
}

function isIn(item: SimIssue | SimPull, milestone: string | null): boolean {
  if (milestone === null) return true;
  if (milestone === "*") return item.milestone !== null;
  if (milestone === "none") return item.milestone === null;
  if (/^\d+$/.test(milestone)) return item.milestone === Number(milestone);
  throw new Refused(422, "Validation Failed", [{ resource: "Issue", field: "milestone", code: "invalid" }]);
}

function sorted(items: (SimIssue | SimPull)[], query: URLSearchParams): (SimIssue | SimPull)[] {
  const by = query.get("sort") ?? "created";
  const key = (item: SimIssue | SimPull): string | number => {
    if (by === "comments") return item.comments.length;
    return by === "updated" ? item.updated_at : item.created_at;
  };
  items.sort((a, b) => (key(a) === key(b) ? a.number - b.number : key(a) < key(b) ? -1 : 1));
  return query.get("direction") === "asc" ? items : items.reverse();
}
