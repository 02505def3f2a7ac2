import type { ReconcileContext } from "../automation.ts";
import { waitingOf } from "./changes/waiting.ts";
import { emptyReasonText } from "./empty-reason-text.ts";
import type { LaneFacts, LanesFacts, MissingLane, ReleaseFacts } from "./facts.ts";
import { frozenMoment } from "./freeze.ts";
import { whyClosed } from "./opening.ts";
import { dueTick } from "./schedule.ts";

/**
 * For the terminal: the people whose write access this token could not read, so a preview may differ from what Detoil
 * does; and where nothing is written, why each lane needs nothing.
 */
export function emptyReason(
  facts: ReleaseFacts,
  context: ReconcileContext<"release">,
  isEmpty: boolean,
): string | null {
  if (facts.kind === "ci") {
    const [branch] = facts.unreadable;
    return branch === undefined ? null : emptyReasonText.noChecks(branch);
  }
  if (facts.kind !== "lanes") return null;
  const unchecked = facts.unchecked.length === 0 ? [] : [emptyReasonText.unchecked(facts.repository, facts.unchecked)];
  const lanes = isEmpty ? facts.lanes.map((lane) => laneReason(lane, facts, context)) : [];
  const reasons = [...unchecked, ...lanes];
  return reasons.length === 0 ? null : reasons.join("\n");
}

function laneReason(facts: LaneFacts | MissingLane, all: LanesFacts, context: ReconcileContext): string {
  const { from, to, schedule } = facts.lane;
  const about = (why: string) => emptyReasonText.lane(from, to, why);
  if (facts.kind === "missing") return about(emptyReasonText.missing(facts.branches));
  if (facts.outsider !== null) return about(emptyReasonText.outsider(facts.outsider.number, facts.outsider.author));
  if (facts.openPull !== null) return about(emptyReasonText.open(facts.openPull.number));
  const waiting = waitingOf(
    facts,
    all.lanes.map(({ lane }) => lane),
    all.repository,
  );
  const frozen = frozenMoment(facts.lane, context);
  const tick = schedule === null ? null : dueTick(schedule, context.config.timezone, context.now);
  switch (whyClosed(facts, waiting, frozen !== null, tick)) {
    case "nothing waits":
      if (facts.ahead === 0) return about(emptyReasonText.nothing(from, to));
      return about(waiting.direct > 0 ? emptyReasonText.direct(waiting.direct) : emptyReasonText.cancelled);
    case "frozen":
      return about(emptyReasonText.frozen(frozen ?? ""));
    case "closed by a person":
      return about(emptyReasonText.closed(facts.closedUnmerged?.number ?? 0));
    case "not scheduled":
    case "opened at this tick":
      return about(emptyReasonText.scheduled(schedule ?? ""));
    case null:
      return about(emptyReasonText.refused);
  }
}
