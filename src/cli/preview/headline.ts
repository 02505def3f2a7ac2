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

const headlines: Headlines = {
  "create-pull-request": ({ title, head, base, draft }) =>
    `open the ${draft ? "draft " : ""}pull request “${title}” (${head} → ${base})`,
  "update-pull-request": ({ number, state }) => `${changing(state)} #${number}`,
  "create-issue": ({ title }) => `open the issue “${title}”`,
  "update-issue": ({ number, state }, { numbered }) => `${changing(state)} ${numbered(number)}`,
  "create-comment": ({ number }, { numbered }) => `comment on ${numbered(number)}`,
  "update-comment": ({ comment_id }) => `edit the comment ${comment_id}`,
  "delete-comment": ({ comment_id }) => `delete the comment ${comment_id}`,
  "set-check-run": ({ name, conclusion, head_sha }) =>
    `set the check “${name}” on ${head_sha.slice(0, 7)}: ${conclusion}`,
  "add-labels": ({ number, labels }, { numbered }) => `label ${numbered(number)}: ${labels.join(", ")}`,
  "add-assignees": ({ number, assignees }, { numbered }) => `assign ${numbered(number)} to ${assignees.join(", ")}`,
  "request-reviewers": ({ number, reviewers }, { numbered }) =>
    `ask for a review of ${numbered(number)}: ${reviewers.join(", ")}`,
  "add-reaction": ({ comment_id, content }) => `react to the comment ${comment_id} with ${content}`,
  "add-sub-issue": ({ number, sub_issue_number }, { numbered }) =>
    `make ${numbered(sub_issue_number)} a sub-issue of ${numbered(number)}`,
  "add-blocked-by": ({ number, issue_id }, { numbered, identified }) =>
    `mark ${numbered(number)} as blocked by ${identified(issue_id, "issue")}`,
  "remove-blocked-by": ({ number, issue_id }, { numbered, identified }) =>
    `mark ${numbered(number)} as no longer blocked by ${identified(issue_id, "issue")}`,
  "create-milestone": ({ title }) => `create the milestone “${title}”`,
  "update-milestone": ({ number, state }) => `${changing(state)} the milestone ${number}`,
  "create-label": ({ name }) => `create the label “${name}”`,
  "add-to-project": ({ id, org, project_number }, { identified }) =>
    `put ${identified(id, "issue")} into the project ${project_number} of ${org}`,
  "set-project-field": ({ item_id, org, project_number }, { identified }) =>
    `set fields of ${identified(item_id, "item")} in the project ${project_number} of ${org}`,
};

function changing(state: "open" | "closed" | undefined): string {
  if (state === undefined) return "update";
  return state === "open" ? "reopen" : "close";
}

/** What an action does, as a person would say it: "open the issue “Code freeze”". */
export function headlineOf<A extends Action>(action: A, names: Names): string {
  // the table has one function per action, each taking just that one
  const headline = headlines[action.action] as (action: A, names: Names) => string;
  return headline(action, names);
}

/** The names in a plan: what it creates has no number yet. */
export function namesIn(plan: readonly Action[]): Names {
  const titles = new Map<string, string>();
  const named = (ref: string) => titles.get(ref) ?? "what is created above";
  for (const action of plan) {
    if (action.action === "add-to-project" && typeof action.id !== "number")
      titles.set(action.ref, named(action.id.ref));
    else if ("ref" in action && "title" in action) titles.set(action.ref, `“${action.title}”`);
  }
  return {
    numbered: (target) => (typeof target === "number" ? `#${target}` : named(target.ref)),
    identified: (target, kind) =>
      typeof target === "number" ? `the ${kind} with the id ${target}` : named(target.ref),
  };
}
