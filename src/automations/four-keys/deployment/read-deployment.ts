import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { DeploymentFacts, DeploymentNode } from "./deployment-facts.ts";
import { fourKeysDeployment } from "./four-keys-deployment.generated.ts";
import { fourKeysDeploymentStatuses } from "./four-keys-deployment-statuses.generated.ts";

/** null: GitHub does not show it. */
export async function readDeployment(github: GitHub, id: string): Promise<DeploymentFacts | null> {
  const { node } = await github.graphql(fourKeysDeployment, { id });
  return node !== null && "commitOid" in node ? completeDeployment(github, node) : null;
}

/**
 * All of its statuses. The list may lag behind the last one, which the deployment itself names; and the first success may be
 * at the end of a list that begins with the newest.
 */
export async function completeDeployment(github: GitHub, node: DeploymentNode): Promise<DeploymentFacts> {
  const statuses = node.latestStatus === null ? [] : [node.latestStatus];
  const read = async (cursor: string | null) => {
    const answer = await github.graphql(fourKeysDeploymentStatuses, { id: node.id, cursor });
    return answer.node !== null && "statuses" in answer.node ? answer.node.statuses : null;
  };
  for await (const page of readPages(read, { first: node.statuses })) statuses.push(...nodesOf(page));
  return { node, statuses };
}
