import type { IsoDay } from "../../../calendar/day.ts";
import { sameNames } from "../../../managed/names.ts";
import type { TaskIssue } from "../facts.ts";
import { shownDate, taskTextHash } from "./task-body.ts";

/** People's changes to a task, which Detoil keeps. */
export type Edit = "title" | "assignees" | "labels" | "due" | "body";

/** Every field of a task that differs from what Detoil wrote. `wanted`: the date that sre.yml asks for. */
export function editsOf(task: TaskIssue, desired: IsoDay | null): Edit[] {
  const { metadata } = task;
  const edits: readonly (readonly [Edit, boolean])[] = [
    ["title", task.title !== metadata.title],
    ["assignees", !sameNames(task.assignees, metadata.assignees)],
    ["labels", !sameNames(task.labels, metadata.labels)],
    ["due", editedDate(task, desired) !== null],
    ["body", taskTextHash(task.content) !== metadata.text],
  ];
  return edits.flatMap(([edit, isMade]) => (isMade ? [edit] : []));
}

/**
 * The date that a person gave a task: in its text, on the project, or with `/sre snooze`; null: sre.yml's applies. On
 * the project it is a person's only if it is neither what was written there nor what is about to be.
 */
export function editedDate({ metadata, content, item }: TaskIssue, desired: IsoDay | null): IsoDay | null {
  const shown = shownDate(content);
  const inProject = item?.due ?? null;
  const toCome = desired === metadata.due ? [] : [desired];
  const known: readonly (IsoDay | null)[] = [metadata.projectDue, shown, ...toCome];
  if (inProject !== null && metadata.projectDue !== null && !known.includes(inProject)) return inProject;
  return shown !== null && shown !== metadata.due ? shown : null;
}
