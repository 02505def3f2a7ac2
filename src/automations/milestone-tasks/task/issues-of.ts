import type { NumberOrRef } from "../../../github/actions.ts";
import type { OneMilestone, TaskIssue } from "../facts.ts";

/** An issue of a task: an existing one, or one to be created earlier in the same plan. */
export interface IssueRef {
  readonly number: NumberOrRef;
  readonly id: NumberOrRef;
  /** Its reference in a text: `#51`, or `#{{ref:…}}`. */
  readonly shown: string;
  readonly issue: TaskIssue | null;
}

/** The `ref` of a task that this plan creates; a preview prints the plans of several milestones together. */
export function refOf(milestone: number, key: string): string {
  // A key may hold anything, including what ends a reference in a text.
  return `task/${milestone}/${encodeURIComponent(key)}`;
}

export function existing(issue: TaskIssue): IssueRef {
  return { number: issue.number, id: issue.id, shown: `#${issue.number}`, issue };
}

/** A task that the plan creates. */
export function created(milestone: number, key: string): IssueRef {
  const ref = { ref: refOf(milestone, key) };
  return { number: ref, id: ref, shown: `#{{ref:${ref.ref}}}`, issue: null };
}

/** The tasks created for this milestone by key; the oldest where a lost answer left two. */
export function ownByKey({ own }: OneMilestone): Map<string, TaskIssue> {
  return oldestByKey(own);
}

/** The tasks by the milestone that they were created for, then by key: those that the `after` of each other name. */
export function siblingsIn({ own, movedIn }: OneMilestone): ReadonlyMap<number, ReadonlyMap<string, TaskIssue>> {
  const byMilestone = Map.groupBy([...own, ...movedIn], ({ metadata }) => metadata.milestone);
  return new Map([...byMilestone].map(([milestone, tasks]) => [milestone, oldestByKey(tasks)]));
}

function oldestByKey(tasks: readonly TaskIssue[]): Map<string, TaskIssue> {
  const byKey = new Map<string, TaskIssue>();
  for (const task of [...tasks].sort((a, b) => a.number - b.number)) {
    if (!byKey.has(task.metadata.key)) byKey.set(task.metadata.key, task);
  }
  return byKey;
}
