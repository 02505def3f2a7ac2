// Made from commands-conversation.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type commandsConversationVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type commandsConversationResult = {
  readonly repository: {
    readonly issueOrPullRequest: {
      readonly __typename: "Issue";
      readonly body: string;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
      readonly labels: {
        readonly nodes: readonly ({
          readonly name: string;
        } | null)[] | null;
      } | null;
      readonly milestone: {
        readonly number: number;
        readonly title: string;
      } | null;
      readonly assignees: {
        readonly nodes: readonly ({
          readonly login: string;
        } | null)[] | null;
      };
      readonly comments: {
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
    } | {
      readonly __typename: "PullRequest";
      readonly body: string;
      readonly author: {
        readonly __typename: string;
        readonly login: string;
      } | null;
      readonly labels: {
        readonly nodes: readonly ({
          readonly name: string;
        } | null)[] | null;
      } | null;
      readonly comments: {
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
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const commandsConversation: Document<commandsConversationVariables, commandsConversationResult> = {
  name: "commandsConversation",
  text: "query commandsConversation($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    issueOrPullRequest(number: $number) {\n      __typename\n      ... on Issue {\n        body\n        author {\n          __typename\n          login\n        }\n        labels(first: 100) {\n          nodes {\n            name\n          }\n        }\n        milestone {\n          number\n          title\n        }\n        assignees(first: 10) {\n          nodes {\n            login\n          }\n        }\n        comments(last: 30) {\n          nodes {\n            ...comment\n          }\n        }\n      }\n      ... on PullRequest {\n        body\n        author {\n          __typename\n          login\n        }\n        labels(first: 100) {\n          nodes {\n            name\n          }\n        }\n        comments(last: 30) {\n          nodes {\n            ...comment\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}",
  missing: ["repository.issueOrPullRequest"],
};
