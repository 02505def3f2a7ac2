import type { Action, IdOrRef, NumberOrRef } from "../actions.ts";
import { type Applying, idOf, numberOf } from "./applying.ts";
import { createBranch, createCommit } from "./branch.ts";
import { applyCheckRun } from "./check-run.ts";
import { addReaction, createComment, deleteComment, updateComment } from "./comment.ts";
import { addAssignees, addLabels, createIssue, removeAssignees, updateIssue } from "./issue.ts";
import { createLabel } from "./label.ts";
import { createMilestone, updateMilestone } from "./milestone.ts";
import { addToProject, setProjectField } from "./project.ts";
import { createPullRequest, requestReviewers, updatePullRequest } from "./pull-request.ts";
import type { Given } from "./registry.ts";
import { addBlockedBy, addSubIssue, removeBlockedBy } from "./relation.ts";

type ActionName = Action["action"];

/** What there is to know of one kind of action. */
interface ActionKind<Kind extends Action> {
  /** Makes its requests. Returns what it created; nothing where it creates nothing with a number. Throws the kinds of errors.ts. */
  apply(applying: Applying, action: Kind): Promise<Given> | Promise<void>;
  /**
   * Its identity within the repository and automation, where it creates something. If the automation does not name it, it has
   * a natural identity: a link by its two ends, a check run by its commit.
   */
  creates?(applying: Applying, action: Kind): string;
  /** The identity of what it removes. */
  removes?(action: Kind): string;
  /** GitHub limits how many are made in a minute and an hour: whatever notifies people. */
  readonly isContent?: true;
  /** Where the automation says that it is one of many, it can wait for room. */
  readonly deferrable?: true;
  /** GitHub would accept it twice, and people would read it twice. It refuses a second pull request, milestone or link itself. */
  readonly once?: true;
}

type Kinds = { readonly [Name in ActionName]: ActionKind<Extract<Action, { readonly action: Name }>> };

/** All kinds of actions: a new one does not compile until it is described here. */
const actionRegistry: Kinds = {
  "create-branch": { apply: createBranch },
  "create-commit": { apply: createCommit },
  "create-pull-request": { apply: createPullRequest, creates: named, isContent: true },
  "update-pull-request": { apply: updatePullRequest },
  "create-issue": { apply: createIssue, creates: named, isContent: true, deferrable: true, once: true },
  "update-issue": { apply: updateIssue },
  "create-comment": { apply: createComment, creates: named, isContent: true, deferrable: true, once: true },
  "update-comment": { apply: updateComment },
  "delete-comment": { apply: deleteComment },
  "set-check-run": { apply: applyCheckRun, creates: (_, { head_sha, name }) => `check/${head_sha}/${name}` },
  "add-labels": { apply: addLabels },
  "add-assignees": { apply: addAssignees },
  "remove-assignees": { apply: removeAssignees },
  "request-reviewers": { apply: requestReviewers, isContent: true },
  "add-reaction": { apply: addReaction, creates: (_, { comment_id, content }) => `reaction/${comment_id}/${content}` },
  "add-sub-issue": {
    apply: addSubIssue,
    creates: (applying, action) => relation("sub-issue", applying, action.number, action.sub_issue_id),
  },
  "add-blocked-by": {
    apply: addBlockedBy,
    creates: (applying, action) => relation("blocked-by", applying, action.number, action.issue_id),
  },
  "remove-blocked-by": {
    apply: removeBlockedBy,
    removes: ({ number, issue_id }) => `blocked-by/${number}/${issue_id}`,
  },
  "create-milestone": { apply: createMilestone, creates: named },
  "update-milestone": { apply: updateMilestone },
  "create-label": { apply: createLabel, creates: (_, { name }) => `label/${name.toLowerCase()}` },
  "add-to-project": {
    apply: addToProject,
    creates: (applying, { org, project_number, id }) => `item/${org}/${project_number}/${idOf(applying, id)}`,
  },
  "set-project-field": { apply: setProjectField },
};

export function kindOf(action: Action): ActionKind<Action> {
  // The entry of an action's name takes that action; the compiler cannot follow the name from the one to the other.
  return actionRegistry[action.action] as ActionKind<Action>;
}

function named(_: Applying, { identity }: { readonly identity: string }): string {
  return identity;
}

function relation(kind: string, applying: Applying, number: NumberOrRef, id: IdOrRef): string {
  return `${kind}/${numberOf(applying, number)}/${idOf(applying, id)}`;
}
