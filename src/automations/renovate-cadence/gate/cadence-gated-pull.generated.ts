// Made from cadence-gated-pull.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type cadenceGatedPullVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly check: string;
};

export type cadenceGatedPullResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly number: number;
      readonly state: "CLOSED" | "MERGED" | "OPEN";
      readonly baseRefName: string;
      readonly headRefName: string;
      readonly headRefOid: string;
      readonly isCrossRepository: boolean;
      readonly commits: {
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
      readonly shared: {
        readonly nodes: readonly ({
          readonly commit: {
            readonly associatedPullRequests: {
              readonly nodes: readonly ({
                readonly state: "CLOSED" | "MERGED" | "OPEN";
                readonly baseRefName: string;
                readonly headRefName: string;
                readonly headRefOid: string;
                readonly isCrossRepository: boolean;
              } | Unknown | null)[] | null;
            } | null;
          };
        } | null)[] | null;
      };
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const cadenceGatedPull: Document<cadenceGatedPullVariables, cadenceGatedPullResult> = {
  name: "cadenceGatedPull",
  text: "query cadenceGatedPull($owner: String!, $name: String!, $number: Int!, $check: String!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      ...CadenceGatedPull\n      shared: commits(last: 1) {\n        nodes {\n          commit {\n            associatedPullRequests(first: 20) {\n              nodes {\n                state\n                baseRefName\n                headRefName\n                headRefOid\n                isCrossRepository\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment CadenceGatedPull on PullRequest {\n  number\n  state\n  baseRefName\n  headRefName\n  headRefOid\n  isCrossRepository\n  commits(last: 1) {\n    nodes {\n      commit {\n        oid\n        checkSuites(first: 3, filterBy: { checkName: $check }) {\n          pageInfo {\n            hasNextPage\n          }\n          nodes {\n            ...OwnSuite\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
  unknown: ["repository.pullRequest.shared.nodes.*.commit.associatedPullRequests.nodes.*"],
};
