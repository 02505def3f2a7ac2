// Made from read-config-history.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type ReadConfigHistoryVariables = {
  readonly owner: string;
  readonly name: string;
  readonly path: string;
  readonly cursor?: string | null;
};

export type ReadConfigHistoryResult = {
  readonly repository: {
    readonly defaultBranchRef: {
      readonly target: {

      } | {
        readonly history: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
          readonly nodes: readonly ({
            readonly oid: string;
            readonly committedDate: string;
            readonly file: {
              readonly object: {
                readonly oid: string;
                readonly text: string | null;
                readonly byteSize: number;
                readonly isTruncated: boolean;
              } | {

              } | null;
            } | null;
          } | null)[] | null;
        };
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const readConfigHistory: Document<ReadConfigHistoryVariables, ReadConfigHistoryResult> = {
  name: "ReadConfigHistory",
  text: "query ReadConfigHistory($owner: String!, $name: String!, $path: String!, $cursor: String, $size: Int = 20) {\n  repository(owner: $owner, name: $name) {\n    defaultBranchRef {\n      target {\n        ... on Commit {\n          history(first: $size, after: $cursor, path: $path) {\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n            nodes {\n              oid\n              committedDate\n              file(path: $path) {\n                object {\n                  ... on Blob {\n                    oid\n                    text\n                    byteSize\n                    isTruncated\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.defaultBranchRef.target.history.nodes.*.file"],
  pages: {"size":20},
};
