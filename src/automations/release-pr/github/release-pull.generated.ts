// Made from release-pull.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type releasePullVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly check: string;
};

export type releasePullResult = {
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
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releasePull: Document<releasePullVariables, releasePullResult> = {
  name: "releasePull",
  text: "query releasePull($owner: String!, $name: String!, $number: Int!, $check: String!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      number\n      state\n      baseRefName\n      headRefName\n      headRefOid\n      isCrossRepository\n      commits(last: 1) {\n        nodes {\n          commit {\n            oid\n            checkSuites(first: 3, filterBy: { checkName: $check }) {\n              pageInfo {\n                hasNextPage\n              }\n              nodes {\n                ...OwnSuite\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
};
