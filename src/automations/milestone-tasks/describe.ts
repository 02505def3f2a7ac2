import type { Look } from "../automation.ts";
import type { Milestone, MilestoneFacts, OneMilestone, TaskIssue } from "./facts.ts";
import { isForgotten } from "./forgotten.ts";
import { ownValue } from "./own-value.ts";
import { editsOf } from "./task/edits.ts";
import { ownByKey } from "./task/issues-of.ts";
import { dueOf } from "./task/task-write.ts";
import { type Wanted, wantedTasks } from "./task/wanted.ts";

type Described = Readonly<Record<string, unknown>>;

/** The facts as `preview --json` prints them (contract §2). */
export function describe(facts: MilestoneFacts, look: Look): Described {
  switch (facts.kind) {
    case "list":
      return { milestones: facts.milestones.map(describeMilestone) };
    case "none":
      return { milestone: { number: facts.number, state: facts.why }, tasks: [] };
    case "one":
      return describeOne(facts, look);
  }
}

function describeOne(facts: OneMilestone, look: Look): Described {
  const own = ownByKey(facts);
  const wanted = wantedTasks(facts, look);
  const isWanted = new Set(wanted.map(({ key }) => key));
  return {
    milestone: describeMilestone(facts.milestone),
    parent: facts.parent?.number ?? null,
    tasks: isForgotten(facts, look) ? [] : wanted.map((task) => describeTask(task, own.get(task.key), facts)),
    no_longer_wanted: [...own].filter(([key]) => !isWanted.has(key)).map(([, { number }]) => number),
    from_other_milestones: facts.guests.map(({ number }) => number),
  };
}

function describeMilestone({ number, title, open, due }: Milestone): Described {
  return { number, title, state: open ? "open" : "closed", due_on: due };
}

function describeTask(wanted: Wanted, task: TaskIssue | undefined, facts: OneMilestone): Described {
  const { key } = wanted;
  if (task === undefined) {
    const number = ownValue(facts.parent?.mark.numbers ?? {}, key) ?? null;
    return { key, number, due: wanted.due, assignees: wanted.assignees, state: "missing", human_edits: [] };
  }
  return {
    key,
    number: task.number,
    due: dueOf(task, wanted, null),
    assignees: task.assignees,
    state: task.open ? "open" : "closed",
    human_edits: editsOf(task, wanted.due),
  };
}
