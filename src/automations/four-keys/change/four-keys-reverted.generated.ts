// Made from four-keys-reverted.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysRevertedVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly expression: string;
  readonly byNumber: boolean;
  readonly byCommit: boolean;
};

export type fourKeysRevertedResult = {
  readonly repository: {
    readonly pullRequest?: {
      readonly mergedAt: string | null;
      readonly mergeCommit: {
        readonly oid: string;
      } | null;
    } | null;
    readonly object?: {
      readonly __typename: "Blob";
    } | {
      readonly __typename: "Commit";
      readonly oid: string;
      readonly associatedPullRequests: {
        readonly nodes: readonly ({
          readonly mergedAt: string | null;
          readonly mergeCommit: {
            readonly oid: string;
          } | null;
          readonly commits: {
            readonly totalCount: number;
          };
        } | null)[] | null;
      } | null;
    } | {
      readonly __typename: "Tag";
    } | {
      readonly __typename: "Tree";
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysReverted: Document<fourKeysRevertedVariables, fourKeysRevertedResult> = {
  name: "fourKeysReverted",
  text: "query fourKeysReverted(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $expression: String!\n  $byNumber: Boolean!\n  $byCommit: Boolean!\n) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) @include(if: $byNumber) {\n      mergedAt\n      mergeCommit {\n        oid\n      }\n    }\n    object(expression: $expression) @include(if: $byCommit) {\n      __typename\n      ... on Commit {\n        oid\n        associatedPullRequests(first: 10) {\n          nodes {\n            mergedAt\n            mergeCommit {\n              oid\n            }\n            commits(first: 1) {\n              totalCount\n            }\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.pullRequest"],
};
