import type { SimIssue, SimIssueBase, SimRepo } from "./state.ts";

/** Whether GitHub still has it: a deleted or transferred issue keeps its number but is not listed. */
export function isPresent(item: SimIssueBase): boolean {
  const { deleted, transferred_to }: Partial<SimIssue> = item; // a pull request has neither
  return deleted !== true && (transferred_to ?? null) === null;
}

/** The issue of that number that GitHub still has. */
export function presentIssue(repo: SimRepo, number: number): SimIssue | null {
  const issue = repo.issues.get(number);
  return issue === undefined || !isPresent(issue) ? null : issue;
}

/** All issues that GitHub still has, in order of creation. */
export function presentIssues(repo: SimRepo): SimIssue[] {
  return [...repo.issues.values()].filter(isPresent);
}
