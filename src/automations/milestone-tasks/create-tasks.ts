import type { Action, CreateIssue, NumberOrRef } from "../../github/actions.ts";
import type { ReconcileContext } from "../automation.ts";
import type { OneMilestone } from "./facts.ts";
import { createParent, type ParentView, parentRef, refreshParent } from "./parent/parent.ts";
import { isRefused } from "./refusals.ts";
import { blockNew } from "./task/dependencies.ts";
import type { DesiredTask } from "./task/desired.ts";
import { created, type IssueRef, refOf } from "./task/issues-of.ts";
import { isLinked, markLinked } from "./task/linked.ts";
import { putInProject } from "./task/project-item.ts";
import { linkTasks } from "./task/sub-issues.ts";
import { createTask } from "./task/task-write.ts";

/** Fits into a minute of GitHub's limits, with room for others. */
const AT_ONCE = 50;

export type IssueRefs = ReadonlyMap<string, IssueRef>;

interface Creating {
  readonly facts: OneMilestone;
  readonly context: ReconcileContext<"milestones">;
  readonly missing: readonly DesiredTask[];
  /** The tasks that exist. */
  readonly issueRefs: IssueRefs;
  readonly hasParent: boolean;
  /** The parent with these tasks; `left`: the number of tasks still to be created. */
  view(issueRefs: IssueRefs, left: number): ParentView;
}

interface Created {
  readonly actions: readonly Action[];
  /** Comes after everything that belongs to a task: a new parent then stores all numbers at once. */
  readonly observed: readonly Action[];
  /** The existing tasks and the created ones. */
  readonly issueRefs: IssueRefs;
}

/**
 * Creates the missing tasks, blockers first, with their links and dependencies, and the parent. The parent comes after
 * them, because its text names them; where the tasks take longer than a minute it comes first, and shows the progress.
 * That everything was created is stored last.
 */
export function createTasks(creating: Creating): Created {
  const { facts, context, missing, hasParent } = creating;
  const actions: Action[] = [];
  const issueRefs = new Map(creating.issueRefs);
  let parent: NumberOrRef | null = hasParent ? (facts.parent?.number ?? null) : null;
  const linked = new Set<string>();
  let count = 0;
  const viewNow = () => completed(creating.view(new Map(issueRefs), missing.length - count), creating);
  const addParent = () => {
    actions.push(createParent(viewNow(), facts, context));
    parent = { ref: parentRef(facts) };
  };
  const link = () => {
    if (parent === null) return;
    const unlinked = [...issueRefs].filter(([key]) => !linked.has(key));
    actions.push(...linkTasks(parent, unlinked, linked.size, facts, context));
    for (const [key] of unlinked) linked.add(key);
  };
  if (hasParent && parent === null && missing.length > AT_ONCE) addParent();
  for (const batch of batches(missing)) {
    const tasks = batch.map((desired) => {
      const task = createOne(desired, issueRefs, creating);
      if (task.issueRef !== null) issueRefs.set(desired.key, task.issueRef);
      return task;
    });
    actions.push(...tasks.flatMap(({ create, inProject }) => [create, ...inProject]));
    count += batch.length;
    const isLast = count === missing.length;
    if (isLast && hasParent && parent === null) addParent();
    link();
    if (facts.hasDependencies) for (const desired of batch) actions.push(...blockersOf(desired, issueRefs));
    actions.push(
      ...tasks.flatMap(({ create: { ref, body } }) => markLinked({ ref }, body, facts.parentEnded, undefined) ?? []),
    );
    if (!isLast && parent !== null) {
      const refreshed = refreshParent(parent, viewNow(), facts, context);
      // Only the first of these texts is computed from one that people may have changed meanwhile.
      const isRead = facts.parent !== null && count === batch.length;
      actions.push(isRead ? { ...refreshed, expects: { body: facts.parent.body } } : refreshed);
    }
  }
  if (hasParent && parent === null) addParent();
  link();
  const isNew = facts.parent === null && parent !== null && issueRefs.size > 0;
  const observed = isNew && parent !== null ? [refreshParent(parent, creating.view(issueRefs, 0), facts, context)] : [];
  return { actions, observed, issueRefs };
}

/**
 * Dependencies of tasks left over from an interrupted plan come after this part: the parent must not store the tasks'
 * numbers earlier, or missing dependencies would look as if a person had removed them.
 */
function completed(view: ParentView, { facts, context }: Creating): ParentView {
  const isComplete = ({ issue }: IssueRef) => issue === null || isLinked(issue, facts, context);
  return { ...view, issueRefs: new Map([...view.issueRefs].filter(([, issueRef]) => isComplete(issueRef))) };
}

interface CreatedTask {
  readonly create: CreateIssue;
  readonly inProject: readonly Action[];
  /** null: GitHub refuses to create it. */
  readonly issueRef: IssueRef | null;
}

function createOne(desired: DesiredTask, existing: IssueRefs, { facts, context, hasParent }: Creating): CreatedTask {
  const after = desired.after.flatMap((key) => existing.get(key)?.shown ?? []);
  const { number } = facts.milestone;
  const issueRef = created(number, desired.key);
  const ref = refOf(number, desired.key);
  // Nothing may refer to what GitHub refuses to create; it is tried again in a day.
  if (isRefused(ref, context))
    return { create: createTask(desired, ref, true, { facts, context, after }), inProject: [], issueRef: null };
  const projectItem = { id: issueRef.id, ref: `item/${number}/${desired.key}`, item: null, due: desired.due };
  const inProject = putInProject(projectItem, facts, context);
  const hasBlockers = desired.blockers.some((key) => existing.has(key));
  // A parent stores it for all of them, in one write.
  const linked = hasParent || (inProject.length === 0 && !hasBlockers);
  return { create: createTask(desired, ref, linked, { facts, context, after }), inProject, issueRef };
}

function blockersOf(desired: DesiredTask, issueRefs: IssueRefs): Action[] {
  const task = issueRefs.get(desired.key);
  const blockers = desired.blockers.flatMap((key) => issueRefs.get(key) ?? []);
  return task === undefined ? [] : blockNew(task, desired.key, blockers);
}

function batches(missing: readonly DesiredTask[]): (readonly DesiredTask[])[] {
  const found: (readonly DesiredTask[])[] = [];
  for (let at = 0; at < missing.length; at += AT_ONCE) found.push(missing.slice(at, at + AT_ONCE));
  return found;
}
