import type { GitHub } from "../../../github/client.ts";
import { nodesOf, readableNodes } from "../../../github/nodes.ts";
import { ownCheckAt, ownRunIn } from "../../../github/own-check.ts";
import { readNodes } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CADENCE_CHECK } from "../../required-checks.ts";
import type { Gated } from "../facts.ts";
import { cadenceGatedPull } from "./cadence-gated-pull.generated.ts";
import { cadenceGatedPulls, type cadenceGatedPullsResult } from "./cadence-gated-pulls.generated.ts";
import { basesOf, isReleasePull } from "./lanes.ts";

type PullNode = NonNullable<
  NonNullable<NonNullable<cadenceGatedPullsResult["repository"]>["pullRequests"]["nodes"]>[number]
>;

interface GatedPulls {
  readonly gated: readonly Gated[];
  /** A release, or something with a release's head, which the target with the promise writes. */
  readonly hasRelease: boolean;
}

/** One pull request, if the check is on it and this target writes it. */
export async function readGatedPull(github: GitHub, context: ReconcileContext, number: number): Promise<GatedPulls> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(cadenceGatedPull, { owner, name, number, check: CADENCE_CHECK });
  const pull = repository?.pullRequest ?? null;
  if (pull === null || pull.state !== "OPEN" || !basesOf(context).has(pull.baseRefName))
    return { gated: [], hasRelease: false };
  const beside = nodesOf(pull.shared).flatMap(({ commit }) => readableNodes(commit.associatedPullRequests).nodes);
  const sharing = beside.filter(({ state, headRefOid }) => state === "OPEN" && headRefOid === pull.headRefOid);
  if ([pull, ...sharing].some((each) => isReleasePull(each, context))) return { gated: [], hasRelease: true };
  return { gated: [await gatedOf(github, context, pull, false)], hasRelease: false };
}

/** All open pull requests into a lane's base, those with one head once; only releases, or only the others. */
export async function readGatedPulls(github: GitHub, context: ReconcileContext, releases: boolean): Promise<Gated[]> {
  const { owner, name } = context.repository;
  const pulls: PullNode[] = [];
  for (const base of basesOf(context)) {
    const variables = { owner, name, base, check: CADENCE_CHECK };
    const read = async (cursor: string | null) =>
      (await github.graphql(cadenceGatedPulls, { ...variables, cursor })).repository?.pullRequests;
    pulls.push(...(await readNodes(read)));
  }
  const heads = new Map<string, Gated>();
  const released = new Set(pulls.filter((pull) => isReleasePull(pull, context)).map(({ headRefOid }) => headRefOid));
  for (const pull of pulls) {
    const { headRefOid } = pull;
    if (released.has(headRefOid) === releases && !heads.has(headRefOid))
      heads.set(headRefOid, await gatedOf(github, context, pull, releases));
  }
  return [...heads.values()];
}

async function gatedOf(
  github: GitHub,
  { repository }: ReconcileContext,
  { headRefOid: headOid, commits }: PullNode,
  isRelease: boolean,
): Promise<Gated> {
  const last = nodesOf(commits)[0]?.commit;
  const place = { repository, oid: headOid, check: CADENCE_CHECK };
  const checkRun =
    last?.oid === headOid ? await ownRunIn(github, place, last.checkSuites) : (await ownCheckAt(github, place)).run;
  return { headOid, isRelease, checkRun };
}
