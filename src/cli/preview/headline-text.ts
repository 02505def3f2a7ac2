import type { Action, IdOrRef, NumberOrRef } from "../../github/actions.ts";

/** How people call what an action is about. */
export interface Names {
  /** `#5`, or the title of what the plan creates. */
  numbered(target: NumberOrRef): string;
  /** The same for what has only its id; `kind`: "issue". */
  identified(target: IdOrRef, kind: string): string;
}

type Headlines = {
  readonly [Name in Action["action"]]: (action: Extract<Action, { readonly action: Name }>, names: Names) => string;
};

/** What each action does, as a person would say it: "open the issue “Code freeze”". */
export const headlineText: Headlines = {
  "create-branch": ({ branch, sha, moves }) =>
    `${moves ? "move" : "create"} the branch ${branch} at ${sha.slice(0, 7)}`,
  "create-commit": ({ branch, path, message }) => `commit ${path} to ${branch}: “${message}”`,
  "create-pull-request": ({ title, head, base, draft }) =>
    `open the ${draft ? "draft " : ""}pull request “${title}” (${head} → ${base})`,
  "update-pull-request": ({ number, state }) => `${changing(state)} #${number}`,
  "create-issue": ({ title }) => `open the issue “${title}”`,
  "update-issue": ({ number, state }, { numbered }) => `${changing(state)} ${numbered(number)}`,
  "create-comment": ({ number }, { numbered }) => `comment on ${numbered(number)}`,
  "update-comment": ({ comment_id }) => `edit comment ${comment_id}`,
  "delete-comment": ({ comment_id }) => `delete comment ${comment_id}`,
  "set-check-run": ({ name, conclusion, head_sha }) =>
    `set the check “${name}” on ${head_sha.slice(0, 7)}: ${conclusion}`,
  "add-labels": ({ number, labels }, { numbered }) => `label ${numbered(number)}: ${labels.join(", ")}`,
  "add-assignees": ({ number, assignees }, { numbered }) => `assign ${numbered(number)} to ${assignees.join(", ")}`,
  "remove-assignees": ({ number, assignees }) => `remove ${assignees.join(", ")} from the assignees of #${number}`,
  "request-reviewers": ({ number, reviewers }, { numbered }) =>
    `ask ${reviewers.join(", ")} for a review of ${numbered(number)}`,
  "add-reaction": ({ comment_id, content }) => `react to comment ${comment_id} with ${content}`,
  "add-sub-issue": ({ number, sub_issue_number }, { numbered }) =>
    `make ${numbered(sub_issue_number)} a sub-issue of ${numbered(number)}`,
  "add-blocked-by": ({ number, issue_id }, { numbered, identified }) =>
    `mark ${numbered(number)} as blocked by ${identified(issue_id, "issue")}`,
  "remove-blocked-by": ({ number, issue_id }, { numbered, identified }) =>
    `mark ${numbered(number)} as no longer blocked by ${identified(issue_id, "issue")}`,
  "create-milestone": ({ title }) => `create the milestone “${title}”`,
  "update-milestone": ({ number, state }) => `${changing(state)} milestone ${number}`,
  "create-label": ({ name }) => `create the label “${name}”`,
  "add-to-project": ({ id, org, project_number }, { identified }) =>
    `put ${identified(id, "issue")} into project ${project_number} of ${org}`,
  "set-project-field": ({ item_id, org, project_number }, { identified }) =>
    `set fields of ${identified(item_id, "item")} in project ${project_number} of ${org}`,
};

function changing(state: "open" | "closed" | undefined): string {
  if (state === undefined) return "update";
  return state === "open" ? "reopen" : "close";
}
