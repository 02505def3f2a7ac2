import type { Action } from "../actions.ts";
import type { Applying } from "./applying.ts";
import { applyCheckRun } from "./check-run.ts";
import { addReaction, createComment, deleteComment, updateComment } from "./comment.ts";
import { addAssignees, addLabels, createIssue, updateIssue } from "./issue.ts";
import { createLabel } from "./label.ts";
import { createMilestone, updateMilestone } from "./milestone.ts";
import { addToProject, setProjectField } from "./project.ts";
import { createPullRequest, requestReviewers, updatePullRequest } from "./pull-request.ts";
import type { Given } from "./registry.ts";
import { addBlockedBy, addSubIssue, removeBlockedBy } from "./relation.ts";

/** The result of an action that creates nothing, or nothing with a number. */
const NONE: Given = { number: null, id: null };

/** Makes the requests of one action. Returns what it created. Throws the kinds of errors.ts. */
export async function perform(applying: Applying, action: Action): Promise<Given> {
  switch (action.action) {
    case "create-pull-request":
      return createPullRequest(applying, action);
    case "update-pull-request":
      await updatePullRequest(applying, action);
      return NONE;
    case "create-issue":
      return createIssue(applying, action);
    case "update-issue":
      await updateIssue(applying, action);
      return NONE;
    case "create-comment":
      return createComment(applying, action);
    case "update-comment":
      await updateComment(applying, action);
      return NONE;
    case "delete-comment":
      await deleteComment(applying, action);
      return NONE;
    case "set-check-run":
      return applyCheckRun(applying, action);
    case "add-labels":
      await addLabels(applying, action);
      return NONE;
    case "add-assignees":
      await addAssignees(applying, action);
      return NONE;
    case "request-reviewers":
      await requestReviewers(applying, action);
      return NONE;
    case "add-reaction":
      await addReaction(applying, action);
      return NONE;
    case "add-sub-issue":
      await addSubIssue(applying, action);
      return NONE;
    case "add-blocked-by":
      await addBlockedBy(applying, action);
      return NONE;
    case "remove-blocked-by":
      await removeBlockedBy(applying, action);
      return NONE;
    case "create-milestone":
      return createMilestone(applying, action);
    case "update-milestone":
      await updateMilestone(applying, action);
      return NONE;
    case "create-label":
      await createLabel(applying, action);
      return NONE;
    case "add-to-project":
      return addToProject(applying, action);
    case "set-project-field":
      await setProjectField(applying, action);
      return NONE;
  }
}
