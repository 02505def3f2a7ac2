import { type GitHub, UNKNOWN } from "../../../github/client.ts";
import { nodesOf, readableNodes } from "../../../github/nodes.ts";
import { readNodes } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import { BRANCH_CHECK } from "../../required-checks.ts";
import { guardPull, type guardPullResult } from "./guard-pull.generated.ts";
import { guardPulls, type guardPullsResult } from "./guard-pulls.generated.ts";

export type PullNode = NonNullable<NonNullable<guardPullResult["repository"]>["pullRequest"]>;
export type ListedNode = NonNullable<
  NonNullable<NonNullable<guardPullsResult["repository"]>["pullRequests"]["nodes"]>[number]
>;

/** null: it does not exist. */
export async function readPull(github: GitHub, context: ReconcileContext, number: number): Promise<PullNode | null> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(guardPull, { owner, name, number, check: BRANCH_CHECK });
  return repository?.pullRequest ?? null;
}

/** Open pull requests into one base or (null) any, newest first. */
export async function listPulls(
  github: GitHub,
  { repository: { owner, name } }: ReconcileContext,
  base: string | null,
): Promise<ListedNode[]> {
  const variables = { owner, name, base, check: BRANCH_CHECK };
  const read = async (cursor: string | null) =>
    (await github.graphql(guardPulls, { ...variables, cursor })).repository?.pullRequests;
  return readNodes(read);
}

/**
 * Numbers of what else may have the same head commit: from the same branch, which a list may show as it was before, and by GitHub's
 * list of the commit, which has all that contain it. Forks and upstreams have numbers of their own.
 */
export function besides({ number, headRefOid, headRef, shared }: PullNode, { repository }: ReconcileContext): number[] {
  const ofBranch = headRef === UNKNOWN ? null : (headRef?.associatedPullRequests ?? null);
  const ofCommit = nodesOf(shared).flatMap(({ commit }) => readableNodes(commit.associatedPullRequests).nodes);
  const open = [
    ...readableNodes(ofBranch).nodes,
    ...ofCommit.filter((pull) => pull.state === "OPEN" && pull.headRefOid === headRefOid),
  ];
  const here = open.filter(({ baseRepository }) => baseRepository?.databaseId === repository.id);
  return [...new Set(here.map((each) => each.number))].filter((each) => each !== number).sort((a, b) => a - b);
}
