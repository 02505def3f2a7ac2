// Made from four-keys-history-changes.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysHistoryChangesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type fourKeysHistoryChangesResult = {
  readonly repository: {
    readonly pullRequests: {
      readonly totalCount: number;
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly id: string;
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly createdAt: string;
        readonly mergedAt: string | null;
        readonly updatedAt: string;
        readonly baseRefName: string;
        readonly headRefName: string;
        readonly isCrossRepository: boolean;
        readonly mergeCommit: {
          readonly oid: string;
        } | null;
        readonly labels: {
          readonly nodes: readonly ({
            readonly name: string;
          } | null)[] | null;
        } | null;
        readonly commits: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
          readonly nodes: readonly ({
            readonly commit: {
              readonly oid: string;
              readonly authoredDate: string;
              readonly message: string;
            };
          } | null)[] | null;
        };
        readonly reviews: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
          readonly nodes: readonly ({
            readonly author: {
              readonly __typename: string;
              readonly login: string;
            } | null;
            readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
            readonly submittedAt: string | null;
          } | null)[] | null;
        } | null;
        readonly timelineItems: {
          readonly nodes: readonly ({

          } | {
            readonly createdAt: string;
          } | null)[] | null;
        };
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
    readonly limit: number;
    readonly remaining: number;
    readonly resetAt: string;
  } | null;
};

export const fourKeysHistoryChanges: Document<fourKeysHistoryChangesVariables, fourKeysHistoryChangesResult> = {
  name: "fourKeysHistoryChanges",
  text: "query fourKeysHistoryChanges($owner: String!, $name: String!, $cursor: String, $size: Int = 37) {\n  repository(owner: $owner, name: $name) {\n    pullRequests(states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }, first: $size, after: $cursor) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...FourKeysChange\n      }\n    }\n  }\n  rateLimit {\n    cost\n    limit\n    remaining\n    resetAt\n  }\n}\n\nfragment FourKeysChange on PullRequest {\n  id\n  number\n  title\n  body\n  author {\n    __typename\n    login\n  }\n  createdAt\n  mergedAt\n  updatedAt\n  baseRefName\n  headRefName\n  isCrossRepository\n  mergeCommit {\n    oid\n  }\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n  commits(first: 100) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      commit {\n        oid\n        authoredDate\n        message\n      }\n    }\n  }\n  reviews(first: 100) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      author {\n        __typename\n        login\n      }\n      state\n      submittedAt\n    }\n  }\n  timelineItems(first: 1, itemTypes: [READY_FOR_REVIEW_EVENT]) {\n    nodes {\n      ... on ReadyForReviewEvent {\n        createdAt\n      }\n    }\n  }\n}",
  pages: {"size":37},
};
