import type { IsoDay } from "../../calendar/day.ts";
import type { ReconcileContext } from "../automation.ts";
import type { OneMilestone, TaskIssue, UnmarkedIssue } from "./facts.ts";
import { ownValue } from "./own-value.ts";
import { type DesiredTask, desiredTasks } from "./task/desired.ts";
import { projectName } from "./task/project-item.ts";

/** A date long ago, for an unknown one. */
const LONG_AGO: IsoDay = "0001-01-01";

/**
 * Recognizes issues whose marker is gone: by the number that the parent or the store has for a key, or else by the
 * title. What differs from sre.yml is a person's, above all the text; the marker is put after it again.
 */
export function recognized(facts: OneMilestone, context: ReconcileContext<"milestones">): OneMilestone {
  const { unmarked, createdFor } = facts;
  if (unmarked.length === 0) return facts;
  const numbers = new Map(Object.entries(facts.parent?.metadata.numbers ?? {}).map(([key, number]) => [number, key]));
  const desired = desiredTasks(facts, context);
  const byKey = new Map(desired.map((task) => [task.key, task]));
  const byTitle = Map.groupBy(desired, ({ title }) => title);
  const own = [...facts.own];
  const taken = new Set(own.map(({ metadata }) => metadata.key));
  const ended = new Set(facts.ended);
  for (const issue of unmarked) {
    if (issue.number === facts.parent?.number) continue;
    const titled = byTitle.get(issue.title)?.find(({ key }) => !taken.has(key) && !ended.has(key));
    const key = numbers.get(issue.number) ?? createdFor.get(issue.number) ?? titled?.key;
    if (key === undefined || taken.has(key)) continue;
    own.push(adoptTask(issue, key, byKey.get(key), facts, context));
    taken.add(key);
    ended.delete(key);
  }
  return { ...facts, own, ended, unmarked: [] };
}

/** Metadata as if Detoil had written everything that sre.yml asks for, except the text. */
function adoptTask(
  issue: UnmarkedIssue,
  key: string,
  desired: DesiredTask | undefined,
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): TaskIssue {
  return {
    ...issue,
    content: "",
    metadata: {
      milestone: facts.milestone.number,
      key,
      title: desired?.title ?? issue.title,
      assignees: desired?.assignees ?? issue.assignees,
      labels: desired?.labels ?? [],
      due: desired?.due ?? null,
      text: "",
      made: LONG_AGO,
      after: desired?.after ?? [],
      turn: ownValue(facts.parent?.metadata.turns ?? {}, key) ?? desired?.turn ?? null,
      project: projectName(facts, context),
      projectDue: issue.item?.due ?? null,
      processed: 0,
      removed: false,
      linked: true,
      alone: false,
      dropping: [],
    },
  };
}
