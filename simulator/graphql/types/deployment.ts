import type { SimDeployment, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import {
  branchRef,
  commitOf,
  type DeploymentSource,
  type DeploymentStatusSource,
  repositorySource,
  tagRef,
} from "../source.ts";
import { accountOf } from "./account.ts";

interface DeploymentsArguments extends Page {
  environments?: readonly string[] | null;
  orderBy?: { field: "CREATED_AT"; direction: "ASC" | "DESC" } | null;
}

/** Oldest first unless asked otherwise. */
export function deployments(repo: SimRepo, args: DeploymentsArguments) {
  const found = [...repo.deployments.values()]
    .filter(({ environment }) => args.environments == null || args.environments.includes(environment))
    .sort((a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : a.id - b.id));
  if (args.orderBy?.direction === "DESC") found.reverse();
  return connection(
    found,
    args,
    ({ id }) => id,
    (deployment): DeploymentSource => ({ __typename: "Deployment", repo, deployment }),
  );
}

/** The state that GitHub shows for a deployment: that of its last status, in other words. */
function stateOf({ statuses }: SimDeployment): string {
  const last = statuses.at(-1)?.state ?? "pending";
  return last === "success" ? "ACTIVE" : last.toUpperCase();
}

function statusSource(repo: SimRepo, deployment: SimDeployment) {
  return (status: SimDeployment["statuses"][number]): DeploymentStatusSource => ({
    __typename: "DeploymentStatus",
    repo,
    deployment,
    status,
  });
}

/** When it or its statuses changed last. */
export function updatedAt({ created_at, statuses }: SimDeployment): string {
  return statuses.at(-1)?.at ?? created_at;
}

function creatorOf({ deployment }: { deployment: SimDeployment }, _args: unknown, { state }: Context) {
  return accountOf(state, deployment.creator);
}

export const deployment: Resolvers<DeploymentSource> = {
  id: ({ repo, deployment }) => nodeId("Deployment", repo.id, deployment.id),
  databaseId: ({ deployment }) => deployment.id,
  commit: ({ repo, deployment }) => commitOf(repo, deployment.sha),
  commitOid: ({ deployment }) => deployment.sha,
  createdAt: ({ deployment }) => deployment.created_at,
  updatedAt: ({ deployment }) => updatedAt(deployment),
  creator: creatorOf,
  description: () => null,
  environment: ({ deployment }) => deployment.environment,
  latestEnvironment: ({ deployment }) => deployment.environment,
  originalEnvironment: ({ deployment }) => deployment.environment,
  ref: ({ repo, deployment }) => branchRef(repo, deployment.ref) ?? tagRef(repo, deployment.ref),
  repository: ({ repo }) => repositorySource(repo),
  state: ({ deployment }) => stateOf(deployment),
  task: () => "deploy",
  latestStatus: ({ repo, deployment }) => {
    const last = deployment.statuses.at(-1);
    return last === undefined ? null : statusSource(repo, deployment)(last);
  },
  /** Newest first, as over REST (unproven for GraphQL). */
  statuses: ({ repo, deployment }, page: Page) =>
    connection(deployment.statuses.toReversed(), page, ({ id }) => id, statusSource(repo, deployment)),
};

export const deploymentStatus: Resolvers<DeploymentStatusSource> = {
  id: ({ repo, status }) => nodeId("DeploymentStatus", repo.id, status.id),
  createdAt: ({ status }) => status.at,
  updatedAt: ({ status }) => status.at,
  creator: creatorOf,
  deployment: ({ repo, deployment }): DeploymentSource => ({ __typename: "Deployment", repo, deployment }),
  description: () => null,
  environment: ({ deployment }) => deployment.environment,
  state: ({ status }) => status.state.toUpperCase(),
};
