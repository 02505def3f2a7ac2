import assert from "node:assert/strict";
import { at, type Fact, listAt, type Stage } from "../../fact.ts";
import { found } from "../../read.ts";
import { eventNames, PAYLOADS, SERVER } from "../webhooks/server.ts";

const RUNS = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
const REST = "REST: List workflow runs for a workflow";

async function idsOf(stage: Stage, filter: Readonly<Record<string, unknown>>): Promise<unknown[]> {
  const answer = await found(stage, RUNS, { workflow_id: "deploy.yml", ...filter });
  return listAt(answer, "workflow_runs").map((run) => at(run, "id"));
}

const minute = (count: number) => new Date(Date.parse("2026-11-01T00:00:00Z") + count * 60_000).toISOString();
const run = (id: number, more: object = {}) => ({
  ...{ id, workflow: "deploy.yml", branch: "main", sha: "c2", started_at: minute(id), completed_at: minute(id + 1) },
  ...more,
});

/** What GitHub Actions says of runs. */
export const runs: readonly Fact[] = [
  {
    id: "deploying/workflow-runs",
    says: "A workflow's runs are listed by its file's name, the newest first; `status=success` is a conclusion too, `branch` the head's, and both ends of `created=A..B` are in it.",
    source: `${REST}; docs.github.com: Understanding the search syntax`,
    takes: "workflow runs at known times",
    scratch: {
      workflow_runs: [
        ...[run(1), run(2, { conclusion: "failure" }), run(3, { branch: "second" }), run(4), run(5)],
        run(6, { workflow: "ci.yml" }),
      ],
    },
    seen: async (stage) => {
      assert.deepEqual(await idsOf(stage, {}), [5, 4, 3, 2, 1]);
      assert.deepEqual(await idsOf(stage, { status: "success", branch: "main" }), [5, 4, 1]);
      assert.deepEqual(await idsOf(stage, { created: "2026-11-01T00:02:00Z..2026-11-01T00:04:00Z" }), [4, 3, 2]);
      const workflows = await found(stage, "GET /repos/{owner}/{repo}/actions/workflows");
      assert.deepEqual(
        listAt(workflows, "workflows").map((workflow) => at(workflow, "path")),
        [".github/workflows/ci.yml", ".github/workflows/deploy.yml"],
      );
      return "the newest first";
    },
  },
  {
    id: "deploying/filtered-runs",
    says: "A filtered list of runs ends after 1,000; `created` up to the oldest of them shows what is behind.",
    source: `${REST} ("up to 1,000 results for each search")`,
    takes: "more than a thousand runs",
    scratch: { workflow_runs: Array.from({ length: 1_005 }, (_, at) => run(at + 1)) },
    seen: async (stage) => {
      const filter = { status: "success", per_page: 100 };
      assert.equal((await idsOf(stage, { ...filter, page: 10 })).at(-1), 6);
      assert.deepEqual(await idsOf(stage, { ...filter, page: 11 }), []);
      assert.deepEqual(await idsOf(stage, { ...filter, created: `<=${minute(6)}` }), [6, 5, 4, 3, 2, 1]);
      return "1,000";
    },
  },
  {
    id: "deploying/run",
    says: "A run names its file, head and attempt; a re-run is the same run, and its `updated_at` the end of the last attempt. Each attempt is kept with its own.",
    source: "REST: Get a workflow run; Re-run a workflow; Get a workflow run attempt",
    takes: "GitHub Actions",
    seen: async (stage) => {
      const id = Number(at(await stage.act("run-workflow", { workflow: "deploy.yml", branch: "main" }), "id"));
      await stage.second();
      await stage.act("rerun-workflow", { id });
      await stage.second();
      await stage.act("complete-workflow", { id });
      const shown = await found(stage, "GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: id });
      const keys = [
        "path",
        "head_branch",
        "head_sha",
        "event",
        "conclusion",
        "run_attempt",
        "created_at",
        "updated_at",
      ];
      assert.deepEqual(
        keys.map((key) => at(shown, key)),
        [
          ...[".github/workflows/deploy.yml", "main", stage.head, "push", "success", 2],
          ...["2026-11-20T01:00:00Z", "2026-11-20T01:00:02Z"],
        ],
      );
      assert.equal(at(shown, "head_repository", "id"), at(shown, "repository", "id"));
      const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
      const first = await found(stage, route, { run_id: id, attempt_number: 1 });
      assert.deepEqual(
        ["conclusion", "run_attempt", "updated_at"].map((key) => at(first, key)),
        ["success", 1, "2026-11-20T01:00:00Z"],
      );
      return "the end of the last attempt";
    },
  },
  {
    id: "deploying/run-webhook",
    says: "`workflow_run` is sent when a run is requested and when it is completed; it names the run, its conclusion and its head's branch.",
    source: `${PAYLOADS}: workflow_run`,
    takes: SERVER,
    world: { app: { events: ["workflow_run"] } },
    seen: async (stage) => {
      const id = Number(at(await stage.act("run-workflow", { workflow: "deploy.yml", branch: "main" }), "id"));
      const sent = await stage.deliveries();
      assert.deepEqual(
        sent.map(({ name }) => name),
        ["workflow_run.requested", "workflow_run.completed"],
      );
      const completed = at(sent[1]?.body, "workflow_run");
      assert.deepEqual(
        ["id", "conclusion", "head_branch", "event"].map((key) => at(completed, key)),
        [id, "success", "main", "push"],
      );
      assert.deepEqual(await eventNames(stage), []);
      return "requested, completed";
    },
  },
  {
    id: "deploying/run-permission",
    says: "Runs need `actions: read`.",
    source: "docs.github.com: Permissions required for GitHub Apps (Actions)",
    takes: "an App without the permission",
    world: { app: { permissions: { metadata: "read", contents: "read" } } },
    seen: async (stage) => {
      const { status } = await stage.rest("GET /repos/{owner}/{repo}/actions/workflows");
      assert.equal(status, 403);
      return "403";
    },
  },
];
