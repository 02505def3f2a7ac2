// Made from release-ci.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type releaseCiVariables = {
  readonly owner: string;
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly headRef: string;
};

export type releaseCiResult = {
  readonly repository: {
    readonly head: {
      readonly target: {
        readonly oid: string;
      } | {
        readonly oid: string;
        readonly committedDate: string;
        readonly checkSuites: {
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
        readonly statusCheckRollup: {
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
    readonly openPull: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly createdAt: string;
        readonly isCrossRepository: boolean;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
        readonly assignees: {
          readonly nodes: readonly ({
            readonly __typename: "User";
            readonly login: string;
          } | null)[] | null;
        };
        readonly comments: {
          readonly pageInfo: {
            readonly hasPreviousPage: boolean;
          };
          readonly nodes: readonly ({
            readonly fullDatabaseId: string | null;
            readonly body: string;
            readonly createdAt: string;
            readonly lastEditedAt: string | null;
            readonly author: {
              readonly __typename: string;
              readonly login: string;
            } | null;
            readonly reactionGroups: readonly ({
              readonly content: "CONFUSED" | "EYES" | "HEART" | "HOORAY" | "LAUGH" | "ROCKET" | "THUMBS_DOWN" | "THUMBS_UP";
              readonly viewerHasReacted: boolean;
            })[] | null;
          } | null)[] | null;
        };
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseCi: Document<releaseCiVariables, releaseCiResult> = {
  name: "releaseCi",
  text: "query releaseCi($owner: String!, $name: String!, $base: String!, $head: String!, $headRef: String!) {\n  repository(owner: $owner, name: $name) {\n    head: ref(qualifiedName: $headRef) {\n      target {\n        oid\n        ... on Commit {\n          committedDate\n          checkSuites(first: 50) {\n            ...ReleaseCiSuites\n          }\n          statusCheckRollup {\n            contexts(first: 100) {\n              ...ReleaseCiContexts\n            }\n          }\n        }\n      }\n    }\n    openPull: pullRequests(\n      states: [OPEN]\n      headRefName: $head\n      baseRefName: $base\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: 3\n    ) {\n      nodes {\n        ...ReleaseCiPull\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}\n\nfragment ReleaseCiContexts on StatusCheckRollupContextConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    __typename\n    ... on CheckRun {\n      name\n      status\n      conclusion\n      completedAt\n      url\n      checkSuite {\n        createdAt\n        app {\n          slug\n        }\n      }\n    }\n    ... on StatusContext {\n      context\n      state\n      createdAt\n      targetUrl\n    }\n  }\n}\n\nfragment ReleaseCiPull on PullRequest {\n  number\n  createdAt\n  isCrossRepository\n  author {\n    __typename\n    login\n  }\n  assignees(first: 20) {\n    nodes {\n      __typename\n      login\n    }\n  }\n  comments(last: 100) {\n    pageInfo {\n      hasPreviousPage\n    }\n    nodes {\n      ...comment\n    }\n  }\n}\n\nfragment ReleaseCiSuites on CheckSuiteConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    status\n    conclusion\n    createdAt\n    updatedAt\n    url\n    app {\n      slug\n    }\n    checkRuns(first: 1) {\n      totalCount\n    }\n  }\n}",
  unknown: ["repository.head.target.checkSuites","repository.head.target.statusCheckRollup"],
};
