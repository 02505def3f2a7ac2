// Made from cadence-now.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type cadenceNowVariables = {
  readonly owner: string;
  readonly name: string;
  readonly self: string;
  readonly renovate: string;
  readonly author: string;
  readonly hasAuthor: boolean;
  readonly known: number;
  readonly isKnown: boolean;
};

export type cadenceNowResult = {
  readonly repository: {
    readonly hasIssuesEnabled: boolean;
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
    readonly own: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
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
    readonly placed: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly updatedAt: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly ofRenovate: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly updatedAt: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly ofAuthor?: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
        readonly body: string;
        readonly state: "CLOSED" | "OPEN";
        readonly updatedAt: string;
        readonly author: {
          readonly __typename: string;
          readonly login: string;
        } | null;
      } | null)[] | null;
    };
    readonly known?: {
      readonly number: number;
      readonly title: string;
      readonly body: string;
      readonly state: "CLOSED" | "OPEN";
      readonly updatedAt: string;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
    } | null;
    readonly titles: {
      readonly nodes: readonly ({
        readonly number: number;
        readonly title: string;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const cadenceNow: Document<cadenceNowVariables, cadenceNowResult> = {
  name: "cadenceNow",
  text: "query cadenceNow(\n  $owner: String!\n  $name: String!\n  $self: String!\n  $renovate: String!\n  $author: String!\n  $hasAuthor: Boolean!\n  $known: Int!\n  $isKnown: Boolean!\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    hasIssuesEnabled\n    pullRequests(states: [OPEN], orderBy: { field: CREATED_AT, direction: ASC }, first: $size) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...CadenceOpenPull\n      }\n    }\n    own: issues(\n      filterBy: { createdBy: $self, milestone: null }\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 10\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...CadenceOwnIssue\n      }\n    }\n    placed: issues(\n      filterBy: { createdBy: $self, milestone: \"*\" }\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: 20\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...CadenceDashboard\n      }\n    }\n    ofRenovate: issues(\n      states: [OPEN]\n      filterBy: { createdBy: $renovate }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: 5\n    ) {\n      nodes {\n        ...CadenceDashboard\n      }\n    }\n    ofAuthor: issues(\n      states: [OPEN]\n      filterBy: { createdBy: $author }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: 5\n    ) @include(if: $hasAuthor) {\n      nodes {\n        ...CadenceDashboard\n      }\n    }\n    known: issue(number: $known) @include(if: $isKnown) {\n      ...CadenceDashboard\n    }\n    titles: issues(states: [OPEN], orderBy: { field: UPDATED_AT, direction: DESC }, first: 100) {\n      nodes {\n        number\n        title\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment CadenceOwnIssue on Issue {\n  number\n  title\n  body\n  state\n  author {\n    __typename\n    login\n  }\n  comments(last: 50) {\n    pageInfo {\n      hasPreviousPage\n    }\n    nodes {\n      ...comment\n    }\n  }\n}\n\nfragment CadenceDashboard on Issue {\n  number\n  title\n  body\n  state\n  updatedAt\n  author {\n    __typename\n    login\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}\n\nfragment CadenceOpenPull on PullRequest {\n  ...CadenceUpdate\n  body\n  baseRefName\n  headRefOid\n  isCrossRepository\n  mergeable\n  reviewDecision\n  autoMergeRequest {\n    enabledAt\n  }\n  reviewRequests(first: 10) {\n    nodes {\n      requestedReviewer {\n        __typename\n        ... on User {\n          login\n        }\n        ... on Team {\n          combinedSlug\n        }\n      }\n    }\n  }\n  latestOpinionatedReviews(first: 10) {\n    nodes {\n      state\n    }\n  }\n  commits(last: 1) {\n    nodes {\n      commit {\n        message\n        statusCheckRollup {\n          contexts(first: 100) {\n            nodes {\n              __typename\n              ... on CheckRun {\n                name\n                conclusion\n                completedAt\n              }\n              ... on StatusContext {\n                context\n                state\n                createdAt\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment CadenceUpdate on PullRequest {\n  id\n  number\n  title\n  state\n  createdAt\n  closedAt\n  updatedAt\n  headRefName\n  author {\n    __typename\n    login\n  }\n  comments(last: 5) {\n    nodes {\n      author {\n        __typename\n        login\n      }\n      body\n    }\n  }\n}",
  missing: ["repository.known"],
  unknown: ["repository.pullRequests.nodes.*.reviewRequests.nodes.*.requestedReviewer","repository.pullRequests.nodes.*.commits.nodes.*.commit.statusCheckRollup"],
  pages: {"size":100},
};
