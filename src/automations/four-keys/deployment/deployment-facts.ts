import type { fourKeysDeploymentResult } from "./four-keys-deployment.generated.ts";

/** A deployment as the fragment FourKeysDeployment reads it, alone or in a page of others. */
export type DeploymentNode = Extract<NonNullable<fourKeysDeploymentResult["node"]>, { readonly commitOid: string }>;
export type StatusNode = NonNullable<DeploymentNode["latestStatus"]>;

/** A deployment with all of its statuses. */
export interface DeploymentFacts {
  readonly node: DeploymentNode;
  readonly statuses: readonly StatusNode[];
}
