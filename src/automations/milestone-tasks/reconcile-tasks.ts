import type { Action } from "../../github/actions.ts";
import type { ReconcileContext } from "../automation.ts";
import { executeCommands } from "./commands/changes.ts";
import type { OneMilestone, TaskIssue } from "./facts.ts";
import { isMatched } from "./settings.ts";
import { asIs, type DesiredTask, desiredOfMovedIn } from "./task/desired.ts";
import { created, existing, ownByKey, siblingsIn } from "./task/issues-of.ts";
import { markLinked } from "./task/linked.ts";
import { isMissingItem, putInProject } from "./task/project-item.ts";
import type { TaskState } from "./task/state.ts";
import { dueOf, updateTask } from "./task/task-write.ts";

/** An existing task, its state afterwards, and the writes that lead there. */
export interface ReconciledTask {
  readonly state: TaskState;
  readonly desired: DesiredTask;
  /** Receipts, the one update, replies: people wait for them. */
  readonly commanded: readonly Action[];
  /** The update of a task without commands. */
  readonly updated: readonly Action[];
  /** After its dependencies. */
  readonly linked: readonly Action[];
}

/** All existing tasks, with their commands carried out and brought up to date. */
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
    reconcileTask(task, byKey.get(task.metadata.key), namedBy(task), facts, context),
  );
}

function reconcileTask(
  issue: TaskIssue,
  desiredTask: DesiredTask | undefined,
  shownFor: (key: string) => string | readonly string[],
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): ReconciledTask {
  const movedIn = issue.metadata.milestone !== facts.milestone.number;
  const general = desiredOf(issue, desiredTask, movedIn, facts);
  const ownedHere = movedIn || isOwnedHere(issue, facts, context);
  const { changes, before, after } = ownedHere
    ? executeCommands(issue, dueOf(issue, general, null), facts, context)
    : { changes: null, before: [], after: [] };
  const due = dueOf(issue, general, changes);
  const desired = due === general.due ? general : { ...general, ...general.on(due) };
  const blockers = desired.after.flatMap(shownFor);
  const update = ownedHere ? updateTask(issue, desired, changes, { facts, context, after: blockers }) : null;
  const open = issue.open && changes?.close !== true;
  const projectItem = { id: issue.id, ref: `item/${issue.number}`, item: issue.item, due };
  const belongsInProject = issue.item !== null || isMissingItem(issue, facts, context);
  const inProject = ownedHere && open && belongsInProject ? putInProject(projectItem, facts, context) : [];
  const inIssue = update === null ? [] : [update];
  // The project comes first: a date in the metadata that the project does not show yet would look like a person's.
  // After a command it comes last, because the issue stores that the command was carried out; until the reply, the
  // project is not read.
  const writes = changes === null ? [...inProject, ...inIssue] : [...inIssue, ...inProject];
  const isSeenTo = ownedHere && open && !movedIn && facts.milestone.open;
  const expects = update === null ? { body: issue.body } : undefined;
  const linked = isSeenTo ? markLinked(issue.number, update?.body ?? issue.body, expects) : null;
  // Writes that name a task to be created come after it.
  const namesNew = update?.body?.includes("{{ref:") === true;
  const isCommanded = (changes !== null || issue.replyDue) && !namesNew;
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
    commanded: [
      ...before,
      ...(isCommanded ? writes.map((action): Action => ({ ...action, answers: true })) : []),
      ...(namesNew ? [] : after),
    ],
    updated: [...(isCommanded ? [] : writes), ...(namesNew ? after : [])],
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
