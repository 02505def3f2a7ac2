import type { Action, Plan } from "../actions.ts";
import type { GitHub } from "../client.ts";
import type { Applying, Place } from "./applying.ts";
import { applyCheckRun } from "./check-run.ts";
import { createComment, deleteComment, updateComment } from "./comment.ts";
import { addAssignees, addLabels, createIssue, updateIssue } from "./issue.ts";
import { createPullRequest, requestReviewers, updatePullRequest } from "./pull-request.ts";

export interface ApplyOptions {
  /**
   * Asked before each write: does this worker still own its target? A worker that was thought dead must not write
   * beside the one that took over.
   */
  readonly stillMine?: () => Promise<boolean>;
}

/** Thrown when another worker took this target over. Nothing more is written; the other one sees to it. */
export class LostTarget extends Error {
  constructor() {
    super("another worker has taken this target over");
    this.name = "LostTarget";
  }
}

function applyOne(applying: Applying, action: Action): Promise<void> {
  switch (action.action) {
    case "create-pull-request":
      return createPullRequest(applying, action);
    case "update-pull-request":
      return updatePullRequest(applying, action);
    case "create-issue":
      return createIssue(applying, action);
    case "update-issue":
      return updateIssue(applying, action);
    case "create-comment":
      return createComment(applying, action);
    case "update-comment":
      return updateComment(applying, action);
    case "delete-comment":
      return deleteComment(applying, action);
    case "set-check-run":
      return applyCheckRun(applying, action);
    case "add-labels":
      return addLabels(applying, action);
    case "add-assignees":
      return addAssignees(applying, action);
    case "request-reviewers":
      return requestReviewers(applying, action);
  }
}

/**
 * Carries a plan out, action by action, in order. Throws `StaleFacts` where something changed under it and the kinds of
 * errors.ts where GitHub refuses or fails; what was written until then stays, and the next look sees it.
 */
export async function apply(github: GitHub, place: Place, plan: Plan, options: ApplyOptions = {}): Promise<void> {
  const applying: Applying = { github, place, refs: new Map() };
  for (const action of plan) {
    if (options.stillMine !== undefined && !(await options.stillMine())) throw new LostTarget();
    await applyOne(applying, action);
  }
}
