import type { GitHub } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { findOwnIssue, type OwnIssue } from "../../../github/own-issues.ts";
import { isGheCloud } from "../../../github/web-url.ts";
import { hasMarker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { STATUS_ISSUE } from "../status-issue/status-issue.ts";
import type { FirstPage } from "./read-lane.ts";

/** The first ones are on the page; more are read where the page is full or `createdBy` is blind. */
export async function openStatusIssues(
  github: GitHub,
  context: ReconcileContext,
  { statusIssues }: FirstPage,
): Promise<readonly OwnIssue[]> {
  const found = nodesOf(statusIssues).filter(
    (issue) => isSelf(issue.author, context.self) && hasMarker(issue.body, STATUS_ISSUE),
  );
  const isMore =
    statusIssues?.pageInfo.hasNextPage === true || (nodesOf(statusIssues).length === 0 && isGheCloud(context.webUrl));
  if (found.length > 0 || !isMore) return found.map(({ number, title, body }) => ({ number, title, body, open: true }));
  return readStatusIssues(github, context, "open");
}

/** Detoil's issue about lanes, if there is one. */
export async function readStatusIssues(
  github: GitHub,
  context: ReconcileContext,
  states: "open" | "all",
): Promise<readonly OwnIssue[]> {
  const { issue } = await findOwnIssue(github, {
    ...context,
    marker: STATUS_ISSUE,
    states,
    mustBeSure: states === "all",
  });
  return issue === null ? [] : [issue];
}
