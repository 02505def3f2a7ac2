import type { GitHub } from "../../github/client.ts";
import { type LostEdit, readLostEdits } from "../../github/lost-edits.ts";
import type { Look, Memory } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import { authorityOf } from "./authority.ts";
import type { LaneFacts, LanesFacts, MissingLane, ReleaseFacts } from "./facts.ts";
import { type GatheredLane, gatherLane } from "./gather-lane.ts";
import { gatherMergeGroups, MERGE_GROUPS } from "./gather-merge-groups.ts";
import { gatherPull, gatherPulls, laneBeside, laneOf, readPull } from "./gather-pulls.ts";
import { readTurnedDown } from "./read-closed.ts";
import type { PullPages } from "./read-lane.ts";
import { withTalk } from "./read-talk.ts";
import { countOf, waitingOf } from "./waiting.ts";

/**
 * Reads what a look is about: `lanes`, all of them; `pulls`, every other pull request into their bases; `pull/N`, one of
 * those; `merge-groups`, what merge queues try, or one `merge-group/…` of it; `lane-of/N`, the lane whose pull request N is or shares a head with (for a preview only: `lanes` writes the same).
 */
export async function gather(github: GitHub, look: Look, memory: Memory): Promise<ReleaseFacts> {
  const lanes = look.config.release?.lanes ?? [];
  if (look.target === "lanes") return gatherLanes(github, look, memory, null);
  if (look.target === "pulls") return { kind: "pulls", pulls: await gatherPulls(github, look, lanes) };
  if (look.target === MERGE_GROUPS || mergeGroupIn(look.target) !== null) {
    return gatherMergeGroups(github, look, () => gatherLanes(github, look, memory, null));
  }
  const [kind, number] = look.target.split("/");
  const pull = await readPull(github, look, Number(number));
  if (pull === null) return { kind: "pulls", pulls: [] };
  if (kind === "lane-of") {
    const own = laneOf(pull, lanes);
    const lane = own === -1 ? await laneBeside(github, look, lanes, pull) : own;
    if (lane !== -1) return gatherLanes(github, look, memory, lane);
  }
  return { kind: "pulls", pulls: await gatherPull(github, look, lanes, pull) };
}

async function gatherLanes(github: GitHub, look: Look, memory: Memory, focus: number | null): Promise<LanesFacts> {
  const lanes = look.config.release?.lanes ?? [];
  const shared: PullPages = { pulls: new Map(), cursor: null, more: true, oldest: null };
  const authority = authorityOf(github, look);
  const gathered: (GatheredLane | MissingLane)[] = [];
  for (const lane of lanes) gathered.push(await gatherLane(github, look, lane, lanes, shared, authority));
  // Later lanes read further, and what they found may concern an earlier one, too.
  const pulls = [...shared.pulls.values()];
  const { owner, name } = look.repository;
  const repository = `${owner}/${name}`;
  const lost = await readLostEdits(github, look.repository, memory);
  const settled = gathered.map(async (lane): Promise<LaneFacts | MissingLane> => {
    if (lane.kind === "missing") return lane;
    const facts = { ...lane.facts, pulls, standing: withLost(lane.facts.standing, lost) };
    const waiting = waitingOf(facts, lanes, repository);
    const { standing } = facts;
    if (standing !== null && countOf(waiting) === 0)
      return { ...facts, standing: await withTalk(github, look, standing) };
    return { ...facts, turnedDown: await readTurnedDown(github, look, facts, lane.closed, waiting, authority) };
  });
  return { kind: "lanes", repository, lanes: await Promise.all(settled), focus, unasked: authority.unasked };
}

function withLost(
  standing: LaneFacts["standing"],
  lost: ReadonlyMap<number, readonly LostEdit[]>,
): LaneFacts["standing"] {
  return standing === null ? null : { ...standing, overwritten: lost.get(standing.number)?.at(-1)?.text ?? null };
}
