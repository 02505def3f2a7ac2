import { isoDay } from "../../../calendar/zone.ts";
import type { UpdateIssue } from "../../../github/actions.ts";
import { replaceBlock } from "../../../managed/managed-body.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone, TaskIssue } from "../facts.ts";
import { readTask, TASK, taskData } from "../metadata.ts";
import { ownValue } from "../own-value.ts";

/**
 * Whether everything that belongs to a task was created: its place below the parent, its dependencies, its item in the
 * project. Whatever is missing afterwards was removed by a person (makeplane/plane#4731), and stays away. The parent
 * stores that by the task's number, which it gets last; without a parent, and while sre.yml changes, the task's own
 * metadata does.
 */
export function isLinked(
  { number, metadata }: Pick<TaskIssue, "number" | "metadata">,
  { parent, parentEnded, parentEndedOn }: Pick<OneMilestone, "parent" | "parentEnded" | "parentEndedOn">,
  context: ReconcileContext<"milestones">,
): boolean {
  if (!metadata.linked) return false;
  const hasParent = context.section.parent && !parentEnded;
  // Somebody who deletes the parent on the day when the tasks are created may have been faster than their links.
  if (context.section.parent && parentEnded)
    return metadata.alone || metadata.made < (parentEndedOn ?? isoDay(context.now, context.config.timezone));
  const isOfAnother = parent !== null && parent.metadata.milestone !== metadata.milestone;
  return !hasParent || isOfAnother || ownValue(parent?.metadata.numbers ?? {}, metadata.key) === number;
}

/**
 * Stores on the task itself that everything was created, and removed. `alone`: its parent was deleted before it could store
 * that. `body` is its text after the writes earlier in the plan.
 */
export function markLinked(
  number: UpdateIssue["number"],
  body: string,
  alone: boolean,
  expects: UpdateIssue["expects"],
): UpdateIssue | null {
  const found = readTask(body);
  if (found === null) return null;
  const { metadata, content } = found;
  if (metadata.linked && metadata.dropping.length === 0 && (metadata.alone || !alone)) return null;
  const data = taskData({ ...metadata, linked: true, alone: metadata.alone || alone, dropping: [] });
  const linked = replaceBlock(body, TASK, content, data);
  const because = "its dependencies and its place in the project exist now";
  return { action: "update-issue", number, body: linked, ...(expects === undefined ? {} : { expects }), because };
}
