import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { PageCursor } from "../../../github/page-cursor.ts";
import type { Repository } from "../../automation.ts";
import type { ChangeFacts, ChangeNode } from "./change-facts.ts";
import { fourKeysChange } from "./four-keys-change.generated.ts";
import { fourKeysChangeRest } from "./four-keys-change-rest.generated.ts";
import { readReverted } from "./read-reverted.ts";
import { readServices } from "./read-services.ts";
import { revertClaim } from "./revert-claim.ts";
import type { Services } from "./touched-services.ts";

type CommitOfChange = NonNullable<NonNullable<ChangeNode["commits"]["nodes"]>[number]>["commit"];

/** null: it is not merged, or not shown. */
export async function readChange(
  github: GitHub,
  repository: Repository,
  number: number,
  services: Services,
): Promise<ChangeFacts | null> {
  const { owner, name } = repository;
  const node = (await github.graphql(fourKeysChange, { owner, name, number })).repository?.pullRequest ?? null;
  if (node === null || node.mergedAt === null) return null;
  const touched = await readServices(github, [node], services);
  return completeChange(github, repository, node, touched.get(node.id) ?? []);
}

/** What a page of pull requests has no room for: more than 100 commits or reviews, and what a revert names. */
export async function completeChange(
  github: GitHub,
  repository: Repository,
  node: ChangeNode,
  services: readonly string[],
): Promise<ChangeFacts> {
  const { commits, reviews } = await readRest(github, repository, node);
  const claim = revertClaim(node, commits, repository);
  return {
    node,
    authored: commits.map(({ authoredDate }) => authoredDate),
    reviews,
    services,
    reverts:
      claim === null || node.mergedAt === null ? null : await readReverted(github, repository, claim, node.mergedAt),
  };
}

async function readRest(
  github: GitHub,
  { owner, name }: Repository,
  node: ChangeNode,
): Promise<Pick<ChangeFacts, "reviews"> & { readonly commits: readonly CommitOfChange[] }> {
  const own = commitsIn(node.commits);
  const reviews = nodesOf(node.reviews);
  const [commits, reviewed] = [new PageCursor(), new PageCursor()];
  commits.moveBehind(node.commits);
  reviewed.moveBehind(node.reviews);
  while (commits.more || reviewed.more) {
    const wanted = { moreCommits: commits.more, moreReviews: reviewed.more };
    const cursors = { commits: commits.after, reviews: reviewed.after };
    const variables = { owner, name, number: node.number, ...cursors, ...wanted };
    const pull = (await github.graphql(fourKeysChangeRest, variables)).repository?.pullRequest ?? null;
    if (wanted.moreCommits) {
      own.push(...commitsIn(pull?.commits));
      commits.moveBehind(pull?.commits);
    }
    if (wanted.moreReviews) {
      reviews.push(...nodesOf(pull?.reviews));
      reviewed.moveBehind(pull?.reviews);
    }
  }
  return { commits: own, reviews };
}

function commitsIn(commits: Pick<ChangeNode["commits"], "nodes"> | null | undefined): CommitOfChange[] {
  return nodesOf(commits).map(({ commit }) => commit);
}
