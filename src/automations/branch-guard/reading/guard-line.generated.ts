// Made from guard-line.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type guardLineVariables = {
  readonly owner: string;
  readonly name: string;
  readonly oid: string;
  readonly cursor?: string | null;
};

export type guardLineResult = {
  readonly repository: {
    readonly object: {

    } | {
      readonly history: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly oid: string;
          readonly parents: {
            readonly nodes: readonly ({
              readonly oid: string;
              readonly committedDate: string;
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

export const guardLine: Document<guardLineVariables, guardLineResult> = {
  name: "guardLine",
  text: "query guardLine($owner: String!, $name: String!, $oid: GitObjectID!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    object(oid: $oid) {\n      ... on Commit {\n        history(first: $size, after: $cursor) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            oid\n            parents(first: 1) {\n              nodes {\n                oid\n                committedDate\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":100},
};
