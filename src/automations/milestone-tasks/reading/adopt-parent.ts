import type { ReconcileContext } from "../../automation.ts";
import { reportedOn } from "../closing/closing-comment.ts";
import type { Milestone, ParentIssue, UnmarkedIssue } from "../facts.ts";
import { parentTitleOf } from "../parent/parent.ts";

/** The parent with a new text: its metadata is lost except for what the tasks and the store know. */
export function adoptParent(issue: UnmarkedIssue, milestone: Milestone, context: ReconcileContext): ParentIssue {
  const { id, number, title, body, open, comments, item, subIssues } = issue;
  return {
    ...{ id, number, title, body, open, comments, item, subIssues },
    overwritten: null,
    content: "",
    metadata: {
      milestone: milestone.number,
      title: parentTitleOf({ milestone }, context),
      numbers: {},
      turns: {},
      ended: [],
      closing: reportedOn({ comments }, context).at(-1) ?? null,
      closed: false,
    },
  };
}
