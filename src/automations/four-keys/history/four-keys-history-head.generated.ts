// Made from four-keys-history-head.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysHistoryHeadVariables = {
  readonly owner: string;
  readonly name: string;
};

export type fourKeysHistoryHeadResult = {
  readonly repository: {
    readonly defaultBranchRef: {
      readonly target: {
        readonly oid: string;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
    readonly limit: number;
    readonly remaining: number;
    readonly resetAt: string;
  } | null;
};

export const fourKeysHistoryHead: Document<fourKeysHistoryHeadVariables, fourKeysHistoryHeadResult> = {
  name: "fourKeysHistoryHead",
  text: "query fourKeysHistoryHead($owner: String!, $name: String!) {\n  repository(owner: $owner, name: $name) {\n    defaultBranchRef {\n      target {\n        oid\n      }\n    }\n  }\n  rateLimit {\n    cost\n    limit\n    remaining\n    resetAt\n  }\n}",
};
