import { teamNameOf } from "../../actions/reviews.ts";
import { changedFiles } from "../../git/changes.ts";
import { canSee, repoNamed } from "../../platform/actor.ts";
import { namedFork } from "../../platform/fork.ts";
import type { SimPull, SimRepo, SimReview } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import {
  branchRef,
  commitOf,
  commitSource,
  type PullRequestCommitSource,
  type PullRequestSource,
  type ReviewRequestSource,
  repositorySource,
} from "../source.ts";
import { accountOf } from "./account.ts";
import { rollupOf } from "./status.ts";
import { pathOf, subject } from "./subject.ts";
import { teamSource } from "./team.ts";
import { timelineItems } from "./timeline.ts";

/** The head's repository as the actor sees it; null when the fork is gone or hidden. */
function headRepository({ repo, item }: PullRequestSource, { state, actor }: Context): SimRepo | null {
  if (item.head_repo === repo.name) return repo;
  if (item.head_repo === null) return null;
  const found = repoNamed(state, item.head_repo);
  if (found === null) return namedFork(repo, item.head_repo);
  return canSee(state, actor, found) ? found : null;
}

interface ReviewsArguments extends Page {
  author?: string | null;
  states?: readonly string[] | null;
}

function reviews({ repo, item }: PullRequestSource, args: ReviewsArguments) {
  const found = item.reviews.filter(
    (review) =>
      (args.states == null || args.states.includes(review.state)) &&
      (args.author == null || review.user === args.author),
  );
  return reviewsOf(repo, item, found, args);
}

function reviewsOf(repo: SimRepo, pull: SimPull, found: readonly SimReview[], page: Page) {
  return connection(
    found,
    page,
    ({ id }) => id,
    (review) => ({ __typename: "PullRequestReview", repo, pull, review }),
  );
}

/** The last review of each person; for opinionated ones mere comments do not count. */
function latestReviews({ repo, item }: PullRequestSource, page: Page, opinionated: boolean) {
  const last = new Map<string | null, SimReview>();
  for (const review of item.reviews) {
    if (review.state === "PENDING" || (opinionated && review.state === "COMMENTED")) continue;
    last.set(review.user, review);
  }
  return reviewsOf(repo, item, [...last.values()], page);
}

/** Files that the pull request changes. Line counts are not in a world, so they are not simulated. */
function files({ repo, item }: PullRequestSource, page: Page) {
  const types = { added: "ADDED", modified: "MODIFIED", removed: "DELETED" } as const;
  return connection(
    changedFiles(repo, item.base_sha, item.head_sha),
    page,
    ({ path }) => path,
    ({ path, status }) => ({ path, changeType: types[status] }),
  );
}

export const pullRequest: Resolvers<PullRequestSource> = {
  ...subject,
  id: ({ repo, item }) => nodeId("PullRequest", repo.id, item.number),
  state: ({ item }) => item.state.toUpperCase(),
  isDraft: ({ item }) => item.draft,
  merged: ({ item }) => item.state === "merged",
  mergedAt: ({ item }) => item.merged_at,
  mergedBy: ({ item }, _args, { state }) => accountOf(state, item.merged_by),
  mergeCommit: ({ repo, item }) => commitOf(repo, item.state === "merged" ? item.merge_commit_sha : null),
  mergeable: ({ item }) => item.mergeable,
  autoMergeRequest: ({ item }) =>
    item.auto_merge ? { mergeMethod: (item.merge_method ?? "merge").toUpperCase(), enabledAt: item.updated_at } : null,
  baseRef: ({ repo, item }) => branchRef(repo, item.base),
  baseRefName: ({ item }) => item.base,
  baseRefOid: ({ item }) => item.base_sha,
  baseRepository: ({ repo }) => repositorySource(repo),
  headRef: (source, _args, context) => {
    const repo = headRepository(source, context);
    return repo === null ? null : branchRef(repo, source.item.head);
  },
  headRefName: ({ item }) => item.head,
  headRefOid: ({ item }) => item.head_sha,
  headRepository: (source, _args, context) => {
    const repo = headRepository(source, context);
    return repo === null ? null : repositorySource(repo);
  },
  headRepositoryOwner: ({ item }, _args, { state }) => accountOf(state, item.head_repo?.split("/")[0] ?? null),
  isCrossRepository: ({ repo, item }) => item.head_repo !== repo.name,
  maintainerCanModify: () => true,
  permalink: (source, _args, { webUrl }) => `${webUrl}${pathOf(source)}`,
  changedFiles: ({ repo, item }) => changedFiles(repo, item.base_sha, item.head_sha).length,
  totalCommentsCount: ({ item }) => item.comments.length,
  reviewDecision: () => null, // only branch protection asks for reviews, and worlds have none
  reviews,
  latestReviews: (source, page: Page) => latestReviews(source, page, false),
  latestOpinionatedReviews: (source, page: Page) => latestReviews(source, page, true),
  reviewRequests: ({ repo, item }, page: Page) =>
    connection([...item.requested_reviewers, ...item.requested_teams], page, String, (reviewer) => ({
      __typename: "ReviewRequest",
      repo,
      pull: item,
      reviewer,
    })),
  commits: ({ repo, item }, page: Page) =>
    connection(
      item.commits.flatMap((sha) => repo.commits.get(sha) ?? []),
      page,
      ({ sha }) => sha,
      (commit) => ({ __typename: "PullRequestCommit", repo, pull: item, commit }),
    ),
  files,
  timelineItems,
  statusCheckRollup: ({ repo, item }) => rollupOf(repo, item.head_sha),
};

export const reviewRequest: Resolvers<ReviewRequestSource> = {
  id: ({ repo, pull, reviewer }) => nodeId("ReviewRequest", repo.id, pull.number, reviewer),
  asCodeOwner: () => false,
  pullRequest: ({ repo, pull }) => ({ __typename: "PullRequest", repo, item: pull }),
  requestedReviewer: ({ reviewer }, _args, { state, actor }) => {
    const team = state.teams.find((one) => teamNameOf(one) === reviewer);
    return team === undefined ? accountOf(state, reviewer) : teamSource(actor, team);
  },
};

export const pullRequestCommit: Resolvers<PullRequestCommitSource> = {
  commit: ({ repo, commit }) => commitSource(repo, commit),
  pullRequest: ({ repo, pull }) => ({ __typename: "PullRequest", repo, item: pull }),
};
