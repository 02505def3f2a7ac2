import { type GitHub, UNKNOWN } from "./client.ts";
import { nodesOf } from "./nodes.ts";
import { readMergeQueue } from "./read-merge-queue.generated.ts";
import type { RepoRef } from "./repo-ref.ts";

/** A commit that a merge queue tries: the base with the pull requests up to this one. */
export interface MergeGroup {
  /** The branch that it will be merged into. */
  readonly base: string;
  /** The pull request that it was created for, the last one in it. */
  readonly pull: number;
  readonly headOid: string;
}

/** GitHub names the group's branch `gh-readonly-queue/BASE/pr-NUMBER-SHA`; BASE may hold slashes. */
const BRANCH = /^(?:refs\/heads\/)?gh-readonly-queue\/(.+)\/pr-(\d{1,15})-[0-9a-f]{7,64}$/;
const OID = /^[0-9a-f]{40,64}$/;

/** The merge group of a branch at a commit; null for any other branch. */
export function mergeGroupOf(branch: unknown, headOid: unknown): MergeGroup | null {
  if (typeof branch !== "string" || typeof headOid !== "string" || !OID.test(headOid)) return null;
  const [, base, pull] = BRANCH.exec(branch) ?? [];
  return base === undefined || pull === undefined ? null : { base, pull: Number(pull), headOid };
}

/**
 * The pull requests that a group merges: those before it in the queue, and its own, which is last. Only its own if the
 * queue does not show the group (yet), or the permission to read it is missing.
 */
export async function pullsIn(github: GitHub, repository: RepoRef, group: MergeGroup): Promise<readonly number[]> {
  const entries = await entriesOf(github, repository, group.base);
  const at = entries.findIndex((entry) => entry.headOid === group.headOid);
  const before = entries.slice(0, Math.max(0, at)).map((entry) => entry.pull);
  return [...before.filter((number) => number !== group.pull), group.pull];
}

async function entriesOf(
  github: GitHub,
  { owner, name }: RepoRef,
  branch: string,
): Promise<readonly { readonly headOid: string | null; readonly pull: number }[]> {
  const { repository } = await github.graphql(readMergeQueue, { owner, name, branch });
  const queue = repository?.mergeQueue ?? null;
  return nodesOf(queue === UNKNOWN ? null : queue?.entries).flatMap(({ headCommit, pullRequest }) =>
    pullRequest === null ? [] : [{ headOid: headCommit?.oid ?? null, pull: pullRequest.number }],
  );
}

/** The groups that a queue is testing now; every App that reads contents sees their branches. */
export async function groupsInto(
  github: GitHub,
  { owner, name }: RepoRef,
  base: string,
): Promise<readonly MergeGroup[]> {
  const ref = `heads/gh-readonly-queue/${base}/`;
  const { data } = await github.rest("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", { owner, repo: name, ref });
  return data.flatMap((found) => {
    const group = mergeGroupOf(found.ref, found.object.sha);
    return group === null || group.base !== base ? [] : [group];
  });
}
