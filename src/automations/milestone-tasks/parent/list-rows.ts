import type { IsoDay } from "../../../calendar/day.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { OneMilestone } from "../facts.ts";
import type { DesiredTask } from "../task/desired.ts";
import type { IssueRef } from "../task/issues-of.ts";
import { isLate, type MovedTo, type TaskState } from "../task/state.ts";

/** One line of the parent's table. */
export interface Row {
  /** `#51`; null: it does not have an issue. */
  readonly shown: string | null;
  readonly title: string;
  readonly assignees: readonly string[];
  readonly due: IsoDay | null;
  readonly state: "done" | "dropped" | "late" | "open" | "moved" | "ended" | "to come";
  /** Open tasks that it waits for, as `#51`. */
  readonly waitsFor: readonly string[];
  readonly movedTo: MovedTo | null;
  /** The milestone that a task was moved in from. */
  readonly movedInFrom: string | null;
}

/** Every task of the milestone in the order of sre.yml, then tasks that sre.yml no longer has, then those moved in. */
export function listRowsOf(
  desired: readonly DesiredTask[],
  issueRefs: ReadonlyMap<string, IssueRef>,
  states: readonly TaskState[],
  facts: OneMilestone,
  context: ReconcileContext,
): Row[] {
  const stateOf = new Map(states.map((state) => [state.issue.number, state]));
  const isDesired = new Set(desired.map((task) => task.key));
  const today = isoDay(context.now, context.config.timezone);
  const waitsFor = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const blocker = issueRefs.get(key);
      const isDone = blocker?.issue != null && stateOf.get(blocker.issue.number)?.open === false;
      return blocker === undefined || isDone ? [] : [blocker.shown];
    });
  const ofState = (state: TaskState): Row => ({
    ...EMPTY,
    shown: `#${state.issue.number}`,
    title: state.title,
    // Owner and date are shown by the milestone that it is in.
    ...(state.open && !state.ownedHere ? {} : { assignees: state.assignees, due: state.due }),
    state: stateName(state, today),
    waitsFor: state.movedIn ? [] : waitsFor(state.issue.metadata.after),
    movedTo: state.ownedHere ? null : (state.movedTo ?? milestoneOf(state, facts)),
    movedInFrom: state.movedIn ? titleOf(state.issue.metadata.milestone, facts) : null,
  });
  const ofDesired = (task: DesiredTask): Row => {
    const issueRef = issueRefs.get(task.key);
    const state = issueRef?.issue == null ? undefined : stateOf.get(issueRef.issue.number);
    if (state !== undefined) return { ...ofState(state), waitsFor: waitsFor(task.after) };
    const { title, due, assignees } = task;
    if (issueRef === undefined && facts.ended.has(task.key)) return { ...EMPTY, title, state: "ended" };
    const state_ = issueRef === undefined ? "to come" : due !== null && due < today ? "late" : "open";
    return {
      ...EMPTY,
      shown: issueRef?.shown ?? null,
      title,
      assignees,
      due,
      state: state_,
      waitsFor: waitsFor(task.after),
    };
  };
  const rest = states.filter((state) => state.movedIn || !isDesired.has(state.key));
  const former = rest.filter((state) => !state.movedIn);
  return [...desired.map(ofDesired), ...former.map(ofState), ...rest.filter((state) => state.movedIn).map(ofState)];
}

const EMPTY: Row = {
  shown: null,
  title: "",
  assignees: [],
  due: null,
  state: "open",
  waitsFor: [],
  movedTo: null,
  movedInFrom: null,
};

function stateName(state: TaskState, today: IsoDay): Row["state"] {
  if (!state.open) return state.issue.dropped ? "dropped" : "done";
  if (!state.ownedHere) return "moved";
  return isLate(state, today) ? "late" : "open";
}

function milestoneOf({ issue }: TaskState, { others }: OneMilestone): MovedTo | null {
  return others.find((other) => other.number === issue.milestone) ?? null;
}

function titleOf(milestone: number, { others }: OneMilestone): string {
  return others.find((other) => other.number === milestone)?.title ?? String(milestone);
}
