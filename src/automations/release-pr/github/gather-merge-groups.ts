import type { GitHub } from "../../../github/client.ts";
import { groupsInto, type MergeGroup, pullsIn } from "../../../github/merge-queue.ts";
import { ownCheckAt } from "../../../github/own-check.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CHECK } from "../check/check.ts";
import type { LanesFacts, MergeGroupFacts, MergeGroupsFacts } from "../facts.ts";
import { laneOf, readPull } from "./gather-pulls.ts";

/**
 * Reads one group, or all of them: what held a release may have changed since it entered the queue. Lanes are read only where a group
 * brings a lane's pull request.
 */
export async function gatherMergeGroups(
  github: GitHub,
  context: ReconcileContext<"release">,
  one: MergeGroup | null,
  readLanes: () => Promise<LanesFacts>,
): Promise<MergeGroupsFacts> {
  const groups: MergeGroupFacts[] = [];
  for (const group of await groupsOf(github, context, one)) {
    const { commit, run } = await ownCheckAt(github, {
      repository: context.repository,
      oid: group.headOid,
      check: CHECK,
    });
    if (commit) groups.push({ headOid: group.headOid, pulls: await pullsOf(github, context, group), checkRun: run });
  }
  const bringsRelease = groups.some(({ pulls }) => pulls.some((pull) => pull.isLanes));
  return { kind: "merge-groups", groups, lanes: bringsRelease ? await readLanes() : null };
}

async function groupsOf(
  github: GitHub,
  context: ReconcileContext<"release">,
  one: MergeGroup | null,
): Promise<readonly MergeGroup[]> {
  const bases = new Set(context.section.lanes.map((lane) => lane.to));
  if (one !== null) return bases.has(one.base) ? [one] : [];
  const all: MergeGroup[] = [];
  for (const base of bases) all.push(...(await groupsInto(github, context.repository, base)));
  return all;
}

async function pullsOf(
  github: GitHub,
  context: ReconcileContext<"release">,
  group: MergeGroup,
): Promise<MergeGroupFacts["pulls"]> {
  const lanes = context.section.lanes;
  const pulls: { number: number; headOid: string; isLanes: boolean }[] = [];
  for (const number of await pullsIn(github, context.repository, group)) {
    const pull = await readPull(github, context, number);
    if (pull !== null) pulls.push({ number, headOid: pull.headRefOid, isLanes: laneOf(pull, lanes) !== -1 });
  }
  return pulls;
}
