import { commentIn } from "../../../commands/comment-node.ts";
import type { GitHub } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { findOwnIssue } from "../../../github/own-issues.ts";
import { isGheCloud } from "../../../github/web-url.ts";
import { hasMarker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { CadenceIssue, Dashboard } from "../facts.ts";
import { ISSUE } from "../issue-key.ts";
import { isDashboard, readHeldBack } from "../reading/dashboard.ts";
import type { Counts } from "./authors-that-count.ts";
import { cadenceIssue, type cadenceIssueResult } from "./cadence-issue.generated.ts";
import { authorIn } from "./pull-texts.ts";
import type { NowPage } from "./read-now.ts";

type OneIssue = NonNullable<NonNullable<cadenceIssueResult["repository"]>["issue"]>;
type DashboardNode = NonNullable<NonNullable<NowPage["ofRenovate"]["nodes"]>[number]>;

interface ReadingIssues {
  readonly github: GitHub;
  readonly context: ReconcileContext;
  readonly counts: Counts;
}

interface Issues {
  readonly dashboard: Dashboard | null;
  readonly issue: CadenceIssue | null;
  readonly hasIssues: boolean;
}

/** Detoil's issue and the Dependency Dashboard: more is asked only where they are not where they usually are. */
export async function readIssues(page: NowPage | null, reading: ReadingIssues): Promise<Issues> {
  if (page === null) return { dashboard: null, issue: null, hasIssues: false };
  return {
    dashboard: await dashboardIn(page, reading),
    issue: await ownIssueIn(page, reading),
    hasIssues: page.hasIssuesEnabled,
  };
}

/** The one that was touched last. Its author counts as an update's does. */
async function dashboardIn(page: NowPage, reading: ReadingIssues): Promise<Dashboard | null> {
  const listed = [...nodesOf(page.ofRenovate), ...nodesOf(page.ofAuthor ?? null), ...(page.known ? [page.known] : [])];
  const found = await latestDashboard(listed, reading.counts);
  if (found !== null) return found;
  const title = nodesOf(page.titles).find((issue) => isDashboard(issue.title, ""));
  const issue = title === undefined ? null : await readIssue(reading, title.number);
  return issue === null ? null : latestDashboard([issue], reading.counts);
}

async function latestDashboard(issues: readonly DashboardNode[], counts: Counts): Promise<Dashboard | null> {
  let latest: Dashboard | null = null;
  for (const { number, title, body, state, updatedAt, author } of issues) {
    const time = Date.parse(updatedAt);
    if (state !== "OPEN" || time <= (latest?.updatedAt ?? 0) || !isDashboard(title, body)) continue;
    if (await counts(authorIn(author))) latest = { number, updatedAt: time, heldBack: readHeldBack(body) };
  }
  return latest;
}

async function ownIssueIn(page: NowPage, reading: ReadingIssues): Promise<CadenceIssue | null> {
  const { github, context } = reading;
  const isOwn = ({ author, body }: { readonly author: DashboardNode["author"]; readonly body: string }) =>
    isSelf(author, github.self) && hasMarker(body, ISSUE);
  const own = nodesOf(page.own).filter(isOwn);
  const listed = own.find(({ state }) => state === "OPEN") ?? own[0];
  if (listed !== undefined) return issueOf(listed);
  const placed = nodesOf(page.placed).find(isOwn)?.number ?? null;
  const isAll = !page.own.pageInfo.hasNextPage && !page.placed.pageInfo.hasNextPage && !isGheCloud(context.webUrl);
  const number = placed ?? (isAll ? null : await searched(github, context));
  const found = number === null ? null : await readIssue(reading, number);
  return found === null ? null : issueOf(found);
}

async function searched(github: GitHub, context: ReconcileContext): Promise<number | null> {
  const found = await findOwnIssue(github, { ...context, marker: ISSUE, states: "all", mustBeSure: true });
  return found.issue?.number ?? null;
}

async function readIssue({ github, context }: ReadingIssues, number: number): Promise<OneIssue | null> {
  const { owner, name } = context.repository;
  return (await github.graphql(cadenceIssue, { owner, name, number })).repository?.issue ?? null;
}

function issueOf({
  number,
  title,
  body,
  state,
  comments,
}: Pick<OneIssue, "number" | "title" | "body" | "state" | "comments">): CadenceIssue {
  return {
    number,
    title,
    body,
    open: state === "OPEN",
    comments: nodesOf(comments).map(commentIn),
    hasEarlier: comments.pageInfo.hasPreviousPage,
  };
}
