import { presentIssue, presentIssues } from "../present.ts";
import { invalid, notFound } from "../refused.ts";
import { listed, noteCreation } from "../replicas.ts";
import type { SimIssue, SimRepo } from "../state.ts";
import { type Acting, issueOf, tell } from "./acting.ts";

/** GitHub's limit of issues on one side of a dependency (docs.github.com, "Creating issue dependencies"). */
const MOST = 50;

/** The issues that block this one, in the order they were named. */
export function blockersOf(repo: SimRepo, issue: SimIssue): SimIssue[] {
  return issue.blocked_by.flatMap((number) => presentIssue(repo, number) ?? []);
}

/** The issues that this one blocks. */
export function blockedBy(repo: SimRepo, number: number): SimIssue[] {
  return presentIssues(repo).filter((issue) => issue.blocked_by.includes(number));
}

/** The same two as lists show them: a new dependency comes late. */
export function listedBlockers(repo: SimRepo, issue: SimIssue): SimIssue[] {
  return listed(repo, "dependencies", blockersOf(repo, issue), (blocker) => `${issue.number}/${blocker.number}`);
}

export function listedBlocked(repo: SimRepo, number: number): SimIssue[] {
  return listed(repo, "dependencies", blockedBy(repo, number), (issue) => `${issue.number}/${number}`);
}

/** Adds a dependency; 422 for the issue itself, for an existing dependency and for too many. */
export function addBlocker(acting: Acting, repo: SimRepo, number: number, blocker: number): SimIssue {
  const issue = issueOf(repo, number);
  issueOf(repo, blocker);
  if (number === blocker) throw invalid("IssueDependency", "An issue cannot block itself");
  if (isBehind(repo, blocker, number)) {
    throw invalid("IssueDependency", "Adding this dependency would create a circular dependency");
  }
  if (issue.blocked_by.includes(blocker)) throw invalid("IssueDependency", "This dependency already exists");
  if (blockersOf(repo, issue).length >= MOST || blockedBy(repo, blocker).length >= MOST) {
    throw invalid("IssueDependency", `An issue cannot have more than ${MOST} dependencies of one kind`);
  }
  issue.blocked_by = [...issue.blocked_by, blocker];
  noteCreation(acting.state, repo, "dependencies", `${number}/${blocker}`);
  issue.updated_at = acting.state.now;
  tell(acting, repo, "issue_dependencies", "blocked_by_added", { number, other_number: blocker });
  return issue;
}

/** Removes a dependency; 404 if there is none. */
export function removeBlocker(acting: Acting, repo: SimRepo, number: number, blocker: number): SimIssue {
  const issue = issueOf(repo, number);
  if (!issue.blocked_by.includes(blocker)) throw notFound();
  issue.blocked_by = issue.blocked_by.filter((one) => one !== blocker);
  issue.updated_at = acting.state.now;
  tell(acting, repo, "issue_dependencies", "blocked_by_removed", { number, other_number: blocker });
  return issue;
}

/** Whether an issue waits for the other one, however indirectly. */
function isBehind(repo: SimRepo, number: number, other: number): boolean {
  const seen = new Set<number>();
  const open = [number];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === other) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(presentIssue(repo, at)?.blocked_by ?? []));
  }
  return false;
}
