// Made from four-keys-history-commits.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysHistoryCommitsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly oid: string;
  readonly since?: string | null;
  readonly cursor?: string | null;
};

export type fourKeysHistoryCommitsResult = {
  readonly repository: {
    readonly object: {
      readonly __typename: "Blob";
    } | {
      readonly __typename: "Commit";
      readonly history: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly oid: string;
          readonly authoredDate: string;
          readonly committedDate: string;
          readonly parents: {
            readonly nodes: readonly ({
              readonly oid: string;
            } | null)[] | null;
          };
        } | null)[] | null;
      };
    } | {
      readonly __typename: "Tag";
    } | {
      readonly __typename: "Tree";
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
    readonly limit: number;
    readonly remaining: number;
    readonly resetAt: string;
  } | null;
};

export const fourKeysHistoryCommits: Document<fourKeysHistoryCommitsVariables, fourKeysHistoryCommitsResult> = {
  name: "fourKeysHistoryCommits",
  text: "query fourKeysHistoryCommits(\n  $owner: String!\n  $name: String!\n  $oid: GitObjectID!\n  $since: GitTimestamp\n  $cursor: String\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    object(oid: $oid) {\n      __typename\n      ... on Commit {\n        history(first: $size, after: $cursor, since: $since) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          nodes {\n            ...FourKeysCommit\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n    limit\n    remaining\n    resetAt\n  }\n}\n\nfragment FourKeysCommit on Commit {\n  oid\n  authoredDate\n  committedDate\n  parents(first: 100) {\n    nodes {\n      oid\n    }\n  }\n}",
  pages: {"size":100},
};
