// Made from help-earlier.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type helpEarlierVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly before?: string | null;
};

export type helpEarlierResult = {
  readonly repository: {
    readonly issueOrPullRequest: {
      readonly __typename: "Issue";
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
    } | {
      readonly __typename: "PullRequest";
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
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const helpEarlier: Document<helpEarlierVariables, helpEarlierResult> = {
  name: "helpEarlier",
  text: "query helpEarlier($owner: String!, $name: String!, $number: Int!, $before: String) {\n  repository(owner: $owner, name: $name) {\n    issueOrPullRequest(number: $number) {\n      __typename\n      ... on Issue {\n        comments(last: 50, before: $before) {\n          pageInfo {\n            hasPreviousPage\n            startCursor\n          }\n          nodes {\n            ...helpComment\n          }\n        }\n      }\n      ... on PullRequest {\n        comments(last: 50, before: $before) {\n          pageInfo {\n            hasPreviousPage\n            startCursor\n          }\n          nodes {\n            ...helpComment\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment helpComment on IssueComment {\n  ...comment\n  reactions(content: THUMBS_UP, first: 20) {\n    nodes {\n      createdAt\n      user {\n        login\n      }\n    }\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}",
  missing: ["repository.issueOrPullRequest"],
};
