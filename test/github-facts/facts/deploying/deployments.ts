import assert from "node:assert/strict";
import { at, type Fact, type Stage } from "../../fact.ts";
import { shown } from "../../read.ts";
import { eventNames, PAYLOADS, SERVER } from "../webhooks/server.ts";

const EVENTS = { app: { events: ["deployment", "deployment_status"] } };

async function deploy(stage: Stage, environment: string, ...states: readonly string[]): Promise<number> {
  const id = Number(at(await stage.act("create-deployment", { ref: "main", environment }), "id"));
  for (const state of states) await stage.act("deployment-status", { id, state });
  return id;
}

export const deployments: readonly Fact[] = [
  {
    id: "deploying/deployments",
    says: "`deployments` lists by creation, of the given environments or of all; each has its commit and its last status.",
    source: "GraphQL: Repository.deployments, Deployment",
    takes: "deployments",
    scratch: {
      deployments: [
        { id: 1, sha: "c2", environment: "production", created_at: "2026-11-02T00:00:00Z" },
        {
          id: 2,
          sha: "c1",
          environment: "staging",
          created_at: "2026-11-01T00:00:00Z",
          statuses: [
            { state: "in_progress", at: "2026-11-01T00:01:00Z" },
            { state: "success", at: "2026-11-01T00:02:00Z" },
            { state: "inactive", at: "2026-11-01T09:00:00Z" },
          ],
        },
      ],
    },
    seen: async (stage) => {
      const node = "databaseId commitOid environment createdAt updatedAt latestStatus { state createdAt }";
      const fields = `deployments(first: 9) { totalCount nodes { ${node} statuses(first: 9) { totalCount } } }
        latest: deployments(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { databaseId } }
        production: deployments(first: 9, environments: ["production"]) { nodes { databaseId } }`;
      const newer = {
        ...{ databaseId: 1, commitOid: stage.head, environment: "production" },
        ...{ createdAt: "2026-11-02T00:00:00Z", updatedAt: "2026-11-02T00:00:00Z" },
        ...{ latestStatus: null, statuses: { totalCount: 0 } },
      };
      const older = {
        ...{ databaseId: 2, commitOid: stage.before, environment: "staging" },
        ...{ createdAt: "2026-11-01T00:00:00Z", updatedAt: "2026-11-01T09:00:00Z" },
        ...{ latestStatus: { state: "INACTIVE", createdAt: "2026-11-01T09:00:00Z" }, statuses: { totalCount: 3 } },
      };
      assert.deepEqual(await shown(stage, fields), {
        deployments: { totalCount: 2, nodes: [older, newer] },
        latest: { nodes: [{ databaseId: 1 }] },
        production: { nodes: [{ databaseId: 1 }] },
      });
      return "oldest first";
    },
  },
  {
    id: "deploying/statuses",
    says: "`Deployment.statuses` lists the newest first, as REST does; none is removed by a later one.",
    source: "REST: List deployment statuses; for GraphQL unsourced",
    takes: "deployments",
    seen: async (stage) => {
      await deploy(stage, "production", "queued", "success", "success", "inactive");
      const fields = "deployments(first: 1) { nodes { state statuses(first: 3) { totalCount nodes { state } } } }";
      const states = ["INACTIVE", "SUCCESS", "SUCCESS"];
      const statuses = { totalCount: 4, nodes: states.map((state) => ({ state })) };
      assert.deepEqual(await shown(stage, fields), { deployments: { nodes: [{ state: "INACTIVE", statuses }] } });
      return "newest first";
    },
  },
  {
    id: "deploying/permission",
    says: "Deployments need `deployments: read`.",
    source: "docs.github.com: Permissions required for GitHub Apps (Deployments)",
    takes: "an App without the permission",
    world: { app: { permissions: { metadata: "read", contents: "read" } } },
    seen: async (stage) => {
      const query = `query Fact($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) {
        deployments(first: 1) { totalCount } } }`;
      const { errors } = await stage.graphql(query);
      assert.deepEqual(
        errors.map(({ type }) => type),
        ["FORBIDDEN"],
      );
      return "FORBIDDEN";
    },
  },
  {
    id: "deploying/status-webhook",
    says: "`deployment_status` names its deployment by a node id that `node` finds; an `inactive` one sends nothing.",
    source: `${PAYLOADS}: deployment_status ("When you set the state to inactive, a webhook event will not be created")`,
    takes: SERVER,
    world: EVENTS,
    seen: async (stage) => {
      const id = await deploy(stage, "production", "success");
      const sent = await stage.deliveries();
      assert.deepEqual(
        sent.map(({ name }) => name),
        ["deployment.created", "deployment_status.created"],
      );
      const { deployment_status, deployment } = (sent[1]?.body ?? {}) as Record<string, unknown>;
      assert.deepEqual(
        [at(deployment_status, "state"), at(deployment, "id"), at(deployment, "sha"), at(deployment, "environment")],
        ["success", id, stage.head, "production"],
      );
      const query =
        "query Fact($id: ID!) { node(id: $id) { ... on Deployment { databaseId repository { databaseId } } } }";
      const { data, errors } = await stage.graphql(query, { id: at(deployment, "node_id") });
      assert.deepEqual([at(data, "node", "databaseId"), errors], [id, []]);
      await stage.act("deployment-status", { id, state: "inactive" });
      assert.deepEqual(await eventNames(stage), []);
      return "deployment_status.created";
    },
  },
  {
    id: "deploying/auto-inactive",
    says: "A successful deployment makes the older successful ones of its environment inactive, except in production.",
    source: "REST: Create a deployment status, auto_inactive",
    takes: "deployments",
    seen: async (stage) => {
      for (const environment of ["staging", "production", "staging", "production"])
        await deploy(stage, environment, "success");
      const states = await shown(stage, "deployments(first: 9) { nodes { environment state } }");
      assert.deepEqual(at(states, "deployments", "nodes"), [
        { environment: "staging", state: "INACTIVE" },
        { environment: "production", state: "ACTIVE" },
        { environment: "staging", state: "ACTIVE" },
        { environment: "production", state: "ACTIVE" },
      ]);
      return "staging alone";
    },
  },
];
