// Made from four-keys-history-tags.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysHistoryTagsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type fourKeysHistoryTagsResult = {
  readonly repository: {
    readonly refs: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly name: string;
        readonly target: {
          readonly __typename: "Blob";
        } | {
          readonly __typename: "Commit";
          readonly oid: string;
          readonly committedDate: string;
        } | {
          readonly __typename: "Tag";
          readonly tagger: {
            readonly date: string | null;
          } | null;
          readonly target: {
            readonly __typename: "Blob";
          } | {
            readonly __typename: "Commit";
            readonly oid: string;
            readonly committedDate: string;
          } | {
            readonly __typename: "Tag";
          } | {
            readonly __typename: "Tree";
          };
        } | {
          readonly __typename: "Tree";
        } | null;
      } | null)[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
    readonly limit: number;
    readonly remaining: number;
    readonly resetAt: string;
  } | null;
};

export const fourKeysHistoryTags: Document<fourKeysHistoryTagsVariables, fourKeysHistoryTagsResult> = {
  name: "fourKeysHistoryTags",
  text: "query fourKeysHistoryTags($owner: String!, $name: String!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    refs(refPrefix: \"refs/tags/\", orderBy: { field: TAG_COMMIT_DATE, direction: DESC }, first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...FourKeysTag\n      }\n    }\n  }\n  rateLimit {\n    cost\n    limit\n    remaining\n    resetAt\n  }\n}\n\nfragment FourKeysTag on Ref {\n  name\n  target {\n    __typename\n    ... on Commit {\n      oid\n      committedDate\n    }\n    ... on Tag {\n      tagger {\n        date\n      }\n      target {\n        __typename\n        ... on Commit {\n          oid\n          committedDate\n        }\n      }\n    }\n  }\n}",
  pages: {"size":100},
};
