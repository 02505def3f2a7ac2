// Made from four-keys-history-deployments.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysHistoryDeploymentsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly environments?: readonly (string)[] | null;
  readonly cursor?: string | null;
};

export type fourKeysHistoryDeploymentsResult = {
  readonly repository: {
    readonly deployments: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly id: string;
        readonly databaseId: number | null;
        readonly commitOid: string;
        readonly environment: string | null;
        readonly createdAt: string;
        readonly updatedAt: string;
        readonly latestStatus: {
          readonly state: "ERROR" | "FAILURE" | "INACTIVE" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "SUCCESS" | "WAITING";
          readonly createdAt: string;
        } | null;
        readonly statuses: {
          readonly pageInfo: {
            readonly hasNextPage: boolean;
            readonly endCursor: string | null;
          };
          readonly nodes: readonly ({
            readonly state: "ERROR" | "FAILURE" | "INACTIVE" | "IN_PROGRESS" | "PENDING" | "QUEUED" | "SUCCESS" | "WAITING";
            readonly createdAt: string;
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

export const fourKeysHistoryDeployments: Document<fourKeysHistoryDeploymentsVariables, fourKeysHistoryDeploymentsResult> = {
  name: "fourKeysHistoryDeployments",
  text: "query fourKeysHistoryDeployments(\n  $owner: String!\n  $name: String!\n  $environments: [String!]\n  $cursor: String\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    deployments(\n      environments: $environments\n      orderBy: { field: CREATED_AT, direction: DESC }\n      first: $size\n      after: $cursor\n    ) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...FourKeysDeployment\n      }\n    }\n  }\n  rateLimit {\n    cost\n    limit\n    remaining\n    resetAt\n  }\n}\n\nfragment FourKeysDeployment on Deployment {\n  id\n  databaseId\n  commitOid\n  environment\n  createdAt\n  updatedAt\n  latestStatus {\n    state\n    createdAt\n  }\n  statuses(first: 10) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      state\n      createdAt\n    }\n  }\n}",
  pages: {"size":100},
};
