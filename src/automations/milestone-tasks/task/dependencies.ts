import type { Action } from "../../../github/actions.ts";
import { without } from "../../../managed/names.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { TaskIssue } from "../facts.ts";
import { isRefused } from "../refusals.ts";

import type { IssueRef } from "./issues-of.ts";

/** The dependencies of a task to be created. */
export function blockNew(task: IssueRef, key: string, blockers: readonly IssueRef[]): Action[] {
  return blockers.map((blocker) => block(task, key, blocker));
}

/** Both come after the update that stores them: if killed in between, the next reconciliation can tell Detoil's from people's. */
export interface Links {
  readonly surplus: readonly Action[];
  readonly missing: readonly Action[];
}

/**
 * The dependencies that an existing task lacks, and those of ours that sre.yml no longer asks for (`surplus`). Where the
 * count was right no details were read: then only blockers that are created now are missing. A dependency that a
 * `linked` task was created with and has lost was removed by a person.
 */
export function blockExisting(
  task: IssueRef & { readonly issue: TaskIssue },
  linked: boolean,
  blockers: readonly IssueRef[],
  surplus: readonly TaskIssue[],
  context: ReconcileContext,
): Links {
  const { blockedBy, metadata, number } = task.issue;
  const has = ({ issue }: IssueRef) =>
    issue !== null &&
    !isRefused(`blocked-by/${number}/${issue.id}`, context) &&
    (blockedBy === null ||
      blockedBy.some((one) => one.number === issue.number) ||
      (linked && metadata.after.includes(issue.metadata.key)));
  const missing = blockers.filter((blocker) => !has(blocker));
  return {
    surplus: surplus.map((one) => ({
      action: "remove-blocked-by",
      number,
      issue_id: one.id,
      because: `sre.yml no longer says that ${metadata.key} waits for ${one.metadata.key}`,
    })),
    missing: missing.map((blocker) => block(task, metadata.key, blocker)),
  };
}

/** The tasks that this one waits for on GitHub and in its metadata, and no longer in sre.yml. */
export function surplusOf(
  { metadata, blockedBy }: TaskIssue,
  desired: readonly string[],
  own: ReadonlyMap<string, TaskIssue>,
): readonly TaskIssue[] {
  const former = without([...new Set([...metadata.after, ...metadata.dropping])], desired);
  const tasks = former.flatMap((key) => own.get(key) ?? []);
  return tasks.filter(({ number }) => blockedBy?.some((blocker) => blocker.number === number));
}

function block(task: IssueRef, key: string, blocker: IssueRef): Action {
  return {
    action: "add-blocked-by",
    number: task.number,
    issue_id: blocker.id,
    because: `sre.yml says that ${key} comes after another task`,
  };
}
