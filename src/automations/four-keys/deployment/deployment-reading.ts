import type { Reading } from "../../../records/book.ts";
import type { DeploymentFacts, StatusNode } from "./deployment-facts.ts";

/**
 * A deployment that succeeded, at the first time that it did, or that failed, at the last; null while it is neither. What
 * comes later, `inactive` or the same success again, changes nothing.
 */
export function deploymentReading({ node, statuses }: DeploymentFacts, repo: string): Reading | null {
  const succeeded = timesOf(statuses, ["SUCCESS"]);
  const failed = timesOf(statuses, ["FAILURE", "ERROR"]);
  if (succeeded.length + failed.length === 0) return null;
  return {
    type: "deployment",
    key: `environment/${node.id}`,
    version: Date.parse(node.updatedAt),
    record: {
      type: "deployment",
      repo,
      id: node.databaseId ?? node.id,
      // What no environment was given for goes to production (REST: "Create a deployment").
      environment: node.environment ?? "production",
      service: null,
      sha: node.commitOid,
      status: succeeded.length > 0 ? "success" : "failure",
      startedAt: Date.parse(node.createdAt),
      finishedAt: succeeded.length > 0 ? Math.min(...succeeded) : Math.max(...failed),
      changes: null,
      source: "environment",
    },
  };
}

function timesOf(statuses: readonly StatusNode[], states: readonly StatusNode["state"][]): number[] {
  return statuses.filter(({ state }) => states.includes(state)).map(({ createdAt }) => Date.parse(createdAt));
}
