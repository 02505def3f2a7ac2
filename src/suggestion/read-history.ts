import type { GitHub } from "../github/client.ts";
import { nodesOf } from "../github/nodes.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import { type History, type MergedPull, windowStart } from "./facts.ts";
import { isQuotable } from "./is-quotable.ts";
import { suggestHistory, type suggestHistoryResult } from "./suggest-history.generated.ts";

/** 1,000 pull requests: more say nothing new. */
const MOST_PAGES = 10;

type Found = NonNullable<suggestHistoryResult["repository"]>;

interface HistoryRequest {
  readonly repository: RepoRef;
  /** Also one that is past: what came after it is left out. */
  readonly now: Date;
  /** What is granted; null: not known, and everything is asked for. */
  readonly granted: Readonly<Record<string, string>> | null;
}

const USUAL = ["develop", "development", "dev", "next", "staging", "main", "master", "production", "release"] as const;

/** At most ten requests. Throws what client.ts throws. */
export async function readHistory(github: GitHub, { repository, now, granted }: HistoryRequest): Promise<History> {
  const { owner, name } = repository;
  const from = windowStart(now);
  const may = (resource: string) => granted === null || granted[resource] !== undefined;
  const pages: Found[] = [];
  let cursor: string | null = null;
  let cut = false;
  let merged = from;
  do {
    const isFirst = pages.length === 0;
    const withDeployments = isFirst && may("deployments");
    const variables = { owner, name, first: isFirst, withPulls: may("pull_requests"), withDeployments, cursor };
    const answer: suggestHistoryResult = await github.graphql(suggestHistory, variables);
    if (answer.repository === null) break;
    pages.push(answer.repository);
    const { pageInfo, nodes } = answer.repository.merged ?? { pageInfo: { hasNextPage: false }, nodes: [] };
    const oldest = nodesOf({ nodes }).at(-1);
    const isOver = !pageInfo.hasNextPage || oldest === undefined || new Date(oldest.updatedAt) < from;
    cut = !isOver && pages.length === MOST_PAGES;
    // What was merged since then was updated since then, and is read.
    if (cut && oldest !== undefined) merged = new Date(oldest.updatedAt);
    cursor = isOver || cut ? null : (pageInfo.endCursor ?? null);
  } while (cursor !== null);
  const [first] = pages;
  return {
    ...{ repository, now, cut, defaultBranch: first?.defaultBranchRef?.name ?? null, isFork: first?.isFork ?? false },
    branches: branchesIn(pages),
    since: { merged, deployments: wholeSince(first?.deployments, from), releases: wholeSince(first?.releases, from) },
    merged: pages.flatMap(mergedIn).filter(({ mergedAt }) => mergedAt >= from && mergedAt <= now),
    milestones: nodesOf(first?.milestones ?? null).map(({ title, dueOn, createdAt, closedAt }) => ({
      ...{ title, dated: dueOn !== null, createdAt: new Date(createdAt) },
      closedAt: closedAt === null ? null : new Date(closedAt),
    })),
    deployments: nodesOf(first?.deployments ?? null).flatMap(({ environment, createdAt, statuses }) => {
      const isDone = nodesOf(statuses).some(({ state }) => state === "SUCCESS");
      return environment === null || !isDone || !isQuotable(environment)
        ? []
        : [{ environment, at: new Date(createdAt) }];
    }),
    releases: nodesOf(first?.releases ?? null).flatMap(({ isDraft, isPrerelease, publishedAt }) =>
      isDraft || isPrerelease || publishedAt === null ? [] : [new Date(publishedAt)],
    ),
    labels: quotable(nodesOf(first?.labels ?? null)),
  };
}

/** Repositories have thousands of branches: the first hundred of a list say nothing of `main`. */
function branchesIn(pages: readonly Found[]): string[] {
  const [first] = pages;
  const usual = first === undefined ? [] : USUAL.flatMap((name) => first[name] ?? []);
  const bases = pages.flatMap(({ merged }) => nodesOf(merged ?? null).flatMap(({ baseRef }) => baseRef ?? []));
  return [
    ...new Set(quotable([...usual, ...bases, ...(first?.defaultBranchRef == null ? [] : [first.defaultBranchRef])])),
  ];
}

interface Newest {
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly ({ readonly createdAt: string } | null)[] | null;
}

/** Since when a list that was read from its newest item on is whole, within the window that begins at `from`. */
function wholeSince(list: Newest | null | undefined, from: Date): Date {
  const oldest = nodesOf(list ?? null).at(-1);
  if (list?.pageInfo.hasNextPage !== true || oldest === undefined) return from;
  const at = new Date(oldest.createdAt);
  return at > from ? at : from;
}

function quotable(named: readonly { readonly name: string }[]): string[] {
  return named.map(({ name }) => name).filter(isQuotable);
}

function mergedIn({ merged }: Found): MergedPull[] {
  return nodesOf(merged ?? null).flatMap(
    ({ title, baseRefName, headRefName, isCrossRepository, mergedAt, author, labels }): MergedPull[] =>
      mergedAt === null
        ? []
        : [
            {
              ...{ title, base: baseRefName, head: headRefName, fork: isCrossRepository },
              mergedAt: new Date(mergedAt),
              author: author === null ? null : { login: author.login, bot: author.__typename === "Bot" },
              labels: quotable(nodesOf(labels)),
            },
          ],
  );
}
