// Made from four-keys-comment.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysCommentVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type fourKeysCommentResult = {
  readonly repository: {
    readonly pullRequest: {
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
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysComment: Document<fourKeysCommentVariables, fourKeysCommentResult> = {
  name: "fourKeysComment",
  text: "query fourKeysComment($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      comments(last: 100) {\n        pageInfo {\n          hasPreviousPage\n        }\n        nodes {\n          ...comment\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}",
  missing: ["repository.pullRequest"],
};
