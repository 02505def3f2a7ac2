import type { Action } from "../../../github/actions.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { TaskIssue } from "../facts.ts";
import { isRefused } from "../refusals.ts";
import type { IssueRef } from "./issues-of.ts";

/** The dependencies that a task to be created needs. */
export function blockNew(task: IssueRef, key: string, blockers: readonly IssueRef[]): Action[] {
  return blockers.map((blocker) => block(task, key, blocker));
}

/**
 * What is too much goes before the update that makes the mark forget it, and what is missing comes after the one that makes
 * it remember: killed in between, the next look still tells Detoil's dependencies from people's.
 */
export interface Links {
  readonly surplus: readonly Action[];
  readonly missing: readonly Action[];
}

/**
 * Those that an existing task lacks, and those of ours that sre.yml asks for no more (`former`). Where the count was right
 * nobody asked for details: then only blockers that are created now are missing. What a task that is `linked` was made to wait
 * for, and does not any more, a person took away.
 */
export function blockExisting(
  task: IssueRef & { readonly issue: TaskIssue },
  linked: boolean,
  blockers: readonly IssueRef[],
  former: readonly TaskIssue[],
  context: ReconcileContext,
): Links {
  const { blockedBy, metadata: mark, number } = task.issue;
  const has = ({ issue }: IssueRef) =>
    issue !== null &&
    !isRefused(`blocked-by/${number}/${issue.id}`, context) &&
    (blockedBy === null ||
      blockedBy.some((one) => one.number === issue.number) ||
      (linked && mark.after.includes(issue.metadata.key)));
  const missing = blockers.filter((blocker) => !has(blocker));
  const surplus = former.filter((one) => blockedBy?.some((blocker) => blocker.number === one.number));
  return {
    surplus: surplus.map((one) => ({
      action: "remove-blocked-by",
      number,
      issue_id: one.id,
      because: `sre.yml no longer says that ${mark.key} waits for ${one.metadata.key}`,
    })),
    missing: missing.map((blocker) => block(task, mark.key, blocker)),
  };
}

function block(task: IssueRef, key: string, blocker: IssueRef): Action {
  return {
    action: "add-blocked-by",
    number: task.number,
    issue_id: blocker.id,
    because: `sre.yml says that ${key} comes after another task`,
  };
}
