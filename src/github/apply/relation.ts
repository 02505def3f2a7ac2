import type { AddBlockedBy, AddSubIssue, RemoveBlockedBy } from "../actions.ts";
import { isGone, orNullIfGone } from "../error-meaning.ts";
import { isAlreadySo } from "./already-so.ts";
import { type Applying, idOf, numberOf } from "./applying.ts";
import { addSubIssueOverGraphql } from "./sub-issue-over-graphql.ts";

/** A relation that already exists (422) counts as done. */
async function orAlreadySo(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isAlreadySo(error)) throw error;
  }
}

export async function addSubIssue(applying: Applying, action: AddSubIssue): Promise<void> {
  const issue_number = numberOf(applying, action.number);
  const overRest = applying.github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues", {
    ...applying.repo,
    issue_number,
    sub_issue_id: idOf(applying, action.sub_issue_id),
  });
  await orAlreadySo(
    overRest.catch((error: unknown) => {
      if (!isGone(error)) throw error;
      return addSubIssueOverGraphql(applying, issue_number, numberOf(applying, action.sub_issue_number), error);
    }),
  );
}

export async function addBlockedBy(applying: Applying, action: AddBlockedBy): Promise<void> {
  await orAlreadySo(
    applying.github.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by", {
      ...applying.repo,
      issue_number: numberOf(applying, action.number),
      issue_id: idOf(applying, action.issue_id),
    }),
  );
}

/** A relation that is already gone counts as removed. */
export async function removeBlockedBy(applying: Applying, action: RemoveBlockedBy): Promise<void> {
  const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}";
  const { number: issue_number, issue_id } = action;
  await orNullIfGone(applying.github.rest(route, { ...applying.repo, issue_number, issue_id }));
}
