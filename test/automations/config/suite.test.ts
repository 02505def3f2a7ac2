import { expect, test } from "vitest";
import { suiteOf } from "../../../simulator/rest/check-suite.ts";
import { FILE, LANE, shop, type World } from "./world.ts";

const CHECK = "Detoil / config";
const RELEASE = "Detoil / release";
const CHANGED = { [FILE]: `${LANE}timezone: Asia/Tokyo\n` };
const GONE = { conclusion: "neutral", output: { title: "This commit is no longer checked" } };
const OFF = { conclusion: "neutral", output: { title: "sre.yml does not ask for this check here" } };
const EMPTY = { name: "Detoil", conclusion: "neutral", output: { title: "Nothing to check on this commit" } };

const headOf = (world: World, number: number) => world.repo.pulls.get(number)?.head_sha ?? "";
const stateOf = (world: World, sha: string) => suiteOf(world.repo, "detoil", sha).status;

/** Somebody chooses "Re-run" on this check; Detoil answers, and GitHub does not wait any more. */
async function rerun(world: World, sha: string, name = CHECK) {
  world.act("alice", "rerequest-check", { sha, name });
  expect(stateOf(world, sha)).toBe("queued");
  const { plan } = await world.converge(world.suite(sha));
  return plan;
}

/** A pull request with a check of ours on its head. */
async function checked(world: World, name = CHECK): Promise<{ readonly number: number; readonly sha: string }> {
  const number = world.propose(name === CHECK ? CHANGED : { "a.txt": "b\n" });
  const sha = headOf(world, number);
  if (name === CHECK) await world.converge(`pull/${number}`);
  else world.act("alice", "complete-check", { sha, name, app: "detoil", conclusion: "failure" });
  return { number, sha };
}

const ENDS: readonly (readonly [string, (world: World, number: number) => void])[] = [
  ["closed", (world, number) => world.act("alice", "close-pull", { number })],
  ["merged", (world, number) => world.act("alice", "merge-pull", { number })],
  [
    "overwritten by a push",
    (world, number) => {
      const branch = world.repo.pulls.get(number)?.head;
      world.act("alice", "push", { branch, commits: [{ message: "More", files: { "b.txt": "b\n" } }] });
    },
  ],
];

test.each(ENDS)("Re-run is answered where the pull request was %s since, and the answer says so", async (_, end) => {
  const world = shop(LANE);
  for (const name of [CHECK, RELEASE]) {
    const { number, sha } = await checked(world, name);
    end(world, number);
    expect(await rerun(world, sha, name)).toMatchObject([{ ...GONE, name, head_sha: sha }]);
    expect(stateOf(world, sha)).toBe("completed");
  }
});

test("a reopened pull request is checked again, whatever was written meanwhile", async () => {
  const world = shop(LANE);
  const { number, sha } = await checked(world);
  world.act("alice", "close-pull", { number });
  await rerun(world, sha);
  world.act("alice", "reopen", { number });
  await world.converge(`pull/${number}`);
  expect(world.checks(number).at(-1)).toMatchObject({
    conclusion: "success",
    output: { title: expect.stringMatching(/^Valid/) },
  });
});

test("Re-run on an open pull request gives the present result, even where it no longer touches sre.yml", async () => {
  const world = shop(LANE);
  const { sha } = await checked(world);
  expect(await rerun(world, sha)).toMatchObject([{ name: CHECK, conclusion: "success", head_sha: sha }]);
  const untouching = headOf(world, world.propose({ "a.txt": "b\n" }));
  world.act("alice", "complete-check", { sha: untouching, name: CHECK, app: "detoil", conclusion: "failure" });
  expect(await rerun(world, untouching)).toMatchObject([
    { conclusion: "success", output: { title: "This pull request does not change sre.yml" } },
  ]);
});

test("the release's own check is left to the release where the release writes it", async () => {
  const world = shop(LANE);
  const number = world.propose({ "a.txt": "b\n" }, { base: "main" });
  const sha = headOf(world, number);
  world.act("alice", "complete-check", { sha, name: RELEASE, app: "detoil", conclusion: "failure" });
  expect(await rerun(world, sha, RELEASE)).toEqual([]);
  expect(stateOf(world, sha), "nothing else was written there").toBe("queued");
});

test("Re-run says so where sre.yml no longer asks for the check", async () => {
  const other = shop(LANE); // releases to main, and the pull request goes to develop
  const aside = await checked(other, RELEASE);
  expect(await rerun(other, aside.sha, RELEASE)).toMatchObject([{ ...OFF, name: RELEASE }]);
  const off = shop("version: 1\n");
  const { sha } = await checked(off, RELEASE);
  expect(await rerun(off, sha, RELEASE)).toMatchObject([{ ...OFF, name: RELEASE }]);
  const japanese = shop("version: 1\nlanguage: ja\n");
  const last = await checked(japanese, RELEASE);
  expect(await rerun(japanese, last.sha, RELEASE)).toMatchObject([
    { output: { title: "sre.yml の設定では、このチェックは対象外です" } },
  ]);
});

test("Re-run all checks answers each of them", async () => {
  const world = shop(LANE);
  const { number, sha } = await checked(world);
  world.act("alice", "complete-check", { sha, name: RELEASE, app: "detoil", conclusion: "failure" });
  world.act("alice", "close-pull", { number });
  world.act("alice", "rerequest-suite", { sha });
  const { plan } = await world.converge(world.suite(sha));
  expect(plan).toMatchObject([
    { ...GONE, name: CHECK },
    { ...GONE, name: RELEASE },
  ]);
  expect(stateOf(world, sha)).toBe("completed");
});

test("on a merge queue's commit: the conclusion while the group exists, and that it is over afterwards", async () => {
  const world = shop(LANE, { repo: { merge_queues: [{ branch: "develop", checks: [CHECK, "ci"] }] } });
  const number = world.propose(CHANGED);
  const { head_sha, head_ref } = world.act("alice", "enqueue-pull", { number });
  const sha = String(head_sha);
  await world.converge(`merge-group/${sha}/${String(head_ref).slice("refs/heads/".length)}`);
  expect(await rerun(world, sha)).toMatchObject([{ name: CHECK, conclusion: "success" }]);
  world.act("alice", "complete-check", { sha, name: RELEASE, app: "detoil" });
  expect(await rerun(world, sha, RELEASE), "develop is no lane's base").toMatchObject([
    { name: CHECK, conclusion: "success" },
    { ...OFF, name: RELEASE },
  ]);
  world.act("alice", "dequeue-pull", { number });
  expect(await rerun(world, sha)).toMatchObject([
    { ...GONE, name: CHECK },
    { ...GONE, name: RELEASE },
  ]);
});

// NousResearch/hermes-agent#52311
test("an empty suite that GitHub created at a push is filled if the commit gets no other check", async () => {
  const world = shop(LANE);
  const pushed = (branch: string) => {
    const files = { "a.txt": `${branch}\n` };
    return String(world.act("alice", "push", { branch, from: "develop", commits: [{ message: "x", files }] }).sha);
  };
  const lone = pushed("lone");
  expect(stateOf(world, lone)).toBe("queued");
  expect((await world.converge(world.suite(lone))).plan).toMatchObject([EMPTY]);
  expect(stateOf(world, lone)).toBe("completed");
  expect(await rerun(world, lone, "Detoil")).toMatchObject([EMPTY]);

  const touching = headOf(world, world.propose(CHANGED));
  expect((await world.converge(world.suite(touching))).plan).toMatchObject([{ name: CHECK, conclusion: "success" }]);
  const releasing = headOf(world, world.propose({ "a.txt": "c\n" }, { base: "main" }));
  expect((await world.converge(world.suite(releasing))).plan, "the release has a check there").toEqual([]);
  const plain = headOf(world, world.propose({ "a.txt": "d\n" }));
  expect((await world.converge(world.suite(plain))).plan).toMatchObject([EMPTY]);
});

test("a suite that is completed, another App's, or gone is left alone", async () => {
  const world = shop(LANE);
  const { sha } = await checked(world);
  expect((await world.converge(world.suite(sha))).plan).toEqual([]);
  world.act("alice", "start-check", { sha, name: "test", app: "ci" });
  expect((await world.converge(world.suite(sha, "ci"))).plan).toEqual([]);
  expect((await world.converge("suite/1")).plan).toEqual([]);
});

test("Re-run of the branch guard is left to it, while sre.yml has rules", async () => {
  const guarded = shop(`${LANE}branches: [{into: main, from: [develop]}]\n`);
  const { sha } = await checked(guarded, "Detoil / branch");
  expect(await rerunOnly(guarded, sha)).toEqual([]);
  const unguarded = shop(LANE);
  const other = await checked(unguarded, "Detoil / branch");
  expect(await rerunOnly(unguarded, other.sha)).toMatchObject([{ ...OFF, name: "Detoil / branch" }]);
});

async function rerunOnly(world: World, sha: string) {
  world.act("alice", "rerequest-check", { sha, name: "Detoil / branch" });
  return (await world.converge(world.suite(sha))).plan;
}
