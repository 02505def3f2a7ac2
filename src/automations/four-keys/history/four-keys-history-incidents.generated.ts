// Made from four-keys-history-incidents.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysHistoryIncidentsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly label: string;
  readonly cursor?: string | null;
};

export type fourKeysHistoryIncidentsResult = {
  readonly repository: {
    readonly issues: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly number: number;
        readonly body: string;
        readonly createdAt: string;
        readonly updatedAt: string;
        readonly state: "CLOSED" | "OPEN";
        readonly closedAt: string | null;
        readonly labels: {
          readonly nodes: readonly ({
            readonly name: string;
          } | null)[] | null;
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

export const fourKeysHistoryIncidents: Document<fourKeysHistoryIncidentsVariables, fourKeysHistoryIncidentsResult> = {
  name: "fourKeysHistoryIncidents",
  text: "query fourKeysHistoryIncidents(\n  $owner: String!\n  $name: String!\n  $label: String!\n  $cursor: String\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    issues(labels: [$label], orderBy: { field: UPDATED_AT, direction: DESC }, first: $size, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...FourKeysIncident\n      }\n    }\n  }\n  rateLimit {\n    cost\n    limit\n    remaining\n    resetAt\n  }\n}\n\nfragment FourKeysIncident on Issue {\n  number\n  body\n  createdAt\n  updatedAt\n  state\n  closedAt\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n}",
  pages: {"size":100},
};
