import { resolveRef } from "../git/resolve.ts";
import { notFound, Refused } from "../refused.ts";
import type { SimDeployment, SimRelease, SimRepo } from "../state.ts";
import { checkWord, DEPLOYMENT_STATES } from "../words.ts";
import { type Acting, newId, tell } from "./acting.ts";
import { ensureUser } from "./people.ts";
import { createTag } from "./push.ts";

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
  tell(acting, repo, "deployment_status", "created", { deployment_id: id, deployment_status_id: status.id });
  return status;
}

/** Publishes a release; its tag is made on the target (default: the default branch) when it is not there. */
export function publishRelease(
  acting: Acting,
  repo: SimRepo,
  made: {
    readonly tag: string;
    readonly name?: string;
    readonly body?: string;
    readonly target?: string;
    readonly draft?: boolean;
  },
): SimRelease {
  const draft = made.draft ?? false;
  if (!draft && !repo.tags.has(made.tag)) {
    const sha = resolveRef(repo, made.target ?? repo.default_branch);
    if (sha === null) {
      throw new Refused(422, "Validation Failed", [
        { resource: "Release", field: "target_commitish", code: "invalid" },
      ]);
    }
    createTag(acting, repo, made.tag, sha);
  }
  const release: SimRelease = {
    id: newId(acting.state),
    tag: made.tag,
    name: made.name ?? null,
    body: made.body ?? null,
    draft,
    prerelease: false,
    published_at: draft ? null : acting.state.now,
  };
  repo.releases.push(release);
  if (!draft) tell(acting, repo, "release", "published", { release_id: release.id });
  return release;
}
