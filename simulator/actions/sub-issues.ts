import { isPresent, presentIssue, presentIssues } from "../present.ts";
import { notFound, Refused } from "../refused.ts";
import { listed, noteCreation } from "../replicas.ts";
import type { SimIssue, SimRepo } from "../state.ts";
import { type Acting, issueOf, tell } from "./acting.ts";

/** GitHub's limit of sub-issues under one parent (docs.github.com, "Adding sub-issues"). */
const MOST = 100;

/** The issue that this one is a sub-issue of. */
export function parentOf(repo: SimRepo, number: number): SimIssue | null {
  return presentIssues(repo).find((issue) => issue.sub_issues.includes(number)) ?? null;
}

/** An issue's sub-issues, in their order. */
export function subIssuesOf(repo: SimRepo, issue: SimIssue): SimIssue[] {
  return issue.sub_issues.flatMap((number) => presentIssue(repo, number) ?? []);
}

/** Those of them that a list shows: a new link appears late. */
export function listedSubIssues(repo: SimRepo, issue: SimIssue): SimIssue[] {
  return listed(repo, "sub_issues", subIssuesOf(repo, issue), (child) => `${issue.number}/${child.number}`);
}

/** Adds a sub-issue; 422 if it already has a parent (unless that is replaced), for a cycle and for too many. */
export function addSubIssue(
  acting: Acting,
  repo: SimRepo,
  number: number,
  child: number,
  replaceParent = false,
): SimIssue {
  const parent = issueOf(repo, number);
  const before = parentOf(repo, issueOf(repo, child).number);
  if (before === parent) throw refused("Issue may not contain duplicate sub-issues");
  if (before !== null && !replaceParent) throw refused("Sub issue may only have one parent");
  if (isWithin(repo, parent, child)) throw refused("Sub issue may not create a circular dependency");
  if (subIssuesOf(repo, parent).length >= MOST) {
    throw refused(`Parent cannot have more than ${MOST} sub-issues`);
  }
  if (before !== null) removeSubIssue(acting, repo, before.number, child);
  parent.sub_issues = [...parent.sub_issues.filter((one) => one !== child), child];
  noteCreation(acting.state, repo, "sub_issues", `${number}/${child}`);
  touch(acting, repo, parent, child);
  tell(acting, repo, "sub_issues", "sub_issue_added", { number, other_number: child });
  return parent;
}

/** As GitHub says it: one sentence and no list of errors, as captured in many reports of "(HTTP 422)". */
function refused(why: string): Refused {
  return new Refused(422, `An error occurred while adding the sub-issue to the parent issue. ${why}`);
}

/** Removes a sub-issue from its parent; 404 if it is not there. */
export function removeSubIssue(acting: Acting, repo: SimRepo, number: number, child: number): SimIssue {
  const parent = issueOf(repo, number);
  if (!parent.sub_issues.includes(child)) throw notFound();
  parent.sub_issues = parent.sub_issues.filter((one) => one !== child);
  touch(acting, repo, parent, child);
  tell(acting, repo, "sub_issues", "sub_issue_removed", { number, other_number: child });
  return parent;
}

function touch(acting: Acting, repo: SimRepo, parent: SimIssue, child: number): void {
  for (const issue of [parent, repo.issues.get(child)]) {
    if (issue !== undefined && isPresent(issue)) issue.updated_at = acting.state.now;
  }
}

/** Whether an issue is the other one or somewhere beneath it. */
function isWithin(repo: SimRepo, issue: SimIssue, other: number): boolean {
  for (let at: SimIssue | null = issue; at !== null; at = parentOf(repo, at.number))
    if (at.number === other) return true;
  return false;
}
