import type { ReconcileContext } from "../automation.ts";
import type { Milestone, MilestoneFacts, OneMilestone, TaskIssue } from "./facts.ts";
import { isForgotten } from "./forgotten.ts";
import { ownValue } from "./own-value.ts";
import { recognized } from "./recognize.ts";
import { type DesiredTask, desiredTasks } from "./task/desired.ts";
import { editsOf } from "./task/edits.ts";
import { ownByKey } from "./task/issues-of.ts";
import { dueOf } from "./task/task-write.ts";

type Described = Readonly<Record<string, unknown>>;

/** The facts as `preview --json` prints them (contract §2). */
export function describe(facts: MilestoneFacts, context: ReconcileContext<"milestones">): Described {
  switch (facts.kind) {
    case "list":
      return { milestones: facts.milestones.map(describeMilestone) };
    case "none":
      return { milestone: { number: facts.number, state: facts.why }, tasks: [] };
    case "one":
      return describeOne(recognized(facts, context), context);
  }
}

function describeOne(facts: OneMilestone, context: ReconcileContext<"milestones">): Described {
  const own = ownByKey(facts);
  const desired = desiredTasks(facts, context);
  const isDesired = new Set(desired.map(({ key }) => key));
  return {
    milestone: describeMilestone(facts.milestone),
    parent: facts.parent?.number ?? null,
    tasks: isForgotten(facts, context) ? [] : desired.map((task) => describeTask(task, own.get(task.key), facts)),
    no_longer_wanted: [...own].filter(([key]) => !isDesired.has(key)).map(([, { number }]) => number),
    from_other_milestones: facts.movedIn.map(({ number }) => number),
  };
}

function describeMilestone({ number, title, open, due }: Milestone): Described {
  return { number, title, state: open ? "open" : "closed", due_on: due };
}

function describeTask(desired: DesiredTask, task: TaskIssue | undefined, facts: OneMilestone): Described {
  const { key } = desired;
  if (task === undefined) {
    const number = ownValue(facts.parent?.metadata.numbers ?? {}, key) ?? null;
    return { key, number, due: desired.due, assignees: desired.assignees, state: "missing", human_edits: [] };
  }
  return {
    key,
    number: task.number,
    due: dueOf(task, desired, null),
    assignees: task.assignees,
    state: task.open ? "open" : "closed",
    human_edits: editsOf(task, desired.due),
  };
}
