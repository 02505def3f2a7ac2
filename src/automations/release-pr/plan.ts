import type { Action, Plan } from "../../github/actions.ts";
import type { Look } from "../automation.ts";
import { checkFor, ordinaryCheck } from "./check.ts";
import type { LaneFacts, LanesFacts, ReleaseFacts } from "./facts.ts";
import { planMergeGroups } from "./merge-groups.ts";
import { planNotice } from "./notice.ts";
import { mergeTimes } from "./opening.ts";
import { type LanePlan, planLane } from "./plan-lane.ts";
import { warnRewritten } from "./rewritten.ts";
import { waitingOf } from "./waiting.ts";

/** The writes that are missing: lanes on their own, then the checks, which several lanes may share. */
export function plan(facts: ReleaseFacts, look: Look): Plan {
  const { language } = look.config;
  if (facts.kind === "pulls")
    return facts.pulls.flatMap((pull) => ordinaryCheck(pull.headOid, pull.checkRun, language));
  if (facts.kind === "merge-groups") {
    const planned = facts.lanes === null ? [] : planLanes(facts.lanes, look);
    const checks = planned.filter((action) => action.action === "set-check-run");
    return planMergeGroups(facts, checks, language);
  }
  return planLanes(facts, look);
}

function planLanes(facts: LanesFacts, look: Look): Plan {
  const lanes = facts.lanes.map((lane) => lane.lane);
  const planned = facts.lanes.flatMap((lane, index) => {
    if (lane.kind === "missing") return [];
    const waiting = waitingOf(lane, lanes, facts.repository);
    const inFocus = facts.focus === null || facts.focus === index;
    return [{ lane, inFocus, waits: mergeTimes(waiting).length > 0, ...planLane(lane, waiting, look) }];
  });
  const noticed = facts.lanes.map((lane) => {
    const of = planned.find((each) => each.lane === lane);
    const opens = of?.actions.some(({ action }) => action === "create-pull-request") ?? false;
    return { facts: lane, opens, waits: of?.waits ?? false };
  });
  return [
    ...planned.filter((each) => each.inFocus).flatMap((each) => [...each.actions, ...warnRewritten(each.lane, look)]),
    ...checks(planned, facts, look),
    ...(facts.focus === null ? planNotice(noticed, look) : []),
  ];
}

type Planned = LanePlan & { readonly lane: LaneFacts; readonly inFocus: boolean };

function checks(planned: readonly Planned[], facts: LanesFacts, look: Look): Action[] {
  const bases = new Set(facts.lanes.map((lane) => lane.lane.to));
  const heads = Map.groupBy(
    planned.filter((each) => each.verdict !== null),
    (each) => each.lane.headOid,
  );
  return [...heads].flatMap(([headOid, group]) => {
    if (!group.some((each) => each.inFocus)) return [];
    const releases = group.flatMap((each) => (each.verdict === null ? [] : [each.verdict]));
    const own = new Set(group.map(({ lane }) => lane.standing?.number ?? lane.stranger?.number));
    const others = group
      .flatMap((each) => each.lane.sameHead)
      .filter((pull) => pull.headOid === headOid && bases.has(pull.base));
    const numbers = [...new Set(others.map((pull) => pull.number))]
      .filter((number) => !own.has(number))
      .sort((a, b) => a - b);
    return checkFor(
      { headOid, current: group[0]?.lane.checkRun ?? null, releases, others: numbers },
      look.config.language,
    );
  });
}
