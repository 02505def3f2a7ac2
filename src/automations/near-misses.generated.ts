// Made from near-misses.graphql by `npm run generate`. Do not edit.
import type { Document } from "../github/client.ts";

export type nearMissesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly root: string;
  readonly folder: string;
};

export type nearMissesResult = {
  readonly repository: {
    readonly root: {

    } | {
      readonly entries: readonly ({
        readonly path: string | null;
        readonly type: string;
      })[] | null;
    } | null;
    readonly folder: {

    } | {
      readonly entries: readonly ({
        readonly path: string | null;
        readonly type: string;
      })[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const nearMisses: Document<nearMissesVariables, nearMissesResult> = {
  name: "nearMisses",
  text: "query nearMisses($owner: String!, $name: String!, $root: String!, $folder: String!) {\n  repository(owner: $owner, name: $name) {\n    root: object(expression: $root) {\n      ... on Tree {\n        entries {\n          path\n          type\n        }\n      }\n    }\n    folder: object(expression: $folder) {\n      ... on Tree {\n        entries {\n          path\n          type\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};
