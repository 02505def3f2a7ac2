// Made from four-keys-deployment-statuses.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysDeploymentStatusesVariables = {
  readonly id: string;
  readonly cursor?: string | null;
};

export type fourKeysDeploymentStatusesResult = {
  readonly node: {

  } | {
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

export const fourKeysDeploymentStatuses: Document<fourKeysDeploymentStatusesVariables, fourKeysDeploymentStatusesResult> = {
  name: "fourKeysDeploymentStatuses",
  text: "query fourKeysDeploymentStatuses($id: ID!, $cursor: String, $size: Int = 100) {\n  node(id: $id) {\n    ... on Deployment {\n      statuses(first: $size, after: $cursor) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          state\n          createdAt\n        }\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["node"],
  pages: {"size":100},
};
