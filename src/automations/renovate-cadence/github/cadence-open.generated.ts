// Made from cadence-open.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type cadenceOpenVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type cadenceOpenResult = {
  readonly repository: {
    readonly pullRequests: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly id: string;
        readonly number: number;
        readonly title: string;
        readonly state: "CLOSED" | "MERGED" | "OPEN";
        readonly createdAt: string;
        readonly closedAt: string | null;
        readonly updatedAt: string;
        readonly headRefName: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly comments: {
          readonly nodes: readonly ({
            readonly author: {
              readonly __typename: string;
              readonly login: string;
            } | null;
            readonly body: string;
          } | null)[] | null;
        };
        readonly body: string;
        readonly baseRefName: string;
        readonly headRefOid: string;
        readonly isCrossRepository: boolean;
        readonly mergeable: "CONFLICTING" | "MERGEABLE" | "UNKNOWN";
        readonly reviewDecision: "APPROVED" | "CHANGES_REQUESTED" | "REVIEW_REQUIRED" | null;
        readonly autoMergeRequest: {
          readonly enabledAt: string | null;
        } | null;
        readonly reviewRequests: {
          readonly nodes: readonly ({
            readonly requestedReviewer: {
              readonly __typename: "Bot";
            } | {
              readonly __typename: "Mannequin";
            } | {
              readonly __typename: "Team";
              readonly combinedSlug: string;
            } | {
              readonly __typename: "User";
              readonly login: string;
            } | Unknown | null;
          } | null)[] | null;
        } | null;
        readonly latestOpinionatedReviews: {
          readonly nodes: readonly ({
            readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
          } | null)[] | null;
        } | null;
        readonly commits: {
          readonly nodes: readonly ({
            readonly commit: {
              readonly message: string;
              readonly statusCheckRollup: {
                readonly contexts: {
                  readonly nodes: readonly ({
                    readonly __typename: "CheckRun";
                    readonly name: string;
                    readonly conclusion: "ACTION_REQUIRED" | "CANCELLED" | "FAILURE" | "NEUTRAL" | "SKIPPED" | "STALE" | "STARTUP_FAILURE" | "SUCCESS" | "TIMED_OUT" | null;
                    readonly completedAt: string | null;
                  } | {
                    readonly __typename: "StatusContext";
                    readonly context: string;
                    readonly state: "ERROR" | "EXPECTED" | "FAILURE" | "PENDING" | "SUCCESS";
                    readonly createdAt: string;
                  } | null)[] | null;
                };
              } | Unknown | null;
            };
          } | null)[] | null;
        };
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const cadenceOpen: Document<cadenceOpenVariables, cadenceOpenResult> = {
  name: "cadenceOpen",
  text: "query cadenceOpen($owner: String!, $name: String!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    pullRequests(states: [OPEN], orderBy: { field: CREATED_AT, direction: ASC }, first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...CadenceOpenPull\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment CadenceOpenPull on PullRequest {\n  ...CadenceUpdate\n  body\n  baseRefName\n  headRefOid\n  isCrossRepository\n  mergeable\n  reviewDecision\n  autoMergeRequest {\n    enabledAt\n  }\n  reviewRequests(first: 10) {\n    nodes {\n      requestedReviewer {\n        __typename\n        ... on User {\n          login\n        }\n        ... on Team {\n          combinedSlug\n        }\n      }\n    }\n  }\n  latestOpinionatedReviews(first: 10) {\n    nodes {\n      state\n    }\n  }\n  commits(last: 1) {\n    nodes {\n      commit {\n        message\n        statusCheckRollup {\n          contexts(first: 100) {\n            nodes {\n              __typename\n              ... on CheckRun {\n                name\n                conclusion\n                completedAt\n              }\n              ... on StatusContext {\n                context\n                state\n                createdAt\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment CadenceUpdate on PullRequest {\n  id\n  number\n  title\n  state\n  createdAt\n  closedAt\n  updatedAt\n  headRefName\n  author {\n    __typename\n    login\n  }\n  comments(last: 5) {\n    nodes {\n      author {\n        __typename\n        login\n      }\n      body\n    }\n  }\n}",
  unknown: ["repository.pullRequests.nodes.*.reviewRequests.nodes.*.requestedReviewer","repository.pullRequests.nodes.*.commits.nodes.*.commit.statusCheckRollup"],
  pages: {"size":100},
};
