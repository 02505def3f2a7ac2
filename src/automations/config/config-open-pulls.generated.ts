// Made from config-open-pulls.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type configOpenPullsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type configOpenPullsResult = {
  readonly repository: {
    readonly pullRequests: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly files: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
          };
          readonly nodes: readonly ({
            readonly path: string;
            readonly changeType: "ADDED" | "CHANGED" | "COPIED" | "DELETED" | "MODIFIED" | "RENAMED";
          } | null)[] | null;
        } | null;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const configOpenPulls: Document<configOpenPullsVariables, configOpenPullsResult> = {
  name: "configOpenPulls",
  text: "query configOpenPulls($owner: String!, $name: String!, $cursor: String, $size: Int = 50) {\n  repository(owner: $owner, name: $name) {\n    pullRequests(states: [OPEN], orderBy: { field: CREATED_AT, direction: ASC }, first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        number\n        files(first: 100) {\n          pageInfo {\n            hasNextPage\n          }\n          nodes {\n            path\n            changeType\n          }\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":50},
};
