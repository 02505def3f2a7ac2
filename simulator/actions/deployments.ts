import { resolveRef } from "../git/resolve.ts";
import { notFound, Refused } from "../refused.ts";
import type { SimDeployment, SimRepo } from "../state.ts";
import { checkWord, DEPLOYMENT_STATES } from "../words.ts";
import { type Acting, newId, tell } from "./acting.ts";
import { ensureUser } from "./people.ts";

/** Records a deployment of a branch, tag or sha. */
export function createDeployment(
  acting: Acting,
  repo: SimRepo,
  made: { readonly ref: string; readonly environment?: string },
): SimDeployment {
  const sha = resolveRef(repo, made.ref);
  if (sha === null) throw new Refused(409, `Conflict: No ref found for ${made.ref}`);
  const deployment: SimDeployment = {
    id: newId(acting.state),
    sha,
    ref: made.ref,
    environment: made.environment ?? "production",
    creator: ensureUser(acting.state, acting.login).login,
    created_at: acting.state.now,
    statuses: [],
  };
  repo.deployments.set(deployment.id, deployment);
  tell(acting, repo, "deployment", "created", { deployment_id: deployment.id });
  return deployment;
}

/** Sets a deployment's status. */
export function deploymentStatus(
  acting: Acting,
  repo: SimRepo,
  id: number,
  state: string,
): SimDeployment["statuses"][number] {
  const deployment = repo.deployments.get(id);
  if (deployment === undefined) throw notFound();
  checkWord(DEPLOYMENT_STATES, "DeploymentStatus", "state", state);
  const status = { id: newId(acting.state), state, at: acting.state.now };
  deployment.statuses.push(status);
  // "When you set the state to inactive, a webhook event will not be created." (Webhook events and payloads: deployment_status)
  if (state === "inactive") return status;
  if (state === "success") retireOlder(acting, repo, deployment);
  tell(acting, repo, "deployment_status", "created", { deployment_id: id, deployment_status_id: status.id });
  return status;
}

/**
 * REST, "Create a deployment status", `auto_inactive`: older successful deployments to the same environment become inactive,
 * except in production.
 */
function retireOlder(acting: Acting, repo: SimRepo, { id, environment }: SimDeployment): void {
  if (environment === "production") return;
  for (const other of repo.deployments.values()) {
    if (other.id === id || other.environment !== environment || other.statuses.at(-1)?.state !== "success") continue;
    other.statuses.push({ id: newId(acting.state), state: "inactive", at: acting.state.now });
  }
}
