import { sameText } from "../../markdown/line-ends.ts";
import type { AddAssignees, AddLabels, CreateIssue, Expected, RemoveAssignees, UpdateIssue } from "../actions.ts";
import { StaleFacts } from "../errors.ts";
import { type Applying, numberOf, withNumbers } from "./applying.ts";
import { orStale } from "./or-stale.ts";
import { withoutRefusedMembers } from "./refused-members.ts";
import type { Given } from "./registry.ts";

export async function createIssue(applying: Applying, action: CreateIssue): Promise<Given> {
  const { data } = await withoutRefusedMembers(applying, action, ({ labels, assignees }) =>
    applying.github.rest("POST /repos/{owner}/{repo}/issues", {
      ...applying.repo,
      title: action.title,
      body: withNumbers(applying, action.body),
      ...(labels === undefined ? {} : { labels: [...labels] }),
      ...(assignees === undefined ? {} : { assignees: [...assignees] }),
      ...(action.milestone === undefined ? {} : { milestone: action.milestone }),
    }),
  );
  applying.refs.set(action.ref, data.number);
  applying.ids.set(action.ref, data.id);
  return { number: data.number, id: data.id };
}

export async function updateIssue(applying: Applying, action: UpdateIssue): Promise<void> {
  const { title, body, state, state_reason, milestone, expects } = action;
  const issue_number = numberOf(applying, action.number);
  if (expects !== undefined) await expectIssue(applying, issue_number, expects);
  await withoutRefusedMembers(applying, action, ({ labels, assignees }) =>
    applying.github.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
      ...applying.repo,
      issue_number,
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body: withNumbers(applying, body) }),
      ...(state === undefined ? {} : { state }),
      ...(state_reason === undefined ? {} : { state_reason }),
      ...(labels === undefined ? {} : { labels: [...labels] }),
      ...(assignees === undefined ? {} : { assignees: [...assignees] }),
      ...(milestone === undefined ? {} : { milestone: milestone === null ? null : numberOf(applying, milestone) }),
    }),
  );
}

/** Reads the issue again. Throws `StaleFacts` if it differs from what the plan saw. */
async function expectIssue(applying: Applying, issue_number: number, expects: Expected): Promise<void> {
  const { data } = await orStale(
    `#${issue_number}`,
    applying.github.rest("GET /repos/{owner}/{repo}/issues/{issue_number}", { ...applying.repo, issue_number }),
  );
  const labels = data.labels.map((label) => (typeof label === "string" ? label : (label.name ?? "")));
  const assignees = (data.assignees ?? []).map((user) => user.login);
  const stale = [
    expects.body !== undefined && !sameText(data.body ?? "", expects.body) && "the body",
    expects.title !== undefined && data.title !== expects.title && "the title",
    expects.labels !== undefined && !sameMembers(labels, expects.labels) && "a label",
    expects.assignees !== undefined && !sameMembers(assignees, expects.assignees) && "an assignee",
  ].find((what) => what !== false);
  if (stale !== undefined) throw new StaleFacts(`${stale} of #${issue_number}`);
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** Labels and assignees of pull requests work as on issues. */
export async function addLabels(applying: Applying, action: AddLabels): Promise<void> {
  await applying.github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
    ...applying.repo,
    issue_number: numberOf(applying, action.number),
    labels: [...action.labels],
  });
}

/** GitHub silently drops people who cannot be assigned; its response says who was assigned. */
export async function addAssignees(applying: Applying, action: AddAssignees): Promise<void> {
  const { data } = await applying.github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/assignees", {
    ...applying.repo,
    issue_number: numberOf(applying, action.number),
    assignees: [...action.assignees],
  });
  const assigned = new Set((data.assignees ?? []).map(({ login }) => login.toLowerCase()));
  const dropped = action.assignees.filter((login) => !assigned.has(login.toLowerCase()));
  const error = { status: 201, message: "GitHub dropped this assignee" };
  applying.parts.push(...dropped.map((value) => ({ part: "assignee" as const, value, error })));
}

/** GitHub ignores people who are not assigned. */
export async function removeAssignees(applying: Applying, { number, assignees }: RemoveAssignees): Promise<void> {
  await applying.github.rest("DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees", {
    ...applying.repo,
    issue_number: number,
    assignees: [...assignees],
  });
}
