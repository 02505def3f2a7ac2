// Made from four-keys-more-files.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysMoreFilesVariables = {
  readonly id: string;
  readonly cursor?: string | null;
};

export type fourKeysMoreFilesResult = {
  readonly node: {

  } | {
    readonly files: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly path: string;
      } | null)[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysMoreFiles: Document<fourKeysMoreFilesVariables, fourKeysMoreFilesResult> = {
  name: "fourKeysMoreFiles",
  text: "query fourKeysMoreFiles($id: ID!, $cursor: String) {\n  node(id: $id) {\n    ... on PullRequest {\n      files(first: 100, after: $cursor) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          path\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["node"],
};
