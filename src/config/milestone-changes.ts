import type { MilestoneCount } from "./milestone-count.ts";
import type { Language, SreConfig } from "./schema.ts";
import { behaviorText as text } from "./text/behavior.ts";

type Milestones = NonNullable<SreConfig["milestones"]>;
type Task = Milestones["tasks"][number];

/** What changes in milestones, one sentence each; null: they get no tasks. */
export function* milestoneChanges(
  was: Milestones | null,
  is: Milestones | null,
  language: Language,
  { count, hidden }: { readonly count: MilestoneCount | null; readonly hidden: ReadonlySet<string> },
): Generator<string> {
  const keys = (section: Milestones | null) => (section?.tasks ?? []).map(({ key }) => key);
  if (is === null) {
    if (was !== null) yield text.milestonesGone()[language];
    return;
  }
  if (was === null) {
    yield text.milestonesNew(hidden.has("milestones.match") ? "*" : is.match, keys(is), is.parent, count)[language];
    return;
  }
  const old = new Map(was.tasks.map((task) => [task.key, task]));
  const added = keys(is).filter((key) => !old.has(key));
  const removed = keys(was).filter((key) => !keys(is).includes(key));
  if (added.length > 0) yield text.tasksNew(added, count)[language];
  if (removed.length > 0) yield text.tasksGone(removed)[language];
  for (const task of is.tasks) yield* taskChanges(old.get(task.key), task, language);
  for (const key of ["match", "parent", "project", "on-close"] as const) {
    if (!same(was[key], is[key]) && !hidden.has(`milestones.${key}`))
      yield text.setting(`milestones.${key}`, was[key], is[key])[language];
  }
}

function* taskChanges(was: Task | undefined, is: Task, language: Language): Generator<string> {
  if (was === undefined) return;
  for (const key of ["title", "body", "template", "assignees", "labels", "due", "after"] as const) {
    if (!same(was[key], is[key])) yield text.taskSetting(is.key, key, was[key], is[key])[language];
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
