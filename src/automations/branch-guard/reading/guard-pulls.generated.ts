// Made from guard-pulls.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type guardPullsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly base?: string | null;
  readonly check: string;
  readonly cursor?: string | null;
};

export type guardPullsResult = {
  readonly repository: {
    readonly pullRequests: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly state: "CLOSED" | "MERGED" | "OPEN";
        readonly baseRefName: string;
        readonly headRefName: string;
        readonly headRefOid: string;
        readonly isCrossRepository: boolean;
        readonly headRepository: {
          readonly nameWithOwner: string;
        } | Unknown | null;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly last: {
          readonly nodes: readonly ({
            readonly commit: {
              readonly oid: string;
              readonly checkSuites: {
                readonly pageInfo: {
                  readonly hasNextPage: boolean;
                };
                readonly nodes: readonly ({
                  readonly status: "COMPLETED" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "REQUESTED" | "WAITING";
                  readonly app: {
                    readonly slug: string;
                  } | null;
                  readonly checkRuns: {
                    readonly nodes: readonly ({
                      readonly databaseId: number | null;
                      readonly conclusion: "ACTION_REQUIRED" | "CANCELLED" | "FAILURE" | "NEUTRAL" | "SKIPPED" | "STALE" | "STARTUP_FAILURE" | "SUCCESS" | "TIMED_OUT" | null;
                      readonly title: string | null;
                      readonly summary: string | null;
                    } | null)[] | null;
                  } | null;
                } | null)[] | null;
              } | null;
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

export const guardPulls: Document<guardPullsVariables, guardPullsResult> = {
  name: "guardPulls",
  text: "query guardPulls(\n  $owner: String!\n  $name: String!\n  $base: String\n  $check: String!\n  $cursor: String\n  $size: Int = 50\n) {\n  repository(owner: $owner, name: $name) {\n    pullRequests(\n      states: [OPEN]\n      baseRefName: $base\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: $size\n      after: $cursor\n    ) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...GuardEnds\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment GuardEnds on PullRequest {\n  number\n  state\n  baseRefName\n  headRefName\n  headRefOid\n  isCrossRepository\n  headRepository {\n    nameWithOwner\n  }\n  author {\n    __typename\n    login\n  }\n  last: commits(last: 1) {\n    nodes {\n      commit {\n        oid\n        checkSuites(first: 3, filterBy: { checkName: $check }) {\n          pageInfo {\n            hasNextPage\n          }\n          nodes {\n            ...OwnSuite\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}",
  unknown: ["repository.pullRequests.nodes.*.headRepository"],
  pages: {"size":50},
};
