import type { AddAssignees, AddLabels, CreateIssue, UpdateIssue } from "../actions.ts";
import { StaleFacts } from "../errors.ts";
import { type Applying, numberOf, withNumbers } from "./applying.ts";

export async function createIssue(applying: Applying, action: CreateIssue): Promise<void> {
  const { data } = await applying.github.rest("POST /repos/{owner}/{repo}/issues", {
    ...applying.place,
    title: action.title,
    body: withNumbers(applying, action.body),
    ...(action.labels === undefined ? {} : { labels: [...action.labels] }),
    ...(action.assignees === undefined ? {} : { assignees: [...action.assignees] }),
  });
  applying.refs.set(action.ref, data.number);
}

export async function updateIssue(applying: Applying, action: UpdateIssue): Promise<void> {
  const { number, title, body, state, state_reason, expects } = action;
  if (expects !== undefined) {
    const { data } = await applying.github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", {
      ...applying.place,
      issue_number: number,
    });
    if ((data.body ?? "").replaceAll("\r\n", "\n") !== expects.body.replaceAll("\r\n", "\n")) {
      throw new StaleFacts(`the body of #${number}`);
    }
  }
  await applying.github.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
    ...applying.place,
    issue_number: number,
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body: withNumbers(applying, body) }),
    ...(state === undefined ? {} : { state }),
    ...(state_reason === undefined ? {} : { state_reason }),
  });
}

/** Pull requests take labels and assignees as issues do. */
export async function addLabels(applying: Applying, action: AddLabels): Promise<void> {
  await applying.github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
    ...applying.place,
    issue_number: numberOf(applying, action.number),
    labels: [...action.labels],
  });
}

export async function addAssignees(applying: Applying, action: AddAssignees): Promise<void> {
  await applying.github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/assignees", {
    ...applying.place,
    issue_number: numberOf(applying, action.number),
    assignees: [...action.assignees],
  });
}
