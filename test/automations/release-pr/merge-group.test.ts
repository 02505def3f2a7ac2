import { expect, test } from "vitest";
import { LANE, shop, type World, worldOf } from "./world.ts";

const CHECK = "Detoil / release";
const HELD = `release: {lanes: [{from: develop, to: main, hold-labels: [wait]}]}`;
// docs.github.com, "Managing a merge queue": the required checks are expected on the group's own commit.
const QUEUES = {
  merge_queues: [
    { branch: "main", checks: [CHECK] },
    { branch: "develop", checks: [CHECK] },
  ],
};

function checksOn(world: World, sha: unknown) {
  const runs = [...world.repo.check_runs.values()].filter((run) => run.sha === sha && run.name === CHECK);
  return runs.map(({ conclusion, output: { title } }) => ({ conclusion, title }));
}

/** Enqueues it; returns its group as the webhook's target names it. */
function enqueue(world: World, number: number) {
  const made = world.act("bo", "enqueue-pull", { number });
  const branch = String(made.head_ref).slice("refs/heads/".length);
  return { sha: String(made.head_sha), target: `merge-group/${made.head_sha}/${branch}` };
}

function hotfix(world: World, branch: string, base = "main"): number {
  world.act("alice", "push", { branch, from: base, commits: [{ message: branch }] });
  return Number(world.act("alice", "open-pull", { title: branch, base, head: branch }).number);
}

test("an ordinary pull request in the queue: green at once, and no lane is read for it", async () => {
  const world = shop(LANE, QUEUES);
  const number = hotfix(world, "fix/a");
  const { sha, target } = enqueue(world, number);
  const { plan, requests } = await world.reconcile(target);
  expect(plan).toMatchObject([{ action: "set-check-run", name: CHECK, head_sha: sha, conclusion: "success" }]);
  expect(requests).toMatchObject({ graphql: 4, rest: 1, writes: 1 });
  expect(world.pull(number), "the queue went on").toMatchObject({ state: "merged", merge_commit_sha: sha });
  expect((await world.reconcile(target)).plan, "a group that is gone by now is left as it is").toEqual([]);
});

test("a release in the queue has the same check as on its pull request", async () => {
  const world = shop(LANE, QUEUES);
  world.land("feat/a");
  await world.converge();
  const { number, head_sha } = world.release();
  const { sha, target } = enqueue(world, number);
  await world.converge(target);
  expect(checksOn(world, sha)).toEqual(checksOn(world, head_sha));
  expect(world.pull(number).state).toBe("merged");
});

test("a release that is on hold is red there, and the queue drops it", async () => {
  const world = shop(HELD, QUEUES);
  const held = world.land("feat/a");
  world.act("bo", "label", { number: held, label: "wait" });
  await world.converge();
  const { number } = world.release();
  const { sha, target } = enqueue(world, number);
  await world.reconcile(target);
  expect(checksOn(world, sha)).toMatchObject([{ conclusion: "failure" }]);
  expect([world.pull(number).state, world.repo.merge_queues.get("main")?.entries]).toEqual(["open", []]);
});

test("a hold while the release waits in the queue turns its group red", async () => {
  const world = shop(HELD, { merge_queues: [{ branch: "main", checks: [CHECK, "ci"] }] });
  const merged = world.land("feat/a");
  await world.converge();
  const { number } = world.release();
  const { sha, target } = enqueue(world, number);
  await world.converge(target);
  expect(checksOn(world, sha)).toMatchObject([{ conclusion: "success" }]);
  world.act("bo", "label", { number: merged, label: "wait" });
  await world.reconcile("merge-groups");
  expect(checksOn(world, sha)).toMatchObject([{ conclusion: "failure" }]);
  expect(world.pull(number).state).toBe("open");
});

test("a group brings what is ahead of it in the queue too: the worst counts", async () => {
  const world = shop(HELD, QUEUES);
  const held = world.land("feat/a");
  world.act("bo", "label", { number: held, label: "wait" });
  await world.converge();
  const release = enqueue(world, world.release().number);
  const behind = enqueue(world, hotfix(world, "fix/a"));
  await world.reconcile(behind.target);
  expect(checksOn(world, behind.sha)).toMatchObject([{ conclusion: "failure" }]);
  await world.reconcile(release.target);
  const [rebuilt] = world.repo.merge_queues.get("main")?.entries ?? [];
  await world.reconcile(`merge-group/${rebuilt?.head_sha}/${rebuilt?.head_ref}`);
  expect(checksOn(world, rebuilt?.head_sha)).toMatchObject([{ conclusion: "success" }]);
});

test("a queue into a branch that no lane releases to is ignored", async () => {
  const world = shop(LANE, QUEUES);
  const { target } = enqueue(world, hotfix(world, "fix/a", "develop"));
  expect(await world.reconcile(target)).toMatchObject({ plan: [], requests: { graphql: 1, rest: 0 } });
});

test("a rerequested check of a group is written again", async () => {
  const world = shop(LANE, { merge_queues: [{ branch: "main", checks: [CHECK, "ci"] }] });
  const { sha, target } = enqueue(world, hotfix(world, "fix/a"));
  await world.converge(target);
  world.act("bo", "rerequest-check", { sha, name: CHECK });
  expect((await world.converge(target)).plan).toHaveLength(1);
});

// The App may read contents without merge_queues: then the webhook does not come, but a preview or a re-run may request
// it.
test("without merge_queues: read it recognizes the group by its branch", async () => {
  const world = worldOf({
    now: "2026-11-20T01:00:00Z",
    app: {
      permissions: { metadata: "read", contents: "read", pull_requests: "write", issues: "write", checks: "write" },
    },
    repos: [
      {
        name: "acme/shop",
        default_branch: "main",
        permission: { bo: "admin", alice: "write" },
        files: { ".github/sre.yml": `version: 1\n${LANE}` },
        ...QUEUES,
      },
    ],
  });
  const { sha, target } = enqueue(world, hotfix(world, "fix/a"));
  await world.converge(target);
  expect(checksOn(world, sha)).toMatchObject([{ conclusion: "success" }]);
});

test("Re-run: the check of a release, and of another pull request, is written although it says the same", async () => {
  const world = shop(LANE, {});
  world.land("feat/a");
  await world.converge();
  const other = hotfix(world, "fix/a");
  await world.converge(`pull/${other}`);
  for (const [target, sha] of [
    ["lanes", world.release().head_sha],
    ["pulls", world.pull(other).head_sha],
  ]) {
    world.act("bo", "rerequest-check", { sha, name: CHECK });
    expect((await world.converge(String(target))).plan).toMatchObject([{ action: "set-check-run", head_sha: sha }]);
  }
});
