import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readNodes, readPages } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { GuardedCommit } from "../facts.ts";
import { guardCommits } from "./guard-commits.generated.ts";
import { guardLacking } from "./guard-lacking.generated.ts";
import type { PullNode } from "./read-pulls.ts";

type CommitNode = NonNullable<NonNullable<PullNode["commits"]["nodes"]>[number]>["commit"];

/** All commits of a pull request, as it shows them. `first`: a page that was read already. */
export async function readCommits(
  github: GitHub,
  { repository: { owner, name } }: ReconcileContext,
  number: number,
  first: PullNode["commits"] | undefined,
): Promise<GuardedCommit[]> {
  const read = async (cursor: string | null) =>
    (await github.graphql(guardCommits, { owner, name, number, cursor })).repository?.pullRequest?.commits;
  const commits: GuardedCommit[] = [];
  for await (const page of readPages(read, first === undefined ? {} : { first }))
    commits.push(...nodesOf(page).map(({ commit }) => commitOf(commit)));
  return commits;
}

/** What the base lacks now; null: GitHub does not compare them. */
export async function readLacking(
  github: GitHub,
  { repository: { owner, name } }: ReconcileContext,
  base: string,
  oid: string,
): Promise<GuardedCommit[] | null> {
  let isCompared = false;
  const read = async (cursor: string | null) => {
    const { repository } = await github.graphql(guardLacking, {
      ...{ owner, name, oid, cursor },
      baseRef: `refs/heads/${base}`,
    });
    const comparison = repository?.ref?.compare ?? null;
    isCompared ||= comparison !== null;
    return comparison?.commits;
  };
  const nodes = await readNodes(read);
  return isCompared ? nodes.map(commitOf) : null;
}

function commitOf({ oid, committedDate, parents }: CommitNode): GuardedCommit {
  return { oid, parents: nodesOf(parents).map((parent) => parent.oid), committedAt: committedDate };
}
