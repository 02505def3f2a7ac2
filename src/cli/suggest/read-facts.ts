import type { GitHub } from "../../github/client.ts";
import { nodesOf } from "../../github/nodes.ts";
import type { RepoRef } from "../../github/repo-ref.ts";
import { CommandError } from "../command-error.ts";
import { type MergedPull, type SuggestFacts, windowStart } from "./facts.ts";
import { suggestHistory, type suggestHistoryResult } from "./suggest-history.generated.ts";
import { suggestText } from "./text.ts";

/** 1,000 pull requests: more say nothing new. */
const MOST_PAGES = 10;

type Found = NonNullable<suggestHistoryResult["repository"]>;

/** Throws `CommandError` for a repository without a commit, and what client.ts throws. */
export async function readFacts(github: GitHub, repository: RepoRef, now: Date): Promise<SuggestFacts> {
  const { owner, name } = repository;
  const from = windowStart(now);
  const pages: Found[] = [];
  let cursor: string | null = null;
  let cut = false;
  do {
    const answer: suggestHistoryResult = await github.graphql(suggestHistory, {
      ...{ owner, name, first: pages.length === 0, cursor },
    });
    if (answer.repository === null) break;
    pages.push(answer.repository);
    const { pageInfo, nodes } = answer.repository.merged;
    const oldest = nodesOf({ nodes }).at(-1);
    const isOver = !pageInfo.hasNextPage || oldest === undefined || new Date(oldest.updatedAt) < from;
    cut = !isOver && pages.length === MOST_PAGES;
    cursor = isOver || cut ? null : (pageInfo.endCursor ?? null);
  } while (cursor !== null);
  const [first] = pages;
  const defaultBranch = first?.defaultBranchRef?.name;
  if (first === undefined || defaultBranch === undefined) throw new CommandError(suggestText.empty(`${owner}/${name}`));
  return {
    ...{ repository, now, defaultBranch, cut },
    branches: nodesOf(first.branches ?? null).map((one) => one.name),
    merged: pages.flatMap(mergedIn).filter(({ mergedAt }) => mergedAt >= from && mergedAt <= now),
    milestones: nodesOf(first.milestones ?? null).map(({ title, dueOn, createdAt, closedAt }) => ({
      ...{ title, dated: dueOn !== null, createdAt: new Date(createdAt) },
      closedAt: closedAt === null ? null : new Date(closedAt),
    })),
    deployments: nodesOf(first.deployments ?? null).flatMap(({ environment, createdAt, statuses }) => {
      const isDone = nodesOf(statuses).some(({ state }) => state === "SUCCESS");
      return environment === null || !isDone ? [] : [{ environment, at: new Date(createdAt) }];
    }),
    releases: nodesOf(first.releases ?? null).flatMap(({ isDraft, isPrerelease, publishedAt }) =>
      isDraft || isPrerelease || publishedAt === null ? [] : [new Date(publishedAt)],
    ),
    labels: nodesOf(first.labels ?? null).map((one) => one.name),
  };
}

function mergedIn({ merged }: Found): MergedPull[] {
  return nodesOf(merged).flatMap(
    ({ title, baseRefName, headRefName, isCrossRepository, mergedAt, author, labels }): MergedPull[] =>
      mergedAt === null
        ? []
        : [
            {
              ...{ title, base: baseRefName, head: headRefName, fork: isCrossRepository },
              mergedAt: new Date(mergedAt),
              author: author === null ? null : { login: author.login, bot: author.__typename === "Bot" },
              labels: nodesOf(labels).map(({ name }) => name),
            },
          ],
  );
}
