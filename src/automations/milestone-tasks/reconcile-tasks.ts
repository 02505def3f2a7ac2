import type { Action } from "../../github/actions.ts";
import type { ReconcileContext } from "../automation.ts";
import type { OneMilestone, TaskIssue } from "./facts.ts";
import { isMatched } from "./settings.ts";
import { surplusOf } from "./task/dependencies.ts";
import { asIs, type DesiredTask, desiredOfMovedIn } from "./task/desired.ts";
import { created, existing, ownByKey, siblingsIn } from "./task/issues-of.ts";
import { isLinked, markLinked } from "./task/linked.ts";
import { isMissingItem, putInProject } from "./task/project-item.ts";
import type { TaskState } from "./task/state.ts";
import { dueOf, updateTask } from "./task/task-write.ts";

/** An existing task, its state, and the writes that bring it up to date. */
export interface ReconciledTask {
  readonly state: TaskState;
  readonly desired: DesiredTask;
  /** Its date on the project, and its one update. */
  readonly updated: readonly Action[];
  /** After its dependencies. */
  readonly linked: readonly Action[];
}

/** All existing tasks, brought up to date. */
export function reconcileTasks(
  desired: readonly DesiredTask[],
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): ReconciledTask[] {
  const byKey = new Map(desired.map((task) => [task.key, task]));
  const own = ownByKey(facts);
  const isToCome = (key: string) => facts.milestone.open && byKey.has(key) && !own.has(key) && !facts.ended.has(key);
  const siblings = siblingsIn(facts);
  const namedBy = (task: TaskIssue) => (key: string) => {
    const sibling = siblings.get(task.metadata.milestone)?.get(key);
    if (sibling !== undefined) return existing(sibling).shown;
    const movedIn = task.metadata.milestone !== facts.milestone.number;
    return !movedIn && isToCome(key) ? created(facts.milestone.number, key).shown : [];
  };
  return [...own.values(), ...facts.movedIn].map((task) =>
    reconcileTask(task, byKey.get(task.metadata.key), namedBy(task), own, facts, context),
  );
}

function reconcileTask(
  issue: TaskIssue,
  desiredTask: DesiredTask | undefined,
  shownFor: (key: string) => string | readonly string[],
  own: ReadonlyMap<string, TaskIssue>,
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): ReconciledTask {
  const movedIn = issue.metadata.milestone !== facts.milestone.number;
  const general = desiredOf(issue, desiredTask, movedIn, facts);
  const ownedHere = movedIn || isOwnedHere(issue, facts, context);
  const due = dueOf(issue, general, null);
  const desired = due === general.due ? general : { ...general, ...general.on(due) };
  const blockers = desired.after.flatMap(shownFor);
  const surplus = movedIn || desired.removed ? [] : surplusOf(issue, desired.after, own);
  const dropping = surplus.map(({ metadata: { key } }) => key);
  const update = ownedHere ? updateTask(issue, desired, null, { facts, context, after: blockers, dropping }) : null;
  const { open } = issue;
  const projectItem = { id: issue.id, ref: `item/${issue.number}`, item: issue.item, due };
  const belongsInProject = issue.item !== null || isMissingItem(issue, facts, context);
  const inProject = ownedHere && open && belongsInProject ? putInProject(projectItem, facts, context) : [];
  const isLeft = movedIn || desired.removed || !facts.milestone.open;
  const isSeenTo = ownedHere && (open || !issue.metadata.linked) && !isLeft;
  const alone = context.section.parent && facts.parentEnded && !isLinked(issue, facts, context);
  const expects = update === null ? { body: issue.body } : undefined;
  const linked = isSeenTo ? markLinked(issue.number, update?.body ?? issue.body, alone, expects) : null;
  return {
    state: {
      issue,
      key: issue.metadata.key,
      movedIn,
      ownedHere,
      open,
      title: update?.title ?? issue.title,
      due,
      assignees: update?.assignees ?? issue.assignees,
    },
    desired,
    // The project comes first: a date in the metadata that the project does not show yet would look like a person's.
    updated: [...inProject, ...(update === null ? [] : [update])],
    linked: linked === null ? [] : [linked],
  };
}

/** In a closed milestone, and once it is done, a task only changes by people's hands. */
function desiredOf(
  issue: TaskIssue,
  desiredTask: DesiredTask | undefined,
  movedIn: boolean,
  { milestone }: OneMilestone,
): DesiredTask {
  if (!milestone.open || !issue.open) return asIs(issue, issue.metadata.removed);
  if (desiredTask === undefined) return asIs(issue, true);
  return movedIn ? desiredOfMovedIn(issue, desiredTask) : desiredTask;
}

/** A task that was moved to another reconciled milestone belongs to that one's reconciliation. */
function isOwnedHere({ milestone }: TaskIssue, facts: OneMilestone, context: ReconcileContext<"milestones">): boolean {
  const other = facts.others.find(({ number }) => number === milestone);
  return other === undefined || !isMatched(other.title, context.section);
}
