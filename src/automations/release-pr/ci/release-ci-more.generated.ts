// Made from release-ci-more.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseCiMoreVariables = {
  readonly owner: string;
  readonly name: string;
  readonly oid: string;
  readonly suites: boolean;
  readonly suiteCursor?: string | null;
  readonly contexts: boolean;
  readonly contextCursor?: string | null;
};

export type releaseCiMoreResult = {
  readonly repository: {
    readonly object: {

    } | {
      readonly checkSuites?: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly status: "COMPLETED" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "REQUESTED" | "WAITING";
          readonly conclusion: "ACTION_REQUIRED" | "CANCELLED" | "FAILURE" | "NEUTRAL" | "SKIPPED" | "STALE" | "STARTUP_FAILURE" | "SUCCESS" | "TIMED_OUT" | null;
          readonly createdAt: string;
          readonly updatedAt: string;
          readonly url: string;
          readonly app: {
            readonly slug: string;
          } | null;
          readonly checkRuns: {
            readonly totalCount: number;
          } | null;
        } | null)[] | null;
      } | Unknown | null;
      readonly statusCheckRollup?: {
        readonly contexts: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
          readonly nodes: readonly ({
            readonly __typename: "CheckRun";
            readonly name: string;
            readonly status: "COMPLETED" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "REQUESTED" | "WAITING";
            readonly conclusion: "ACTION_REQUIRED" | "CANCELLED" | "FAILURE" | "NEUTRAL" | "SKIPPED" | "STALE" | "STARTUP_FAILURE" | "SUCCESS" | "TIMED_OUT" | null;
            readonly completedAt: string | null;
            readonly url: string;
            readonly checkSuite: {
              readonly createdAt: string;
              readonly app: {
                readonly slug: string;
              } | null;
            };
          } | {
            readonly __typename: "StatusContext";
            readonly context: string;
            readonly state: "ERROR" | "EXPECTED" | "FAILURE" | "PENDING" | "SUCCESS";
            readonly createdAt: string;
            readonly targetUrl: string | null;
          } | null)[] | null;
        };
      } | Unknown | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseCiMore: Document<releaseCiMoreVariables, releaseCiMoreResult> = {
  name: "releaseCiMore",
  text: "query releaseCiMore(\n  $owner: String!\n  $name: String!\n  $oid: GitObjectID!\n  $suites: Boolean!\n  $suiteCursor: String\n  $contexts: Boolean!\n  $contextCursor: String\n) {\n  repository(owner: $owner, name: $name) {\n    object(oid: $oid) {\n      ... on Commit {\n        checkSuites(first: 100, after: $suiteCursor) @include(if: $suites) {\n          ...ReleaseCiSuites\n        }\n        statusCheckRollup @include(if: $contexts) {\n          contexts(first: 100, after: $contextCursor) {\n            ...ReleaseCiContexts\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment ReleaseCiContexts on StatusCheckRollupContextConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    __typename\n    ... on CheckRun {\n      name\n      status\n      conclusion\n      completedAt\n      url\n      checkSuite {\n        createdAt\n        app {\n          slug\n        }\n      }\n    }\n    ... on StatusContext {\n      context\n      state\n      createdAt\n      targetUrl\n    }\n  }\n}\n\nfragment ReleaseCiSuites on CheckSuiteConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    status\n    conclusion\n    createdAt\n    updatedAt\n    url\n    app {\n      slug\n    }\n    checkRuns(first: 1) {\n      totalCount\n    }\n  }\n}",
  unknown: ["repository.object.checkSuites","repository.object.statusCheckRollup"],
};
