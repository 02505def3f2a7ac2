// Made from read-config.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type ReadConfigVariables = {
  readonly owner: string;
  readonly name: string;
  readonly path: string;
};

export type ReadConfigResult = {
  readonly repository: {
    readonly databaseId: number | null;
    readonly isPrivate: boolean;
    readonly defaultBranchRef: {
      readonly name: string;
      readonly target: {
        readonly oid: string;
      } | {
        readonly oid: string;
        readonly file: {
          readonly object: {
            readonly oid: string;
            readonly text: string | null;
            readonly byteSize: number;
            readonly isTruncated: boolean;
          } | {

          } | null;
        } | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const readConfig: Document<ReadConfigVariables, ReadConfigResult> = {
  name: "ReadConfig",
  text: "query ReadConfig($owner: String!, $name: String!, $path: String!) {\n  repository(owner: $owner, name: $name) {\n    databaseId\n    isPrivate\n    defaultBranchRef {\n      name\n      target {\n        oid\n        ... on Commit {\n          file(path: $path) {\n            object {\n              ... on Blob {\n                oid\n                text\n                byteSize\n                isTruncated\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.defaultBranchRef.target.file"],
};
