import type { GitHub } from "../../../github/client.ts";
import { groupsInto, type MergeGroup, pullsIn } from "../../../github/merge-queue.ts";
import { ownCheckAt } from "../../../github/own-check.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CADENCE_CHECK } from "../../required-checks.ts";
import type { Gated } from "../facts.ts";
import { cadenceGatedPull } from "./cadence-gated-pull.generated.ts";
import { basesOf, isReleasePull } from "./lanes.ts";

/** One merge group, or (null) all: a merge queue waits for the check on its commit. */
export async function readMergeGroups(
  github: GitHub,
  context: ReconcileContext,
  one: MergeGroup | null,
): Promise<Gated[]> {
  const gated: Gated[] = [];
  for (const group of await groupsOf(github, context, one)) {
    const { headOid } = group;
    const place = { repository: context.repository, oid: headOid, check: CADENCE_CHECK };
    const { commit, run: checkRun } = await ownCheckAt(github, place);
    if (commit) gated.push({ headOid, isRelease: await bringsRelease(github, context, group), checkRun });
  }
  return gated;
}

async function groupsOf(
  github: GitHub,
  context: ReconcileContext,
  one: MergeGroup | null,
): Promise<readonly MergeGroup[]> {
  const bases = basesOf(context);
  if (one !== null) return bases.has(one.base) ? [one] : [];
  const all: MergeGroup[] = [];
  for (const base of bases) all.push(...(await groupsInto(github, context.repository, base)));
  return all;
}

async function bringsRelease(github: GitHub, context: ReconcileContext, group: MergeGroup): Promise<boolean> {
  const { owner, name } = context.repository;
  for (const number of await pullsIn(github, context.repository, group)) {
    const variables = { owner, name, number, check: CADENCE_CHECK };
    const pull = (await github.graphql(cadenceGatedPull, variables)).repository?.pullRequest ?? null;
    if (pull !== null && isReleasePull(pull, context)) return true;
  }
  return false;
}
