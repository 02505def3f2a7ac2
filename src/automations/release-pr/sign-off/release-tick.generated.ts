// Made from release-tick.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseTickVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly check: string;
};

export type releaseTickResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly number: number;
      readonly state: "CLOSED" | "MERGED" | "OPEN";
      readonly body: string;
      readonly baseRefName: string;
      readonly headRefName: string;
      readonly isCrossRepository: boolean;
      readonly userContentEdits: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
        };
        readonly nodes: readonly ({
          readonly diff: string | null;
          readonly editedAt: string;
          readonly editor: {
            readonly __typename: string;
            readonly login: string;
          } | null;
        } | null)[] | null;
      } | Unknown | null;
      readonly headRef: {
        readonly target: {
          readonly oid: string;
        } | {
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
        } | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseTick: Document<releaseTickVariables, releaseTickResult> = {
  name: "releaseTick",
  text: "query releaseTick($owner: String!, $name: String!, $number: Int!, $check: String!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      number\n      state\n      body\n      baseRefName\n      headRefName\n      isCrossRepository\n      userContentEdits(first: 100) {\n        ...ReleaseEdits\n      }\n      headRef {\n        target {\n          oid\n          ... on Commit {\n            checkSuites(first: 3, filterBy: { checkName: $check }) {\n              pageInfo {\n                hasNextPage\n              }\n              nodes {\n                ...OwnSuite\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment OwnSuite on CheckSuite {\n  status\n  app {\n    slug\n  }\n  checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) {\n    nodes {\n      databaseId\n      conclusion\n      title\n      summary\n    }\n  }\n}\n\nfragment ReleaseEdits on UserContentEditConnection {\n  pageInfo {\n    hasNextPage\n  }\n  nodes {\n    diff\n    editedAt\n    editor {\n      __typename\n      login\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
  unknown: ["repository.pullRequest.userContentEdits"],
};
