import { listedSubIssues, parentOf, subIssuesOf } from "../../actions/sub-issues.ts";
import { isPresent } from "../../present.ts";
import { listed } from "../../replicas.ts";
import type { SimIssue, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { type IssueSource, issueSource } from "../source.ts";
import { reactionGroups } from "./comment.ts";
import { hasAnyLabel, ordered } from "./order.ts";
import { subject } from "./subject.ts";
import { issueTimelineItems } from "./timeline.ts";

interface IssueFilters {
  assignee?: string | null;
  createdBy?: string | null;
  labels?: readonly string[] | null;
  mentioned?: string | null;
  milestone?: string | null;
  milestoneNumber?: string | null;
  since?: string | null;
  states?: readonly string[] | null;
}

export interface IssuesArguments extends Page {
  filterBy?: IssueFilters | null;
  labels?: readonly string[] | null;
  orderBy?: { field: string; direction: "ASC" | "DESC" } | null;
  states?: readonly string[] | null;
}

/** A list of issues, filtered and ordered; those that were deleted or transferred are in none. */
export function issues(repo: SimRepo, all: Iterable<SimIssue>, args: IssuesArguments) {
  const filter = args.filterBy ?? {};
  const found = listed(repo, "issues", [...all], ({ id }) => id).filter(
    (issue) =>
      isPresent(issue) &&
      inState(issue, args.states) &&
      inState(issue, filter.states) &&
      (args.labels == null || hasAnyLabel(issue, args.labels)) &&
      (filter.labels == null || hasAnyLabel(issue, filter.labels)) &&
      (filter.createdBy == null || writtenBy(issue, filter.createdBy)) &&
      (filter.since == null || Date.parse(issue.updated_at) >= Date.parse(filter.since)) &&
      (filter.mentioned == null || issue.body.toLowerCase().includes(`@${filter.mentioned.toLowerCase()}`)) &&
      matches(filter, "assignee", (login) => issue.assignees.includes(login), issue.assignees.length > 0) &&
      matches(filter, "milestoneNumber", (n) => issue.milestone === Number(n), issue.milestone !== null) &&
      matches(filter, "milestone", (id) => milestoneId(repo, issue) === Number(id), issue.milestone !== null),
  );
  return connection(
    ordered(found, args.orderBy),
    args,
    ({ number }) => number,
    (issue) => issueSource(repo, issue),
  );
}

/**
 * "To retrieve this value, set (enableDuplicate: true)" (the public schema, IssueStateReason.DUPLICATE); it is assumed that
 * without it the value is NOT_PLANNED, as it was before duplicates existed.
 */
function shownReason({ state_reason }: SimIssue, enableDuplicate: boolean): SimIssue["state_reason"] {
  return state_reason === "duplicate" && !enableDuplicate ? "not_planned" : state_reason;
}

function inState(issue: SimIssue, states: readonly string[] | null | undefined): boolean {
  return states == null || states.includes(issue.state.toUpperCase());
}

/** A login, or `app/slug` for a bot. */
function writtenBy(issue: SimIssue, who: string): boolean {
  const login = who.startsWith("app/") ? `${who.slice("app/".length)}[bot]` : who;
  return issue.user?.toLowerCase() === login.toLowerCase();
}

/** GitHub's three ways: `*` for any, an explicit null for none, else the one given. */
function matches(
  filter: IssueFilters,
  key: "assignee" | "milestone" | "milestoneNumber",
  is: (value: string) => boolean,
  any: boolean,
): boolean {
  const wanted = filter[key];
  if (wanted === undefined) return true;
  if (wanted === null) return !any;
  return wanted === "*" ? any : is(wanted);
}

function milestoneId(repo: SimRepo, issue: SimIssue): number | undefined {
  return issue.milestone === null ? undefined : repo.milestones.get(issue.milestone)?.id;
}

export const issue: Resolvers<IssueSource> = {
  ...subject,
  id: ({ repo, item }) => nodeId("Issue", repo.id, item.number),
  state: ({ item }) => item.state.toUpperCase(),
  stateReason: ({ item }, { enableDuplicate }: { enableDuplicate: boolean }) =>
    shownReason(item, enableDuplicate)?.toUpperCase() ?? null,
  timelineItems: issueTimelineItems,
  /** A world keeps reactions to comments only. */
  reactionGroups: (_source, _args, context) => reactionGroups([], context),
  parent: ({ repo, item }) => {
    const parent = parentOf(repo, item.number);
    return parent === null ? null : issueSource(repo, parent);
  },
  subIssues: ({ repo, item }, page: Page) =>
    connection(
      listedSubIssues(repo, item),
      page,
      ({ number }) => number,
      (child) => issueSource(repo, child),
    ),
  subIssuesSummary: ({ repo, item }) => {
    const children = subIssuesOf(repo, item);
    const total = children.length;
    const completed = children.filter((child) => child.state === "closed").length;
    return { total, completed, percentCompleted: total === 0 ? 0 : Math.floor((100 * completed) / total) };
  },
};
