import { expect, test } from "vitest";
import { FILE, LANE, shop, type World } from "./world.ts";

const CHECK = "Detoil / config";
const QUEUE = { repo: { merge_queues: [{ branch: "develop", checks: [CHECK, "ci"] }] } };

function enqueue(world: World, number: number) {
  const made = world.act("alice", "enqueue-pull", { number });
  return `merge-group/${made.head_sha}/${String(made.head_ref).slice("refs/heads/".length)}`;
}

test("a merge queue gets an answer: green where nothing touches sre.yml, and red with its errors", async () => {
  const world = shop(LANE, QUEUE);
  const plain = await world.converge(enqueue(world, world.propose({ "a.txt": "b\n" })));
  expect(plain.plan).toMatchObject([
    { name: CHECK, conclusion: "success", output: { title: "Nothing in this merge group changes sre.yml" } },
  ]);
  const number = world.propose({ [FILE]: "version: 1\nreleases: {}\n" });
  const broken = await world.converge(enqueue(world, number));
  expect(broken.plan).toMatchObject([
    { conclusion: "failure", output: { title: expect.stringMatching(`^#${number}: `) } },
  ]);
  const behind = await world.converge(enqueue(world, world.propose({ "c.txt": "c\n" })));
  expect(behind.plan, "it brings the broken file, too").toMatchObject([{ conclusion: "failure" }]);
});

test("a repository without sre.yml gets one only where a group adds the file", async () => {
  const world = shop(null, QUEUE);
  expect((await world.converge(enqueue(world, world.propose({ "a.txt": "b\n" })))).plan).toEqual([]);
  expect((await world.converge(enqueue(world, world.propose({ [FILE]: LANE })))).plan).toMatchObject([
    { conclusion: "success" },
  ]);
});

test("Re-run writes the check although it says the same", async () => {
  const world = shop(LANE);
  const number = world.propose({ [FILE]: `${LANE}timezone: Asia/Tokyo\n` });
  await world.converge(`pull/${number}`);
  const sha = world.repo.pulls.get(number)?.head_sha ?? "";
  world.act("alice", "rerequest-check", { sha, name: CHECK });
  expect((await world.converge(world.suite(sha))).plan).toMatchObject([{ name: CHECK, head_sha: sha }]);
  expect(world.checks(number)).toHaveLength(2);
});
