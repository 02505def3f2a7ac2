import { expect, test } from "vitest";
import { shaOf } from "../../../simulator/git/sha.ts";
import { readWholeHistory } from "../../../src/automations/four-keys/history/read-whole.ts";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { type RunNode, runReading, workflowFile } from "../../../src/automations/four-keys/run/run-reading.ts";
import { wants } from "../../../src/automations/four-keys/wants.ts";
import { fourKeysSection } from "../../../src/config/sections/four-keys/schema.ts";
import { countedRecords } from "../../../src/records/counted.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { worldOf } from "../world.ts";
import { busyRepository } from "./history/busy-repository.ts";

const PLACE = { repo: "acme/shop", repositoryId: 10, defaultBranch: "main" };
const RUN = {
  ...{ id: 7, path: ".github/workflows/deploy.yml", head_sha: "c".repeat(40), head_branch: "main", event: "push" },
  ...{ status: "completed", conclusion: "success", run_attempt: 1, head_repository: { id: 10 } },
  ...{ created_at: "2026-11-20T01:00:00Z", run_started_at: "2026-11-20T02:00:00Z", updated_at: "2026-11-20T03:00:00Z" },
} as RunNode;

test("a successful run is a deployment of its commit, when it ended", () => {
  expect(runReading(RUN, PLACE)).toEqual({
    type: "deployment",
    key: "workflow/7",
    version: Date.parse(RUN.updated_at),
    record: {
      ...{ type: "deployment", repo: "acme/shop", id: 7, environment: "deploy.yml", service: null, sha: RUN.head_sha },
      ...{ status: "success", startedAt: Date.parse("2026-11-20T02:00:00Z"), finishedAt: Date.parse(RUN.updated_at) },
      ...{ changes: null, source: "workflow" },
    },
  });
});

test("a run that is run again deploys again", () => {
  const id = "7/attempts/2";
  expect(runReading({ ...RUN, run_attempt: 2 }, PLACE)).toMatchObject({ key: `workflow/${id}`, record: { id } });
});

test.each([
  ["that goes on", { status: "in_progress", conclusion: null }],
  ["that failed", { conclusion: "failure" }],
  ["that was canceled", { conclusion: "cancelled" }],
  ["of a pull request", { event: "pull_request" }],
  ["on another branch", { head_branch: "feature" }],
  ["of a fork's default branch", { head_repository: { id: 11 } }],
  ["of a fork that is gone", { head_repository: null }],
])("a run %s is none", (_what, more) => {
  expect(runReading({ ...RUN, ...more } as RunNode, PLACE)).toBeNull();
});

test.each([
  [".github/workflows/deploy.yml", "deploy.yml"],
  [".github/workflows/deploy.yml@refs/heads/main", "deploy.yml"],
  ["dynamic/pages/pages-build-deployment", "pages-build-deployment"],
])("the file of %s is %s", (path, file) => {
  expect(workflowFile(path)).toBe(file);
});

const SECTION = fourKeysSection.parse({ deployments: { workflow: "deploy*.yml" } });

/** A shop whose runs are these, of `main`. */
function shopWith(runs: readonly object[]) {
  const { repos, ...world } = busyRepository({ pulls: 1, every: 10 });
  return worldOf({ ...world, repos: [{ ...repos[0], workflow_runs: runs }] });
}

async function historyOf(world: ReturnType<typeof worldOf>) {
  const [github, book] = [world.connect(), memoryBook()];
  const repository = { id: world.repo.id, owner: "acme", name: "shop" };
  await readWholeHistory(github, { repository, section: SECTION, now: world.now() }, book);
  expect(world.simulator.unexpected).toEqual([]);
  const { deployments } = countedRecords(await book.all(), SECTION, []);
  const ids = deployments.map(({ id }) => id).sort();
  return { ids, rest: github.requests.rest };
}

const minute = (count: number) => new Date(Date.parse("2026-11-01T00:00:00Z") + count * 60_000).toISOString();
const run = (id: number, more: object = {}) => ({
  ...{ id, workflow: "deploy.yml", branch: "main", sha: "m1", started_at: minute(id), completed_at: minute(id + 5) },
  ...more,
});

test("runs are read from GitHub's lists, of the workflows that sre.yml means", async () => {
  const others = [
    run(3, { workflow: "ci.yml" }),
    run(4, { conclusion: "failure" }),
    run(5, { branch: "change-1" }),
    run(6, { event: "pull_request" }),
    run(7, { started_at: "2025-01-01T00:00:00Z", completed_at: "2025-01-01T00:00:00Z" }),
  ];
  const again = { started_at: minute(60), completed_at: minute(61), conclusion: "failure" };
  const earlier = [{ started_at: minute(8), completed_at: minute(9), conclusion: "success" }];
  const deploying = [run(1), run(2, { workflow: "deploy-eu.yml" }), run(8, { ...again, earlier })];
  const { ids, rest } = await historyOf(shopWith([...deploying, ...others]));
  // Number 8 deployed, and failed when it was run again.
  expect(ids).toEqual([1, 2, 8]);
  // The repository, its workflows, a page of each of the two, and an earlier attempt.
  expect(rest).toBe(5);
});

test("more than a filter answers are read all the same, a hundred with each request", async () => {
  const runs = Array.from({ length: 1_205 }, (_, at) => run(at + 1));
  const { ids, rest } = await historyOf(shopWith(runs));
  expect(new Set(ids).size).toBe(1_205);
  // Each page begins with the last one of the page before.
  expect(rest).toBe(2 + 13);
});

test("many within one second do not stop the reading", async () => {
  const at = (id: number) => (id <= 100 ? minute(9) : minute(id - 100));
  const runs = Array.from({ length: 103 }, (_, index) => index + 1).map((id) =>
    run(id, { started_at: at(id), completed_at: minute(20) }),
  );
  const { ids } = await historyOf(shopWith(runs));
  expect(new Set(ids).size).toBe(103);
});

test("a webhook about a run of another workflow costs no request", async () => {
  const world = shopWith([run(1), run(2, { workflow: "ci.yml" })]);
  const requests = async (target: string) => {
    const before = world.simulator.requests.length;
    const book = memoryBook();
    const sre = "version: 1\nfour-keys:\n  deployments: {workflow: 'deploy*.yml'}\n";
    world.repo.files.set(".github/sre.yml", sre);
    await world.reconcile(fourKeys, target, { book });
    const paths = world.simulator.requests.slice(before).map(({ path }) => path);
    return [(await book.all()).deployments.map(({ sha }) => sha), paths.filter((path) => path.includes("/actions/"))];
  };
  expect(await requests("run/1/1/deploy.yml")).toEqual([
    [shaOf("m1")],
    [expect.stringContaining("/repos/acme/shop/actions/runs/1/attempts/1")],
  ]);
  expect(await requests("run/2/1/ci.yml")).toEqual([[], []]);
});

test.each([
  [{ actions: "read" }, ["workflow deploy*.yml", 1]],
  [{}, ["workflow deploy*.yml that may not be read", 0]],
])("with %o granted runs are read or left out, and read once that is granted", async (granted, expected) => {
  const world = shopWith([run(1)]);
  world.repo.files.set(".github/sre.yml", "version: 1\nfour-keys:\n  deployments: {workflow: 'deploy*.yml'}\n");
  const book = memoryBook();
  const permissions = {
    metadata: "read",
    contents: "read",
    pull_requests: "read",
    issues: "write",
    deployments: "read",
  };
  const read = async (more: object) => {
    for (let count = 0; count < 6; count += 1)
      await world.reconcile(fourKeys, "history", { book, granted: { ...permissions, ...more } });
    const cursor = (await book.cursor("history")) as { readonly deployments: string };
    return [cursor.deployments, (await book.all()).deployments.length];
  };
  expect(await read(granted)).toEqual(expected);
  expect(await read({ actions: "read" })).toEqual(["workflow deploy*.yml", 1]);
});

test("the permission is wanted where runs deploy alone", () => {
  expect(Object.keys(wants(SECTION))).toEqual(["actions"]);
  expect(wants(fourKeysSection.parse({ deployments: { release: true } }))).toEqual({});
});
