import { commentIn } from "../../../commands/comment-node.ts";
import { UNKNOWN } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf, readableNodes } from "../../../github/nodes.ts";
import { findMarkers } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { ParentIssue, ProjectItem, TaskIssue, UnmarkedIssue } from "../facts.ts";
import { readParent, readTask } from "../metadata.ts";
import type { IssueNode } from "./issue-node.ts";
import { isOnOurs } from "./read-items.ts";

/** A task that Detoil created, or null: a marker in anybody else's text means nothing. */
export function taskIn(node: IssueNode, context: ReconcileContext<"milestones">): TaskIssue | null {
  const found = isSelf(node.author, context.self) ? readTask(node.body) : null;
  if (found === null) return null;
  return { ...unmarkedOf(node, context), ...found };
}

/** An issue that Detoil created and whose text has lost its marker, or null. */
export function unmarkedIn(node: IssueNode, context: ReconcileContext<"milestones">): UnmarkedIssue | null {
  if (!isSelf(node.author, context.self)) return null;
  return findMarkers(node.body).length > 0 ? null : unmarkedOf(node, context);
}

function unmarkedOf(node: IssueNode, context: ReconcileContext<"milestones">): UnmarkedIssue {
  return {
    ...commonIn(node, context),
    // GraphQL reports duplicates only by an argument that not every GitHub knows.
    dropped: node.state === "CLOSED" && (node.stateReason === "NOT_PLANNED" || node.stateReason === "DUPLICATE"),
    labels: names(node.labels),
    assignees: names(node.assignees),
    milestone: node.milestone?.number ?? null,
    parent: node.parent === UNKNOWN ? "unreadable" : (node.parent?.number ?? null),
    subIssues: node.subIssuesSummary.total,
    itemsHidden: readableNodes(node.projectItems).unknown > 0,
    blockedBy: null,
  };
}

/** A milestone's parent that Detoil created, or null. */
export function parentIn(node: IssueNode, context: ReconcileContext<"milestones">): ParentIssue | null {
  const found = isSelf(node.author, context.self) ? readParent(node.body) : null;
  return found === null ? null : { ...found, ...commonIn(node, context), subIssues: node.subIssuesSummary.total };
}

function commonIn(node: IssueNode, context: ReconcileContext<"milestones">) {
  return {
    id: Number(node.fullDatabaseId),
    number: node.number,
    title: node.title,
    body: node.body,
    overwritten: null,
    open: node.state === "OPEN",
    comments: nodesOf(node.comments).map(commentIn),
    item: itemIn(node, context),
  };
}

function itemIn({ projectItems }: IssueNode, context: ReconcileContext<"milestones">): ProjectItem | null {
  const item = readableNodes(projectItems).nodes.find((node) => isOnOurs(node, context));
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
