// Made from four-keys-deployment.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysDeploymentVariables = {
  readonly id: string;
};

export type fourKeysDeploymentResult = {
  readonly node: {

  } | {
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
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysDeployment: Document<fourKeysDeploymentVariables, fourKeysDeploymentResult> = {
  name: "fourKeysDeployment",
  text: "query fourKeysDeployment($id: ID!) {\n  node(id: $id) {\n    ... on Deployment {\n      ...FourKeysDeployment\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment FourKeysDeployment on Deployment {\n  id\n  databaseId\n  commitOid\n  environment\n  createdAt\n  updatedAt\n  latestStatus {\n    state\n    createdAt\n  }\n  statuses(first: 10) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      state\n      createdAt\n    }\n  }\n}",
  missing: ["node"],
};
