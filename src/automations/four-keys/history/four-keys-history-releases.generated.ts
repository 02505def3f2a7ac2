// Made from four-keys-history-releases.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysHistoryReleasesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type fourKeysHistoryReleasesResult = {
  readonly repository: {
    readonly releases: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly id: string;
        readonly tagName: string;
        readonly isDraft: boolean;
        readonly isPrerelease: boolean;
        readonly publishedAt: string | null;
        readonly updatedAt: string;
        readonly tagCommit: {
          readonly oid: string;
        } | null;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
    readonly limit: number;
    readonly remaining: number;
    readonly resetAt: string;
  } | null;
};

export const fourKeysHistoryReleases: Document<fourKeysHistoryReleasesVariables, fourKeysHistoryReleasesResult> = {
  name: "fourKeysHistoryReleases",
  text: "query fourKeysHistoryReleases($owner: String!, $name: String!, $cursor: String, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    releases(orderBy: { field: CREATED_AT, direction: DESC }, first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...FourKeysRelease\n      }\n    }\n  }\n  rateLimit {\n    cost\n    limit\n    remaining\n    resetAt\n  }\n}\n\nfragment FourKeysRelease on Release {\n  id\n  tagName\n  isDraft\n  isPrerelease\n  publishedAt\n  updatedAt\n  tagCommit {\n    oid\n  }\n}",
  pages: {"size":100},
};
