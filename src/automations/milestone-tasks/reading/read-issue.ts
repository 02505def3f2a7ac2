import { commentIn } from "../../../commands/comment-node.ts";
import { pendingCommands } from "../../../commands/pending.ts";
import { UNKNOWN } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf, readableNodes } from "../../../github/nodes.ts";
import { findMarkers } from "../../../markdown/marker.ts";
import type { Look } from "../../automation.ts";
import type { BoardItem, ParentIssue, TaskIssue } from "../facts.ts";
import { readParent, readTask } from "../marks.ts";
import type { Unmarked } from "./adopt.ts";
import type { milestonePageResult } from "./milestone-page.generated.ts";
import { isOnOurs } from "./read-items.ts";

type Page = NonNullable<NonNullable<milestonePageResult["repository"]>["milestone"]>["issues"];
/** An issue as the documents here ask for it. */
export type IssueNode = NonNullable<NonNullable<Page["nodes"]>[number]>;

/** A task that Detoil made, or null: a marker in anybody else's text means nothing. */
export function taskIn(node: IssueNode, look: Look): TaskIssue | null {
  const found = isSelf(node.author, look.self) ? readTask(node.body) : null;
  if (found === null) return null;
  const issue = unmarkedOf(node, look);
  const pending = pendingCommands(issue.comments, look.self);
  // Of a comment that there is not nobody can have heard: whoever may edit the text may write anything into the marker.
  const latest = Math.max(0, ...issue.comments.map(({ id }) => id));
  const mark = found.mark.heard > latest ? { ...found.mark, heard: 0 } : found.mark;
  return { ...issue, ...found, mark, replyDue: pending.some(({ comment }) => comment.id <= found.mark.heard) };
}

/** An issue that Detoil made and whose text says nothing of it any more, or null. */
export function unmarkedIn(node: IssueNode, look: Look): Unmarked | null {
  if (!isSelf(node.author, look.self)) return null;
  return findMarkers(node.body).length > 0 ? null : unmarkedOf(node, look);
}

function unmarkedOf(node: IssueNode, look: Look): Unmarked {
  return {
    ...commonIn(node, look),
    // GraphQL tells duplicates as such to those who ask for them, by an argument that not every GitHub knows.
    dropped: node.state === "CLOSED" && (node.stateReason === "NOT_PLANNED" || node.stateReason === "DUPLICATE"),
    labels: names(node.labels),
    assignees: names(node.assignees),
    milestone: node.milestone?.number ?? null,
    parent: node.parent === UNKNOWN ? "unreadable" : (node.parent?.number ?? null),
    subIssues: node.subIssuesSummary.total,
    itemsHidden: readableNodes(node.projectItems).unknown > 0,
    replyDue: false,
    blockedBy: null,
  };
}

/** A milestone's parent that Detoil made, or null. */
export function parentIn(node: IssueNode, look: Look): ParentIssue | null {
  const found = isSelf(node.author, look.self) ? readParent(node.body) : null;
  return found === null ? null : { ...found, ...commonIn(node, look), subIssues: node.subIssuesSummary.total };
}

function commonIn(node: IssueNode, look: Look) {
  return {
    id: Number(node.fullDatabaseId),
    number: node.number,
    title: node.title,
    body: node.body,
    overwritten: null,
    open: node.state === "OPEN",
    comments: nodesOf(node.comments).map(commentIn),
    item: itemIn(node, look),
  };
}

function itemIn({ projectItems }: IssueNode, look: Look): BoardItem | null {
  const item = readableNodes(projectItems).nodes.find((node) => isOnOurs(node, look));
  if (item === undefined) return null;
  const { fullDatabaseId, status, due } = item;
  return {
    id: Number(fullDatabaseId),
    status: status !== null && "name" in status ? (status.name ?? null) : null,
    due: due !== null && "date" in due ? (due.date ?? null) : null,
  };
}

function names(connection: { readonly nodes: readonly ({ name: string } | { login: string } | null)[] | null } | null) {
  return nodesOf(connection).map((node) => ("name" in node ? node.name : node.login));
}
