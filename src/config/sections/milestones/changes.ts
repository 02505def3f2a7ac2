import type { z } from "zod";
import { same } from "../../text/change.ts";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import { settingChanges } from "../setting-changes.ts";
import type { milestonesSection } from "./schema.ts";
import { changeText as text } from "./text.ts";

type Milestones = z.output<typeof milestonesSection>;
type Task = Milestones["tasks"][number];

/** What changes in milestones, one sentence each. Where the tasks are another file's, nothing is compared. */
export function* changes(
  before: Milestones | null,
  after: Milestones | null,
  context: ChangeContext,
): Generator<Sentence> {
  const { inherited, milestones: count } = context;
  const was = inherited.before.has("tasks") ? null : before;
  const is = inherited.after.has("tasks") ? null : after;
  const keys = (section: Milestones | null) => (section?.tasks ?? []).map(({ key }) => key);
  if (is === null) {
    if (was !== null) yield text.milestonesGone();
    return;
  }
  if (was === null) {
    const isHidden = inherited.before.has("match") || inherited.after.has("match");
    yield text.milestonesNew(isHidden ? "*" : is.match, keys(is), is.parent, count);
    return;
  }
  const old = new Map(was.tasks.map((task) => [task.key, task]));
  const added = keys(is).filter((key) => !old.has(key));
  const removed = keys(was).filter((key) => !keys(is).includes(key));
  if (added.length > 0) yield text.tasksNew(added, count);
  if (removed.length > 0) yield text.tasksGone(removed);
  for (const task of is.tasks) yield* taskChanges(old.get(task.key), task);
  yield* settingChanges("milestones", ["match", "parent", "project", "on-close"], was, is, context);
}

function* taskChanges(was: Task | undefined, is: Task): Generator<Sentence> {
  if (was === undefined) return;
  for (const key of ["title", "body", "template", "assignees", "labels", "due", "after"] as const) {
    if (!same(was[key], is[key])) yield text.taskSetting(is.key, key, was[key], is[key]);
  }
}
