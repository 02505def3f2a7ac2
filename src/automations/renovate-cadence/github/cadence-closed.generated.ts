// Made from cadence-closed.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type cadenceClosedVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
  readonly texts: boolean;
};

export type cadenceClosedResult = {
  readonly repository: {
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
        readonly body?: string;
        readonly commits?: {
          readonly nodes: readonly ({
            readonly commit: {
              readonly message: string;
            };
          } | null)[] | null;
        };
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const cadenceClosed: Document<cadenceClosedVariables, cadenceClosedResult> = {
  name: "cadenceClosed",
  text: "query cadenceClosed($owner: String!, $name: String!, $cursor: String, $texts: Boolean!, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    pullRequests(\n      states: [CLOSED, MERGED]\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $size\n      after: $cursor\n    ) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...CadenceUpdate\n        body @include(if: $texts)\n        commits(last: 1) @include(if: $texts) {\n          nodes {\n            commit {\n              message\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment CadenceUpdate on PullRequest {\n  id\n  number\n  title\n  state\n  createdAt\n  closedAt\n  updatedAt\n  headRefName\n  author {\n    __typename\n    login\n  }\n  comments(last: 5) {\n    nodes {\n      author {\n        __typename\n        login\n      }\n      body\n    }\n  }\n}",
  pages: {"size":100},
};
