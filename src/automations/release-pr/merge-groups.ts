import type { Language } from "../../config/schema.ts";
import type { SetCheckRun } from "../../github/actions.ts";
import type { GitHub } from "../../github/client.ts";
import { groupsInto, type MergeGroup, pullsIn } from "../../github/merge-queue.ts";
import { ownCheckAt } from "../../github/own-check.ts";
import type { Look } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import { CHECK, checkFor, ordinaryCheck } from "./check.ts";
import type { LanesFacts, MergeGroupFacts, MergeGroupsFacts } from "./facts.ts";
import { laneOf, readPull } from "./gather-pulls.ts";

/** Every group that is tried now: what held a release may have changed while it was in the queue. */
export const MERGE_GROUPS = "merge-groups";

/** Reads one group, or all of them. Lanes are read only where a group brings a lane's pull request. */
export async function gatherMergeGroups(
  github: GitHub,
  look: Look,
  readLanes: () => Promise<LanesFacts>,
): Promise<MergeGroupsFacts> {
  const groups: MergeGroupFacts[] = [];
  for (const group of await groupsOf(github, look)) {
    const { commit, run } = await ownCheckAt(github, look.repository, group.headOid, CHECK);
    if (commit) groups.push({ headOid: group.headOid, pulls: await pullsOf(github, look, group), checkRun: run });
  }
  const bringsRelease = groups.some(({ pulls }) => pulls.some((pull) => pull.isLanes));
  return { kind: "merge-groups", groups, lanes: bringsRelease ? await readLanes() : null };
}

async function groupsOf(github: GitHub, look: Look): Promise<readonly MergeGroup[]> {
  const bases = new Set((look.config.release?.lanes ?? []).map((lane) => lane.to));
  const one = mergeGroupIn(look.target);
  if (one !== null) return bases.has(one.base) ? [one] : [];
  const all: MergeGroup[] = [];
  for (const base of bases) all.push(...(await groupsInto(github, look.repository, base)));
  return all;
}

async function pullsOf(github: GitHub, look: Look, group: MergeGroup): Promise<MergeGroupFacts["pulls"]> {
  const lanes = look.config.release?.lanes ?? [];
  const pulls: { number: number; headOid: string; isLanes: boolean }[] = [];
  for (const number of await pullsIn(github, look.repository, group)) {
    const pull = await readPull(github, look, number);
    if (pull !== null) pulls.push({ number, headOid: pull.headRefOid, isLanes: laneOf(pull, lanes) !== -1 });
  }
  return pulls;
}

/**
 * The check on each group: the worst of what is said of the releases in it, else green. `planned` are the writes on the
 * pull requests themselves: what they are about to say counts before what they say now.
 */
export function planMergeGroups(
  facts: MergeGroupsFacts,
  planned: readonly SetCheckRun[],
  language: Language,
): SetCheckRun[] {
  return facts.groups.flatMap((group) => {
    const lanes = group.pulls.filter((pull) => pull.isLanes);
    if (lanes.length === 0) return ordinaryCheck(group.headOid, group.checkRun, language);
    const releases = lanes.flatMap((pull) => {
      const said = saidOf(pull.headOid, facts.lanes, planned);
      return said === null ? [] : [{ ...said, number: `#${pull.number}` }];
    });
    return checkFor({ headOid: group.headOid, current: group.checkRun, releases, others: [] }, language);
  });
}

function saidOf(headOid: string, lanes: LanesFacts | null, planned: readonly SetCheckRun[]) {
  const next = planned.find((action) => action.name === CHECK && action.head_sha === headOid);
  if (next !== undefined) {
    const { title, summary } = next.output;
    return { conclusion: next.conclusion === "success" ? ("success" as const) : ("failure" as const), title, summary };
  }
  const runs = (lanes?.lanes ?? []).flatMap((lane) => (lane.kind === "read" ? [lane] : []));
  const now = runs.find((lane) => lane.headOid === headOid)?.checkRun ?? null;
  if (now === null || now.conclusion === null) return null;
  const conclusion = now.conclusion === "success" ? ("success" as const) : ("failure" as const);
  return { conclusion, title: now.title ?? "", summary: now.summary ?? "" };
}
