// Made from four-keys-changed-files.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type fourKeysChangedFilesVariables = {
  readonly ids: readonly (string)[];
};

export type fourKeysChangedFilesResult = {
  readonly nodes: readonly ({

  } | {
    readonly id: string;
    readonly files: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly path: string;
      } | null)[] | null;
    } | null;
  } | Unknown | null)[];
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysChangedFiles: Document<fourKeysChangedFilesVariables, fourKeysChangedFilesResult> = {
  name: "fourKeysChangedFiles",
  text: "query fourKeysChangedFiles($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    ... on PullRequest {\n      id\n      files(first: 100) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          path\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  unknown: ["nodes.*"],
};
