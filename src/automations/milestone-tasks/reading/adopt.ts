import type { IsoDay } from "../../../calendar/day.ts";
import type { Look } from "../../automation.ts";
import { saidOn } from "../ending/closing-comment.ts";
import type { Milestone, OneMilestone, ParentIssue, TaskIssue } from "../facts.ts";
import { ownValue } from "../own-value.ts";
import { parentTitleOf } from "../parent/parent.ts";
import { projectName } from "../task/board.ts";
import { type Wanted, wantedTasks } from "../task/wanted.ts";

/** An issue of Detoil's whose whole text a person rewrote: its marker went with it. */
export type Unmarked = Omit<TaskIssue, "mark" | "content"> & { readonly subIssues: number };

/** Of a date nobody knows, and long ago. */
const LONG_AGO: IsoDay = "0001-01-01";

/**
 * Takes the issues back whose marker is gone: by the number that the parent or the store remembers for a key, else by the
 * title. What differs from sre.yml is a person's, above all the text; the marker is put behind it again.
 */
export function adopt(
  facts: OneMilestone,
  unmarked: readonly Unmarked[],
  remembered: ReadonlyMap<number, string>,
  look: Look,
): OneMilestone {
  const numbers = new Map(Object.entries(facts.parent?.mark.numbers ?? {}).map(([key, number]) => [number, key]));
  const wanted = wantedTasks(facts, look);
  const own = [...facts.own];
  const ended = new Set(facts.ended);
  for (const issue of unmarked) {
    if (issue.number === facts.parent?.number) continue;
    const isFree = (key: string) => !own.some((task) => task.mark.key === key);
    const titled = wanted.find(({ key, title }) => title === issue.title && isFree(key) && !ended.has(key));
    const key = numbers.get(issue.number) ?? remembered.get(issue.number) ?? titled?.key;
    if (key === undefined || !isFree(key)) continue;
    const asked = wanted.find((task) => task.key === key);
    own.push(adoptTask(issue, key, asked, facts, look));
    ended.delete(key);
  }
  return { ...facts, own, ended };
}

/** As if Detoil had written all that sre.yml asks for, but for the text. */
function adoptTask(
  issue: Unmarked,
  key: string,
  wanted: Wanted | undefined,
  facts: OneMilestone,
  look: Look,
): TaskIssue {
  return {
    ...issue,
    content: "",
    mark: {
      milestone: facts.milestone.number,
      key,
      title: wanted?.title ?? issue.title,
      assignees: wanted?.assignees ?? issue.assignees,
      labels: wanted?.labels ?? [],
      due: wanted?.due ?? null,
      text: "",
      made: LONG_AGO,
      after: wanted?.after ?? [],
      turn: ownValue(facts.parent?.mark.turns ?? {}, key) ?? wanted?.turn ?? null,
      project: projectName(facts, look),
      board: issue.item?.due ?? null,
      heard: 0,
      removed: false,
      linked: true,
    },
  };
}

/** The parent without its text: what it remembered is lost but for what the tasks and the store know. */
export function adoptParent(issue: Unmarked, milestone: Milestone, look: Look): ParentIssue {
  const { id, number, title, body, open, comments, item, subIssues } = issue;
  return {
    ...{ id, number, title, body, open, comments, item, subIssues },
    overwritten: null,
    content: "",
    mark: {
      milestone: milestone.number,
      title: parentTitleOf({ milestone }, look),
      numbers: {},
      turns: {},
      ended: [],
      closing: saidOn({ comments }, look).at(-1) ?? null,
      closed: false,
    },
  };
}
