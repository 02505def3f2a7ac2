import type { Document, GitHub } from "../../../github/client.ts";
import { inHalves } from "../../../github/in-halves.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { numberNamed } from "../changes/rewritten-commits.ts";
import type { GraphCommit, MergedPull } from "../facts.ts";
import { type ActorNode, personOf } from "./read-people.ts";

/** A merged pull request as the documents here select it. */
export interface MergedPullNode {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly mergedAt: string | null;
  readonly updatedAt: string;
  readonly baseRefName: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly isCrossRepository: boolean;
  readonly author: ActorNode | null;
  readonly mergeCommit: { readonly oid: string } | null;
  readonly assignees: { readonly nodes: readonly (ActorNode | null)[] | null };
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
}

/** null: it was not merged. */
export function mergedPullOf(node: MergedPullNode): MergedPull | null {
  if (node.mergedAt === null) return null;
  return {
    number: node.number,
    title: node.title,
    body: node.body,
    author: personOf(node.author),
    assignees: nodesOf(node.assignees).flatMap((actor) => personOf(actor) ?? []),
    labels: nodesOf(node.labels).map((label) => label.name),
    mergedAt: node.mergedAt,
    updatedAt: node.updatedAt,
    base: node.baseRefName,
    head: node.headRefName,
    headOid: node.headRefOid,
    crossRepository: node.isCrossRepository,
    mergeCommit: node.mergeCommit?.oid ?? null,
  };
}

/** Numbers in commit messages, of pull requests that no page held. */
export function unseenNumbers(
  commits: readonly Pick<GraphCommit, "oid" | "message">[],
  pulls: ReadonlyMap<number, MergedPull>,
): number[] {
  const known = new Set([...pulls.values()].map((pull) => pull.mergeCommit));
  const numbers = commits
    .filter((commit) => !known.has(commit.oid))
    .flatMap((commit) => numberNamed(commit.message) ?? []);
  return [...new Set(numbers)].filter((number) => !pulls.has(number));
}

type Numbered = { readonly repository: Readonly<Record<string, MergedPullNode | null>> | null };

function numberedDocument(numbers: readonly number[]): Document<{ owner: string; name: string }, Numbered> {
  const fields = numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ...Pull }`).join("\n");
  return {
    name: "releaseNumberedPulls",
    // A message may name an issue, or another repository's number.
    missing: ["repository.*"],
    text: `query releaseNumberedPulls($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${fields}
}
rateLimit { cost }
}
fragment Pull on PullRequest {
number title body mergedAt updatedAt baseRefName headRefName headRefOid isCrossRepository
author { __typename login } mergeCommit { oid }
assignees(first: 10) { nodes { __typename login } } labels(first: 100) { nodes { name } }
}`,
  };
}

const AT_ONCE = 100;

/** Pull requests by number, 100 a request; leaves out numbers of anything else, and pull requests that are not merged. */
export async function readNumbered(
  github: GitHub,
  { owner, name }: { owner: string; name: string },
  numbers: readonly number[],
): Promise<MergedPull[]> {
  const found: MergedPull[] = [];
  for (let at = 0; at < numbers.length; at += AT_ONCE) {
    const nodes = await inHalves(numbers.slice(at, at + AT_ONCE), async (batch) => {
      const { repository } = await github.graphql(numberedDocument(batch), { owner, name });
      return Object.values(repository ?? {}).filter((node) => node !== null);
    });
    found.push(...nodes.flatMap((node) => mergedPullOf(node) ?? []));
  }
  return found;
}
