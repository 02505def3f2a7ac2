import type { z } from "zod";
import { same, settingChange } from "../../text/change.ts";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import type { milestonesSection } from "./schema.ts";
import { changeText as text } from "./text.ts";

type Milestones = z.output<typeof milestonesSection>;
type Task = Milestones["tasks"][number];

/** What changes in milestones, one sentence each. Where the tasks are another file's, nothing is compared. */
export function* changes(
  before: Milestones | null,
  after: Milestones | null,
  { inherited, milestones: count }: ChangeContext,
): Generator<Sentence> {
  const was = inherited.before.has("tasks") ? null : before;
  const is = inherited.after.has("tasks") ? null : after;
  const isHidden = (key: string) => inherited.before.has(key) || inherited.after.has(key);
  const keys = (section: Milestones | null) => (section?.tasks ?? []).map(({ key }) => key);
  if (is === null) {
    if (was !== null) yield text.milestonesGone();
    return;
  }
  if (was === null) {
    yield text.milestonesNew(isHidden("match") ? "*" : is.match, keys(is), is.parent, count);
    return;
  }
  const old = new Map(was.tasks.map((task) => [task.key, task]));
  const added = keys(is).filter((key) => !old.has(key));
  const removed = keys(was).filter((key) => !keys(is).includes(key));
  if (added.length > 0) yield text.tasksNew(added, count);
  if (removed.length > 0) yield text.tasksGone(removed);
  for (const task of is.tasks) yield* taskChanges(old.get(task.key), task);
  for (const key of ["match", "parent", "project", "on-close"] as const) {
    if (!same(was[key], is[key]) && !isHidden(key)) yield settingChange(`milestones.${key}`, was[key], is[key]);
  }
}

function* taskChanges(was: Task | undefined, is: Task): Generator<Sentence> {
  if (was === undefined) return;
  for (const key of ["title", "body", "template", "assignees", "labels", "due", "after"] as const) {
    if (!same(was[key], is[key])) yield text.taskSetting(is.key, key, was[key], is[key]);
  }
}
