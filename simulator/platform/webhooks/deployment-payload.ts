import type { SimSubject } from "../../events.ts";
import { nodeId } from "../../graphql/node-id.ts";
import { updatedAt } from "../../graphql/types/deployment.ts";
import { renderMaybeUser } from "../../rest/render/user.ts";
import { type Rendered, repoApi, type View } from "../../rest/render/view.ts";
import type { SimDeployment, SimRepo } from "../../state.ts";

function found(repo: SimRepo, id: number | undefined): SimDeployment {
  const deployment = repo.deployments.get(id ?? 0);
  if (deployment === undefined) throw new Error(`a webhook mentions deployment ${id}, which is not in the state`);
  return deployment;
}

function renderDeployment(view: View, repo: SimRepo, deployment: SimDeployment): Rendered {
  const { id, sha, ref, environment, creator, created_at } = deployment;
  const url = `${repoApi(view, repo)}/deployments/${id}`;
  return {
    url,
    id,
    node_id: nodeId("Deployment", repo.id, id),
    task: "deploy",
    original_environment: environment,
    environment,
    description: null,
    created_at,
    updated_at: updatedAt(deployment),
    statuses_url: `${url}/statuses`,
    repository_url: repoApi(view, repo),
    creator: renderMaybeUser(view, creator),
    sha,
    ref,
    payload: {},
    transient_environment: false,
    production_environment: environment === "production",
    performed_via_github_app: null,
  };
}

export function deploymentPayload(view: View, repo: SimRepo, { deployment_id }: SimSubject): Rendered {
  return { deployment: renderDeployment(view, repo, found(repo, deployment_id)), workflow: null, workflow_run: null };
}

export function deploymentStatusPayload(view: View, repo: SimRepo, subject: SimSubject): Rendered {
  const deployment = found(repo, subject.deployment_id);
  const rendered = renderDeployment(view, repo, deployment);
  const status = deployment.statuses.find(({ id }) => id === subject.deployment_status_id);
  return {
    deployment: rendered,
    deployment_status: {
      url: `${rendered.statuses_url}/${status?.id}`,
      id: status?.id,
      node_id: nodeId("DeploymentStatus", repo.id, subject.deployment_status_id ?? 0),
      state: status?.state,
      creator: rendered.creator,
      description: "",
      environment: deployment.environment,
      target_url: "",
      created_at: status?.at,
      updated_at: status?.at,
      deployment_url: rendered.url,
      repository_url: rendered.repository_url,
      environment_url: "",
      log_url: "",
      performed_via_github_app: null,
    },
    check_run: null,
    workflow: null,
    workflow_run: null,
  };
}
