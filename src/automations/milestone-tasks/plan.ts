import type { Action, Plan } from "../../github/actions.ts";
import type { ReconcileContext } from "../automation.ts";
import { close } from "./closing/closing.ts";
import type { ClosingPlan } from "./closing/closing-plan.ts";
import { createTasks, type IssueRefs } from "./create-tasks.ts";
import type { MilestoneFacts, OneMilestone, TaskIssue } from "./facts.ts";
import { isForgotten } from "./forgotten.ts";
import { ownValue } from "./own-value.ts";
import { listRowsOf } from "./parent/list-rows.ts";
import { type ParentView, updateParent } from "./parent/parent.ts";
import { parentContent } from "./parent/parent-body.ts";
import { problemsOf } from "./parent/problems.ts";
import { recognized } from "./recognize.ts";
import { type ReconciledTask, reconcileTasks } from "./reconcile-tasks.ts";
import { isRefused, isUnsupported } from "./refusals.ts";
import { remind } from "./reminding/reminders.ts";
import { isMatched } from "./settings.ts";
import { blockExisting, type Links, surplusOf } from "./task/dependencies.ts";
import { type DesiredTask, desiredTasks } from "./task/desired.ts";
import { existing, ownByKey } from "./task/issues-of.ts";
import { isLinked } from "./task/linked.ts";
import { reportRemoved } from "./task/removed.ts";
import type { TaskState } from "./task/state.ts";

/** The missing writes: first what has to be created, then what has to be reported. */
export function plan(facts: MilestoneFacts, context: ReconcileContext<"milestones">): Plan {
  if (facts.kind !== "one") return [];
  const read = recognized(facts, context);
  return isForgotten(read, context) ? [] : planMilestone(read, context);
}

function planMilestone(read: OneMilestone, context: ReconcileContext<"milestones">): Plan {
  const all = desiredTasks(read, context);
  const asRead = reconcileTasks(desiredIn(all, read), read, context);
  const closingPlan = close(
    asRead.map(({ state }) => state),
    read,
    context,
  );
  const facts = asLeft(read, closingPlan);
  const { milestone, parent } = facts;
  const desired = desiredIn(all, facts);
  const reconciled = facts === read ? asRead : reconcileTasks(desired, facts, context);
  if (desired.length === 0 && reconciled.length === 0 && parent === null) return [];
  const states = reconciled.map(({ state }) => state);
  const own = ownByKey(facts);
  const existingRefs = new Map([...own].map(([key, issue]) => [key, existing(issue)]));
  const view = viewOf({
    desired,
    states: states.flatMap((state) => moved(state, closingPlan, context)),
    closingPlan,
    unlinked: unlinkedIn(reconciled, facts, context),
    facts,
    context,
  });
  const hasParent = context.section.parent && !facts.parentEnded;
  const missing = milestone.open ? desired.filter(({ key }) => !existingRefs.has(key) && !facts.ended.has(key)) : [];
  const { actions, observed, issueRefs } = milestone.open
    ? createTasks({ facts, context, missing, issueRefs: existingRefs, hasParent, view })
    : { actions: [], observed: [], issueRefs: existingRefs };
  const links = reconciled.map((task) => linksOf(task, own, issueRefs, facts, context));
  const update = hasParent && parent !== null ? updateParent(view(issueRefs, 0), facts, context) : null;
  return [
    // Before every write of the parent, whose metadata then stores it as done.
    ...closingPlan.beforeParent,
    ...(milestone.open ? labelsToMake(facts) : []),
    ...actions,
    ...reconciled.flatMap((task) => [...reportRemoved(task, context), ...task.updated]),
    // Removals come first: GitHub rejects cycles. A task that is created above closes none, since nothing waits for it yet.
    ...links.flatMap(({ surplus }) => surplus),
    ...links.flatMap(({ missing }) => missing),
    ...reconciled.flatMap(({ linked }) => linked),
    ...observed,
    ...(update === null ? [] : [closingPlan.needs.length === 0 ? update : { ...update, needs: closingPlan.needs }]),
    ...closingPlan.afterParent,
    ...remind(states, facts, context),
  ];
}

/** A milestone that this plan reopens is open for the rest of it. */
function asLeft(facts: OneMilestone, { afterParent }: ClosingPlan): OneMilestone {
  const isOpened = afterParent.some((action) => action.action === "update-milestone" && action.state === "open");
  return isOpened ? { ...facts, milestone: { ...facts.milestone, open: true, closedAt: null } } : facts;
}

/** A closed milestone gets no new tasks; it shows those that it had. */
function desiredIn(all: readonly DesiredTask[], { milestone, own, parent }: OneMilestone): readonly DesiredTask[] {
  if (milestone.open) return all;
  const had = new Set(own.map(({ metadata }) => metadata.key));
  return all.filter(({ key }) => had.has(key) || ownValue(parent?.metadata.numbers ?? {}, key) !== undefined);
}

interface PlannedTasks {
  readonly desired: readonly DesiredTask[];
  readonly states: readonly TaskState[];
  readonly closingPlan: ClosingPlan;
  readonly unlinked: ReadonlySet<string>;
  readonly facts: OneMilestone;
  readonly context: ReconcileContext<"milestones">;
}

/**
 * The parent's content at a point of the plan: with the issues that exist by then, and the number of tasks left to
 * create.
 */
function viewOf({
  desired,
  states,
  closingPlan,
  unlinked,
  facts,
  context,
}: PlannedTasks): (issueRefs: IssueRefs, left: number) => ParentView {
  const { open } = facts.milestone;
  const problems = open ? problemsOf(desired, facts, context) : [];
  const turns = Object.fromEntries(desired.flatMap(({ key, turn }) => (turn === null ? [] : [[key, turn]])));
  return (issueRefs, left) => {
    const rows = listRowsOf(desired, issueRefs, states, facts, context);
    const progress = left === 0 ? null : { made: issueRefs.size, total: issueRefs.size + left };
    const notes = { problems, closing: closingPlan.parentText, progress };
    return {
      content: (room) => parentContent(rows, notes, facts, context, room),
      issueRefs,
      unlinked,
      turns,
      closing: closingPlan.closing,
      finished: !open && rows.every(({ state }) => ["done", "dropped", "ended", "moved"].includes(state)),
    };
  };
}

/**
 * A task that this plan moves to the next milestone belongs to that one from then on, if it is reconciled; one that was
 * moved in leaves no trace.
 */
function moved(state: TaskState, { moved }: ClosingPlan, context: ReconcileContext<"milestones">): TaskState | [] {
  if (moved === null || !moved.numbers.includes(state.issue.number)) return state;
  if (state.movedIn) return [];
  return isMatched(moved.to.title, context.section) ? { ...state, ownedHere: false, movedTo: moved.to } : state;
}

function labelsToMake({ missingLabels }: OneMilestone): Action[] {
  const because = "a task wants this label, and the repository lacks it";
  return missingLabels.map((label) => ({ action: "create-label", ...label, because }));
}

/** Moved elsewhere, gone from sre.yml or in a closed milestone, a task keeps the dependencies that it has. */
function keepsLinks({ state, desired }: ReconciledTask, { milestone }: OneMilestone): boolean {
  return !state.ownedHere || state.movedIn || desired.removed || !milestone.open;
}

/**
 * The keys of those of them that were not given all their dependencies before. Of one that was moved elsewhere the parent
 * needs the number all the same: it is found by that alone.
 */
function unlinkedIn(
  tasks: readonly ReconciledTask[],
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): ReadonlySet<string> {
  const here = tasks.filter(({ state }) => state.ownedHere && !state.movedIn);
  const unlinked = here.filter((task) => keepsLinks(task, facts) && !isLinked(task.state.issue, facts, context));
  return new Set(unlinked.map(({ state }) => state.key));
}

function linksOf(
  task: ReconciledTask,
  own: ReadonlyMap<string, TaskIssue>,
  issueRefs: IssueRefs,
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): Links {
  const { desired } = task;
  const { issue, open } = task.state;
  const isKnown = facts.hasDependencies || isUnsupported("add-blocked-by", context);
  const linked = isLinked(issue, facts, context);
  // Closed before everything was created, a task still gets what is missing: it may be reopened.
  const isDone = !open && linked;
  if (!isKnown || isDone || keepsLinks(task, facts)) return { surplus: [], missing: [] };
  const desiredBlockers = desired.blockers.flatMap((key) => issueRefs.get(key) ?? []);
  // Where this GitHub has no dependencies, only those that it already refused are named again.
  const blockers = facts.hasDependencies
    ? desiredBlockers
    : desiredBlockers.filter(({ id }) => isRefused(`blocked-by/${issue.number}/${String(id)}`, context));
  const surplus = surplusOf(issue, desired.after, own);
  return blockExisting({ ...existing(issue), issue }, linked, blockers, surplus, context);
}
