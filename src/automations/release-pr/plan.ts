import type { Action, Plan } from "../../github/actions.ts";
import type { ReconcileContext } from "../automation.ts";
import { waitingOf } from "./changes/waiting.ts";
import { checkFor, ordinaryCheck } from "./check/check.ts";
import { planMergeGroups } from "./check/merge-groups.ts";
import { planCi } from "./ci/plan-ci.ts";
import type { LaneFacts, LanesFacts, ReleaseFacts } from "./facts.ts";
import { mergeTimes } from "./opening.ts";
import { type LanePlan, planLane } from "./pull-request/plan-lane.ts";
import { sayReleased } from "./pull-request/released.ts";
import { warnRewritten } from "./pull-request/rewritten.ts";
import { planTick } from "./sign-off/plan-tick.ts";
import { planLanesIssue } from "./status-issue/status-issue.ts";

/** The missing writes: lanes on their own, then the checks, which several lanes may share. */
export function plan(facts: ReleaseFacts, context: ReconcileContext): Plan {
  const { language } = context.config;
  if (facts.kind === "pulls")
    return facts.pulls.flatMap((pull) => ordinaryCheck(pull.headOid, pull.checkRun, language));
  if (facts.kind === "ci") return facts.lanes.flatMap((lane) => planCi(lane, context));
  if (facts.kind === "tick") return planTick(facts, context);
  if (facts.kind === "merge-groups") {
    const planned = facts.lanes === null ? [] : planLanes(facts.lanes, context);
    const checks = planned.filter((action) => action.action === "set-check-run");
    return planMergeGroups(facts, checks, language);
  }
  return planLanes(facts, context);
}

function planLanes(facts: LanesFacts, context: ReconcileContext): Plan {
  const lanes = facts.lanes.map((lane) => lane.lane);
  const planned = facts.lanes.flatMap((lane, index) => {
    if (lane.kind === "missing") return [];
    const waiting = waitingOf(lane, lanes, facts.repository);
    const inFocus = facts.focus === null || facts.focus === index;
    return [{ lane, inFocus, waits: mergeTimes(waiting).length > 0, ...planLane(lane, waiting, context) }];
  });
  const reported = facts.lanes.map((lane) => {
    const of = planned.find((each) => each.lane === lane);
    const opens = of?.actions.some(({ action }) => action === "create-pull-request") ?? false;
    return { facts: lane, opens, waits: of?.waits ?? false };
  });
  return [
    ...planned
      .filter((each) => each.inFocus)
      .flatMap(({ lane, actions }) => [...actions, ...sayReleased(lane, context), ...warnRewritten(lane, context)]),
    ...checks(planned, facts, context),
    ...(facts.focus === null ? planLanesIssue(reported, context) : []),
  ];
}

type Planned = LanePlan & { readonly lane: LaneFacts; readonly inFocus: boolean };

function checks(planned: readonly Planned[], facts: LanesFacts, context: ReconcileContext): Action[] {
  const bases = new Set(facts.lanes.map((lane) => lane.lane.to));
  const heads = Map.groupBy(
    planned.filter((each) => each.concluded !== null),
    (each) => each.lane.headOid,
  );
  return [...heads].flatMap(([headOid, group]) => {
    if (!group.some((each) => each.inFocus)) return [];
    const releases = group.flatMap((each) => (each.concluded === null ? [] : [each.concluded]));
    const own = new Set(group.map(({ lane }) => lane.openPull?.number ?? lane.outsider?.number));
    const others = group
      .flatMap((each) => each.lane.sameHead)
      .filter((pull) => pull.headOid === headOid && bases.has(pull.base));
    const numbers = [...new Set(others.map((pull) => pull.number))]
      .filter((number) => !own.has(number))
      .sort((a, b) => a - b);
    return checkFor(
      { headOid, current: group[0]?.lane.checkRun ?? null, releases, others: numbers },
      context.config.language,
    );
  });
}
