// Made from four-keys-environments.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysEnvironmentsVariables = {
  readonly owner: string;
  readonly name: string;
};

export type fourKeysEnvironmentsResult = {
  readonly repository: {
    readonly deployments: {
      readonly nodes: readonly ({
        readonly environment: string | null;
      } | null)[] | null;
    };
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysEnvironments: Document<fourKeysEnvironmentsVariables, fourKeysEnvironmentsResult> = {
  name: "fourKeysEnvironments",
  text: "query fourKeysEnvironments($owner: String!, $name: String!, $size: Int = 100) {\n  repository(owner: $owner, name: $name) {\n    deployments(orderBy: { field: CREATED_AT, direction: DESC }, first: $size) {\n      nodes {\n        environment\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  pages: {"size":100},
};
