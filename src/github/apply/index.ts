import type { Action, Plan } from "../actions.ts";
import type { GitHub } from "../client.ts";
import type { Applying, Place } from "./applying.ts";
import { applyCheckRun } from "./check-run.ts";
import { addReaction, createComment, deleteComment, updateComment } from "./comment.ts";
import { addAssignees, addLabels, createIssue, updateIssue } from "./issue.ts";
import { createLabel } from "./label.ts";
import { createMilestone, updateMilestone } from "./milestone.ts";
import { addToProject, setProjectField } from "./project.ts";
import { createPullRequest, requestReviewers, updatePullRequest } from "./pull-request.ts";
import { addBlockedBy, addSubIssue, removeBlockedBy } from "./relation.ts";

export interface ApplyOptions {
  /**
   * Asked before each write: does this worker still own its target? A worker that was thought dead must not write
   * beside the one that took over. And does a person wait meanwhile? Then what can wait gives way.
   */
  readonly hold?: () => Promise<Held>;
  /**
   * Asked before each write that GitHub counts as creation of content (an issue, a comment, a pull request). Where there is
   * no room it throws `Paced`: the rest is written by a later look.
   */
  readonly spend?: (creation: { readonly bulk: boolean }) => Promise<void>;
}

/** `urgent`: still ours, and a person has asked for something since the look began. */
export type Held = "kept" | "urgent" | "lost";

/** Thrown when another worker took this target over. Nothing more is written; the other one sees to it. */
export class LostTarget extends Error {
  constructor() {
    super("another worker has taken this target over");
    this.name = "LostTarget";
  }
}

/** Thrown in the midst of bulk work when a person waits: a new look answers first and goes on afterwards. */
export class GaveWay extends Error {
  constructor() {
    super("a person waits for an answer");
    this.name = "GaveWay";
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
    case "add-reaction":
      return addReaction(applying, action);
    case "add-sub-issue":
      return addSubIssue(applying, action);
    case "add-blocked-by":
      return addBlockedBy(applying, action);
    case "remove-blocked-by":
      return removeBlockedBy(applying, action);
    case "create-milestone":
      return createMilestone(applying, action);
    case "update-milestone":
      return updateMilestone(applying, action);
    case "create-label":
      return createLabel(applying, action);
    case "add-to-project":
      return addToProject(applying, action);
    case "set-project-field":
      return setProjectField(applying, action);
  }
}

/** Bulk work and what belongs to it; a plan has it behind the answers to people. */
function canWait(action: Action): boolean {
  switch (action.action) {
    case "create-issue":
    case "create-comment":
      return action.bulk === true;
    case "create-label":
    case "add-sub-issue":
    case "add-blocked-by":
    case "add-to-project":
    case "set-project-field":
      return true;
    default:
      return false;
  }
}

/** What GitHub's limits of content creation count: whatever notifies people. */
function creationIn(action: Action): { readonly bulk: boolean } | null {
  switch (action.action) {
    case "create-issue":
    case "create-comment":
      return { bulk: action.bulk === true };
    case "create-pull-request":
    case "request-reviewers":
      return { bulk: false };
    default:
      return null;
  }
}

/**
 * Carries a plan out, action by action, in order. Throws `StaleFacts` where something changed under it and the kinds of
 * errors.ts where GitHub refuses or fails; what was written until then stays, and the next look sees it.
 */
export async function apply(github: GitHub, place: Place, plan: Plan, options: ApplyOptions = {}): Promise<void> {
  const applying: Applying = { github, place, refs: new Map(), ids: new Map() };
  for (const action of plan) {
    const held = (await options.hold?.()) ?? "kept";
    if (held === "lost") throw new LostTarget();
    if (held === "urgent" && canWait(action)) throw new GaveWay();
    const creation = creationIn(action);
    if (creation !== null) await options.spend?.(creation);
    await applyOne(applying, action);
  }
}
