import type { Action, CreateIssue, NumberOrRef } from "../../../github/actions.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone } from "../facts.ts";
import { createParent, type ParentView, parentRef, refreshParent } from "../parent/parent.ts";
import { isRefused } from "../refusals.ts";
import { blockNew } from "./dependencies.ts";
import type { DesiredTask } from "./desired.ts";
import { created, type IssueRef, refOf } from "./issues-of.ts";
import { isLinked, markLinked } from "./linked.ts";
import { putInProject } from "./project-item.ts";
import { linkTasks } from "./sub-issues.ts";
import { createTask } from "./task-write.ts";

/** Fits into a minute of GitHub's limits, with room for others. */
const AT_ONCE = 50;

export interface Making {
  readonly facts: OneMilestone;
  readonly context: ReconcileContext;
  readonly toMake: readonly DesiredTask[];
  /** Grows with every task that is created. */
  readonly issueRefs: Map<string, IssueRef>;
  readonly hasParent: boolean;
  /** The parent with what exists so far; `left`: the number of tasks still to be created. */
  view(left: number): ParentView;
}

interface Made {
  readonly actions: readonly Action[];
  /** Comes after everything that belongs to a task: a new parent then stores all numbers at once. */
  readonly observed: readonly Action[];
}

/**
 * Creates the missing tasks, blockers first, with their links and dependencies, and the parent. The parent comes after
 * them, because its text names them; where the tasks take longer than a minute it comes first, and shows the progress.
 * That everything was created is stored last.
 */
export function make(making: Making): Made {
  const { facts, context, toMake, issueRefs, hasParent, view } = making;
  const actions: Action[] = [];
  let parent: NumberOrRef | null = hasParent ? (facts.parent?.number ?? null) : null;
  const linked = new Set<string>();
  const found = () => {
    actions.push(createParent(completed(view(toMake.length - made), making), facts, context));
    parent = { ref: parentRef(facts) };
  };
  const link = () => {
    if (parent === null) return;
    const missing = [...issueRefs].filter(([key]) => !linked.has(key));
    actions.push(...linkTasks(parent, missing, linked.size, facts, context));
    for (const [key] of missing) linked.add(key);
  };
  let made = 0;
  if (hasParent && parent === null && toMake.length > AT_ONCE) found();
  for (const batch of batches(toMake)) {
    const tasks = batch.map((desired) => makeOne(desired, making));
    actions.push(...tasks.flat());
    made += batch.length;
    const isLast = made === toMake.length;
    if (isLast && hasParent && parent === null) found();
    link();
    if (facts.hasDependencies) for (const desired of batch) actions.push(...blockersOf(desired, issueRefs));
    actions.push(...tasks.flatMap(([{ ref, body }]) => markLinked({ ref }, body, undefined) ?? []));
    if (!isLast && parent !== null) {
      const refreshed = refreshParent(parent, completed(view(toMake.length - made), making), facts, context);
      // Only the first of these texts is computed from one that people may have changed meanwhile.
      const isRead = facts.parent !== null && made === batch.length;
      actions.push(isRead ? { ...refreshed, expects: { body: facts.parent.body } } : refreshed);
    }
  }
  if (hasParent && parent === null) found();
  link();
  const isNew = facts.parent === null && parent !== null && issueRefs.size > 0;
  return { actions, observed: isNew && parent !== null ? [refreshParent(parent, view(0), facts, context)] : [] };
}

/**
 * Dependencies of tasks left over from an interrupted plan come after this part: the parent must not store the tasks'
 * numbers earlier, or missing dependencies would look as if a person had removed them.
 */
function completed(view: ParentView, { facts, context }: Making): ParentView {
  const isComplete = ({ issue }: IssueRef) => issue === null || isLinked(issue, facts, context);
  return { ...view, issueRefs: new Map([...view.issueRefs].filter(([, issueRef]) => isComplete(issueRef))) };
}

function makeOne(desired: DesiredTask, { facts, context, issueRefs, hasParent }: Making): [CreateIssue, ...Action[]] {
  const after = desired.after.flatMap((key) => issueRefs.get(key)?.shown ?? []);
  const { number } = facts.milestone;
  const task = created(number, desired.key);
  const ref = refOf(number, desired.key);
  // Nothing may refer to what GitHub refuses to create; it is tried again in a day.
  if (isRefused(ref, context)) return [createTask(desired, ref, true, { facts, context, after })];
  issueRefs.set(desired.key, task);
  const projectItem = { id: task.id, ref: `item/${number}/${desired.key}`, item: null, due: desired.due };
  const inProject = putInProject(projectItem, facts, context);
  // A parent stores it for all of them, in one write.
  const linked = hasParent || (inProject.length === 0 && blockersOf(desired, issueRefs).length === 0);
  return [createTask(desired, ref, linked, { facts, context, after }), ...inProject];
}

function blockersOf(desired: DesiredTask, issueRefs: ReadonlyMap<string, IssueRef>): Action[] {
  const task = issueRefs.get(desired.key);
  const blockers = desired.blockers.flatMap((key) => issueRefs.get(key) ?? []);
  return task === undefined ? [] : blockNew(task, desired.key, blockers);
}

function batches(toMake: readonly DesiredTask[]): (readonly DesiredTask[])[] {
  const found: (readonly DesiredTask[])[] = [];
  for (let at = 0; at < toMake.length; at += AT_ONCE) found.push(toMake.slice(at, at + AT_ONCE));
  return found;
}
