// Made from help-request.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type helpRequestVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly withProject: boolean;
  readonly withPaths: boolean;
  readonly withOwners: boolean;
};

export type helpRequestResult = {
  readonly repository: {
    readonly assignableUsers: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
      };
      readonly nodes: readonly ({
        readonly login: string;
        readonly status: {
          readonly indicatesLimitedAvailability: boolean;
        } | Unknown | null;
      } | null)[] | null;
    };
    readonly issueOrPullRequest: {
      readonly __typename: "Issue";
      readonly fullDatabaseId: string | null;
      readonly createdAt: string;
      readonly closed: boolean;
      readonly closedAt: string | null;
      readonly locked: boolean;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
      readonly labels: {
        readonly nodes: readonly ({
          readonly name: string;
        } | null)[] | null;
      } | null;
      readonly timelineItems: {
        readonly nodes: readonly ({

        } | {
          readonly createdAt: string;
          readonly label: {
            readonly name: string;
          };
        } | null)[] | null;
      };
      readonly assignees: {
        readonly nodes: readonly ({
          readonly login: string;
        } | null)[] | null;
      };
      readonly comments: {
        readonly pageInfo: {
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
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
          readonly reactions: {
            readonly nodes: readonly ({
              readonly createdAt: string;
              readonly user: {
                readonly login: string;
              } | null;
            } | null)[] | null;
          };
        } | null)[] | null;
      };
      readonly projectItems?: {
        readonly nodes: readonly ({
          readonly fullDatabaseId: string | null;
          readonly project: {
            readonly number: number;
            readonly owner: {

            } | {
              readonly login: string;
            };
          };
          readonly status: {

          } | {
            readonly name: string | null;
          } | null;
        } | Unknown | null)[] | null;
      };
    } | {
      readonly __typename: "PullRequest";
      readonly fullDatabaseId: string | null;
      readonly createdAt: string;
      readonly closed: boolean;
      readonly merged: boolean;
      readonly closedAt: string | null;
      readonly locked: boolean;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
      readonly labels: {
        readonly nodes: readonly ({
          readonly name: string;
        } | null)[] | null;
      } | null;
      readonly timelineItems: {
        readonly nodes: readonly ({

        } | {
          readonly createdAt: string;
          readonly label: {
            readonly name: string;
          };
        } | null)[] | null;
      };
      readonly assignees: {
        readonly nodes: readonly ({
          readonly login: string;
        } | null)[] | null;
      };
      readonly comments: {
        readonly pageInfo: {
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
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
          readonly reactions: {
            readonly nodes: readonly ({
              readonly createdAt: string;
              readonly user: {
                readonly login: string;
              } | null;
            } | null)[] | null;
          };
        } | null)[] | null;
      };
      readonly projectItems?: {
        readonly nodes: readonly ({
          readonly fullDatabaseId: string | null;
          readonly project: {
            readonly number: number;
            readonly owner: {

            } | {
              readonly login: string;
            };
          };
          readonly status: {

          } | {
            readonly name: string | null;
          } | null;
        } | Unknown | null)[] | null;
      };
      readonly reviews: {
        readonly nodes: readonly ({
          readonly author: {
            readonly __typename: string;
            readonly login: string;
          } | null;
          readonly submittedAt: string | null;
        } | null)[] | null;
      } | null;
      readonly files?: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly path: string;
        } | null)[] | null;
      } | null;
      readonly baseRef?: {
        readonly target: {

        } | {
          readonly inFolder: {
            readonly object: {
              readonly text: string | null;
            } | {

            } | null;
          } | null;
          readonly inRoot: {
            readonly object: {
              readonly text: string | null;
            } | {

            } | null;
          } | null;
          readonly inDocs: {
            readonly object: {
              readonly text: string | null;
            } | {

            } | null;
          } | null;
        } | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const helpRequest: Document<helpRequestVariables, helpRequestResult> = {
  name: "helpRequest",
  text: "query helpRequest(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $withProject: Boolean!\n  $withPaths: Boolean!\n  $withOwners: Boolean!\n) {\n  repository(owner: $owner, name: $name) {\n    assignableUsers(first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        login\n        status {\n          indicatesLimitedAvailability\n        }\n      }\n    }\n    issueOrPullRequest(number: $number) {\n      __typename\n      ... on Issue {\n        fullDatabaseId\n        createdAt\n        closed\n        closedAt\n        locked\n        author {\n          __typename\n          login\n        }\n        labels(first: 100) {\n          nodes {\n            name\n          }\n        }\n        timelineItems(last: 100, itemTypes: [LABELED_EVENT]) {\n          nodes {\n            ... on LabeledEvent {\n              createdAt\n              label {\n                name\n              }\n            }\n          }\n        }\n        assignees(first: 10) {\n          nodes {\n            login\n          }\n        }\n        comments(last: 50) {\n          pageInfo {\n            hasPreviousPage\n            startCursor\n          }\n          nodes {\n            ...helpComment\n          }\n        }\n        projectItems(first: 20) @include(if: $withProject) {\n          ...helpPlaces\n        }\n      }\n      ... on PullRequest {\n        fullDatabaseId\n        createdAt\n        closed\n        merged\n        closedAt\n        locked\n        author {\n          __typename\n          login\n        }\n        labels(first: 100) {\n          nodes {\n            name\n          }\n        }\n        timelineItems(last: 100, itemTypes: [LABELED_EVENT]) {\n          nodes {\n            ... on LabeledEvent {\n              createdAt\n              label {\n                name\n              }\n            }\n          }\n        }\n        assignees(first: 10) {\n          nodes {\n            login\n          }\n        }\n        comments(last: 50) {\n          pageInfo {\n            hasPreviousPage\n            startCursor\n          }\n          nodes {\n            ...helpComment\n          }\n        }\n        projectItems(first: 20) @include(if: $withProject) {\n          ...helpPlaces\n        }\n        reviews(last: 50) {\n          nodes {\n            author {\n              __typename\n              login\n            }\n            submittedAt\n          }\n        }\n        files(first: 100) @include(if: $withPaths) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            path\n          }\n        }\n        baseRef @include(if: $withOwners) {\n          target {\n            ... on Commit {\n              inFolder: file(path: \".github/CODEOWNERS\") {\n                ...helpOwners\n              }\n              inRoot: file(path: \"CODEOWNERS\") {\n                ...helpOwners\n              }\n              inDocs: file(path: \"docs/CODEOWNERS\") {\n                ...helpOwners\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment helpComment on IssueComment {\n  ...comment\n  reactions(content: THUMBS_UP, first: 20) {\n    nodes {\n      createdAt\n      user {\n        login\n      }\n    }\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}\n\nfragment helpPlaces on ProjectV2ItemConnection {\n  nodes {\n    fullDatabaseId\n    project {\n      number\n      owner {\n        ... on Organization {\n          login\n        }\n      }\n    }\n    status: fieldValueByName(name: \"Status\") {\n      ... on ProjectV2ItemFieldSingleSelectValue {\n        name\n      }\n    }\n  }\n}\n\nfragment helpOwners on TreeEntry {\n  object {\n    ... on Blob {\n      text\n    }\n  }\n}",
  missing: ["repository.issueOrPullRequest","repository.issueOrPullRequest.baseRef.target.inFolder","repository.issueOrPullRequest.baseRef.target.inRoot","repository.issueOrPullRequest.baseRef.target.inDocs"],
  unknown: ["repository.assignableUsers.nodes.*.status","repository.issueOrPullRequest.projectItems.nodes.*"],
};
