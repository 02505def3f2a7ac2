import { isOpen } from "../../../calendar/business.ts";
import { calendarOf } from "../../../calendar/calendar.ts";
import type { GitHub } from "../../../github/client.ts";
import type { ReconcileContext } from "../../automation.ts";
import { authorityOf } from "../github/authority.ts";
import type { CiFacts, CiOfLanes } from "./facts.ts";
import { inForce, movedAt, saysSo } from "./notice.ts";
import { isEnded, outcomeOf } from "./outcome.ts";
import { readCi } from "./read-ci.ts";
import { readSince } from "./read-since.ts";

/** The checks of all lanes with this head that tell of them; null: the branches of all such lanes. Nothing is read of other branches. */
export async function gatherCi(
  github: GitHub,
  context: ReconcileContext<"release">,
  branch: string | null,
): Promise<CiOfLanes> {
  const told = context.section.lanes.filter((lane) => lane["announce-ci"]);
  if (branch === null)
    return { kind: "ci", lanes: [], branches: [...new Set(told.map(({ from }) => from))], unreadable: [] };
  const authority = authorityOf(github, context);
  const lanes: CiFacts[] = [];
  const unreadable: string[] = [];
  for (const lane of told.filter(({ from }) => from === branch)) {
    const read = await readCi(github, context, lane, authority);
    if (read === "unreadable") unreadable.push(lane.from);
    else if (read !== null)
      lanes.push(needsSince(read, context) ? { ...read, since: await readSince(github, context, read.headOid) } : read);
  }
  return { kind: "ci", lanes, branches: [], unreadable };
}

/** Whom to tell depends on it where the checks failed, and out of hours. */
function needsSince(facts: CiFacts, { now, self, config }: ReconcileContext): boolean {
  const outcome = outcomeOf(facts, movedAt(facts, self), now);
  if (!isEnded(outcome) || saysSo(inForce(facts, self), facts.headOid, outcome)) return false;
  return outcome.kind === "red" || !isOpen(now, calendarOf(config));
}
