import type { Action, NumberOrRef } from "../../../github/actions.ts";
import { MOST_SUB_ISSUES } from "../../../github-limits.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone, TaskIssue } from "../facts.ts";
import { isRefused, isUnsupported } from "../refusals.ts";
import type { IssueRef } from "./issues-of.ts";
import { isLinked } from "./linked.ts";

const ADD = "add-sub-issue";

/**
 * The missing links to the parent, except for the `before` tasks that this plan already links. A task that people put
 * below another issue stays there, and one that they took out stays out.
 */
export function linkTasks(
  parent: NumberOrRef,
  issueRefs: readonly (readonly [key: string, place: IssueRef])[],
  before: number,
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): Action[] {
  const there = facts.parent?.subIssues ?? 0;
  return issueRefs
    .filter(([, { issue }]) => issue === null || (issue.parent === null && isToLink(issue, parent, facts, context)))
    .filter(([, { id }]) => !isUnsupported(ADD, context) || isRefused(identityOf(parent, id), context))
    .slice(0, Math.max(0, MOST_SUB_ISSUES - there - before))
    .map(([key, { id, number }]) => ({
      action: ADD,
      number: parent,
      sub_issue_id: id,
      sub_issue_number: number,
      because: `${key} is one of the milestone's tasks`,
    }));
}

function isToLink(
  issue: TaskIssue,
  parent: NumberOrRef,
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): boolean {
  const isMissing = !isLinked(issue, facts, context) || facts.unlinked.has(issue.number);
  return isMissing || isRefused(identityOf(parent, issue.id), context);
}

/** The key under which the store keeps a refusal, once both numbers are known. */
export function identityOf(parent: NumberOrRef, id: NumberOrRef): string {
  return `sub-issue/${String(parent)}/${String(id)}`;
}
