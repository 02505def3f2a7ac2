import type { GitHub } from "../../github/client.ts";
import type { Look } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import type { LaneFacts, LanesFacts, MissingLane, ReleaseFacts } from "./facts.ts";
import { gatherLane } from "./gather-lane.ts";
import { gatherPull, gatherPulls, laneBeside, laneOf, readPull } from "./gather-pulls.ts";
import { gatherMergeGroups, MERGE_GROUPS } from "./merge-groups.ts";
import type { PullPages } from "./read-lane.ts";

/**
 * Reads what a look is about: `lanes`, all of them; `pulls`, every other pull request into their bases; `pull/N`, one of
 * those; `merge-groups`, what merge queues try, or one `merge-group/…` of it; `lane-of/N`, the lane whose pull request N is or shares a head with (for a preview only: `lanes` writes the same).
 */
export async function gather(github: GitHub, look: Look): Promise<ReleaseFacts> {
  const lanes = look.config.release?.lanes ?? [];
  if (look.target === "lanes") return gatherLanes(github, look, null);
  if (look.target === "pulls") return { kind: "pulls", pulls: await gatherPulls(github, look, lanes) };
  if (look.target === MERGE_GROUPS || mergeGroupIn(look.target) !== null) {
    return gatherMergeGroups(github, look, () => gatherLanes(github, look, null));
  }
  const [kind, number] = look.target.split("/");
  const pull = await readPull(github, look, Number(number));
  if (pull === null) return { kind: "pulls", pulls: [] };
  if (kind === "lane-of") {
    const own = laneOf(pull, lanes);
    const lane = own === -1 ? await laneBeside(github, look, lanes, pull) : own;
    if (lane !== -1) return gatherLanes(github, look, lane);
  }
  return { kind: "pulls", pulls: await gatherPull(github, look, lanes, pull) };
}

async function gatherLanes(github: GitHub, look: Look, focus: number | null): Promise<LanesFacts> {
  const lanes = look.config.release?.lanes ?? [];
  const shared: PullPages = { pulls: new Map(), cursor: null, more: true, oldest: null };
  const gathered: (LaneFacts | MissingLane)[] = [];
  for (const lane of lanes) gathered.push(await gatherLane(github, look, lane, lanes, shared));
  const { owner, name } = look.repository;
  // Later lanes read further, and what they found may concern an earlier one, too.
  const pulls = [...shared.pulls.values()];
  return {
    kind: "lanes",
    repository: `${owner}/${name}`,
    lanes: gathered.map((lane) => (lane.kind === "read" ? { ...lane, pulls } : lane)),
    focus,
  };
}
