import type { ReconcileContext } from "../../automation.ts";
import type { ParentIssue, TaskIssue } from "../facts.ts";
import { withKnownKeys } from "../short-keys.ts";
import type { IssueNode } from "./issue-node.ts";
import { parentIn } from "./read-issue.ts";

/** The first one created, where a lost answer left two. */
export function oldestParent(
  issues: readonly IssueNode[],
  context: ReconcileContext<"milestones">,
  milestone: number,
): ParentIssue | null {
  const found = issues
    .flatMap((node) => parentIn(node, context) ?? [])
    .filter(({ metadata }) => metadata.milestone === milestone);
  return found.reduce<ParentIssue | null>((a, b) => (a === null || b.number < a.number ? b : a), null);
}

/** A parent with very many tasks stores short forms of their keys; these tasks and sre.yml have the whole ones. */
export function withWholeKeys(
  parent: ParentIssue | null,
  tasks: readonly TaskIssue[],
  context: ReconcileContext<"milestones">,
): ParentIssue | null {
  if (parent === null) return null;
  const keys = [...context.section.tasks.map(({ key }) => key), ...tasks.map(({ metadata }) => metadata.key)];
  return { ...parent, metadata: withKnownKeys(parent.metadata, keys) };
}
