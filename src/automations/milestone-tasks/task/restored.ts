import type { Language } from "../../../config/schema.ts";
import type { LostEdit, LostEdits } from "../../../github/lost-edits.ts";
import { managedBlock, textAround } from "../../../managed/managed-body.ts";
import { withEdit } from "../../../markdown/with-edit.ts";
import type { ParentIssue, TaskIssue } from "../facts.ts";
import { PARENT, readTask, TASK } from "../metadata.ts";
import { shownDate, taskTextHash, withDate } from "./task-body.ts";

/**
 * A task as if people's overwritten edits had come after Detoil's write: the text around our block, and within it what
 * people may write, a date or words of their own. The metadata stays the present one: it stores which commands were
 * carried out, and they must not be carried out again. A command that another item of work carried out at that moment is
 * put back, too. Returns the same object if nothing is missing.
 */
export function restoredTask(read: TaskIssue, lost: LostEdits, language: Language): TaskIssue {
  const task = withCommands(read, lost.ownTexts, language);
  let { content } = task;
  for (const edit of lost.edits) content = contentAfter(edit, content, { task, language, ...lost });
  const around = aroundAfter(lost.edits, task.body, TASK);
  return content === task.content && around === task.body ? task : { ...task, content, overwritten: around };
}

/** With the commands that these texts store and the task no longer does: the date that they set, and that they were carried out. */
function withCommands(task: TaskIssue, ownTexts: readonly string[], language: Language): TaskIssue {
  const stored = ownTexts.flatMap((text) => readTask(text) ?? []);
  const [latest] = stored.sort((a, b) => b.metadata.processed - a.metadata.processed);
  if (latest === undefined || latest.metadata.processed <= task.metadata.processed) return task;
  const date = shownDate(latest.content);
  return {
    ...task,
    content: date === null ? task.content : withDate(task.content, date, language),
    metadata: { ...task.metadata, processed: latest.metadata.processed },
  };
}

/** The same for a parent, where nothing within the block belongs to people. */
export function restoredParent(parent: ParentIssue, { edits }: LostEdits): ParentIssue {
  const around = aroundAfter(edits, parent.body, PARENT);
  return around === parent.body ? parent : { ...parent, overwritten: around };
}

/** The body with what people wrote around our block; without the block where they wrote a whole new text. */
function aroundAfter(edits: readonly LostEdit[], body: string, key: string): string {
  let around = body;
  for (const { before, text } of edits) {
    const [was, is, ours] = [
      before === null ? null : managedBlock.find(before, key),
      managedBlock.find(text, key),
      managedBlock.find(around, key),
    ];
    if (is === null) around = text;
    else if (was === null || ours === null) around = textAround(text, around, key) ?? around;
    else {
      const head = withEdit(ours.before, { before: was.before, text: is.before });
      const tail = withEdit(ours.after, { before: was.after, text: is.after });
      around = head + around.slice(ours.before.length, around.length - ours.after.length) + tail;
    }
  }
  return around;
}

interface Surroundings {
  /** As it is now. */
  readonly task: TaskIssue;
  readonly isEditedSince: boolean;
  readonly language: Language;
}

/** Detoil's own part of a task after an edit of an earlier version. What somebody wrote into it after our write stays. */
function contentAfter(
  { before, text }: LostEdit,
  ours: string,
  { task, isEditedSince, language }: Surroundings,
): string {
  const { content: present, metadata } = task;
  const was = before === null ? null : managedBlock.find(before, TASK);
  const theirs = managedBlock.find(text, TASK)?.content ?? null;
  if (theirs === null) {
    // They wrote a whole new text. A date that somebody set by a command stays.
    const date = shownDate(ours);
    const isOfSomebody = date !== null && date !== metadata.due;
    return was === null && before !== null ? ours : isOfSomebody ? (ours.split("\n")[0] ?? "") : "";
  }
  if (was === null) return ours;
  const isRewritten =
    taskTextHash(theirs) !== taskTextHash(was.content) && !(isEditedSince && taskTextHash(present) !== metadata.text);
  const isRedated =
    shownDate(theirs) !== shownDate(was.content) && !(isEditedSince && shownDate(present) !== metadata.due);
  const content = isRewritten ? theirs : ours;
  const date = shownDate(isRedated ? theirs : ours);
  return date === null ? content : withDate(content, date, language);
}
