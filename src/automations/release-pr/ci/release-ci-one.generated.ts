// Made from release-ci-one.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type releaseCiOneVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type releaseCiOneResult = {
  readonly repository: {
    readonly pullRequest: {
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
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseCiOne: Document<releaseCiOneVariables, releaseCiOneResult> = {
  name: "releaseCiOne",
  text: "query releaseCiOne($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      ...ReleaseCiPull\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment comment on IssueComment {\n  fullDatabaseId\n  body\n  createdAt\n  lastEditedAt\n  author {\n    __typename\n    login\n  }\n  reactionGroups {\n    content\n    viewerHasReacted\n  }\n}\n\nfragment ReleaseCiPull on PullRequest {\n  number\n  createdAt\n  isCrossRepository\n  author {\n    __typename\n    login\n  }\n  assignees(first: 20) {\n    nodes {\n      __typename\n      login\n    }\n  }\n  comments(last: 100) {\n    pageInfo {\n      hasPreviousPage\n    }\n    nodes {\n      ...comment\n    }\n  }\n}",
  missing: ["repository.pullRequest"],
};
