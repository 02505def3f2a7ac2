import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unseenNumbers } from "../../../src/automations/release-pr/github/read-pulls.ts";
import { commit, pull } from "./history.ts";
import { long, type Shape } from "./long.ts";
import { LANE, listOf, shop, worldOf } from "./world.ts";

test.each<[string, Shape, number]>([
  ["one page of each", { waiting: 100 }, 1],
  ["more commits than pull requests", { waiting: 20, direct: 250 }, 3],
  ["two pages of both", { waiting: 150 }, 2],
  ["what was released long ago is not read", { waiting: 50, released: 350 }, 1],
  ["nothing waits", { waiting: 0, released: 250 }, 1],
])("pages: %s", async (_name, shape, pages) => {
  const world = long(shape);
  const result = await world.reconcile();
  // One more reads sre.yml.
  expect(result.requests.graphql - 1).toBe(pages);
  expect(result.requests.rest - result.requests.writes).toBe(0);
  expect(Math.max(...world.points())).toBeLessThanOrEqual(3);
  expect(result.facts?.items).toHaveLength(shape.waiting);
  expect((await world.reconcile("lanes", false)).plan).toEqual([]);
});

test("nonsensical dates: commit messages name the pull requests that no page held", async () => {
  const world = long({ waiting: 230, updated: "2020-01-01T00:00:00Z" });
  expect((await world.reconcile()).facts?.items).toHaveLength(230);
});

test("numbers in messages: of merges and squashes, once, and only unknown ones", () => {
  const known = new Map([[4, pull(4, "d")]]);
  const messages = [
    "Merge pull request #1 from acme/x\n\n(#9)",
    "Add x (#2)",
    "Add x (#2)",
    "See (#3) for more",
    "Add y (#4)",
    "(#0)",
  ];
  expect(
    unseenNumbers(
      messages.map((message, index) => commit(`c${index}`, [], message)),
      known,
    ),
  ).toEqual([1, 2]);
});

test("messages may name issues and nonexistent numbers", async () => {
  const world = shop(LANE);
  const issue = world.act("alice", "open-issue", { title: "An issue" }).number;
  const one = world.land("one");
  world.act("alice", "push", {
    branch: "develop",
    commits: [{ message: `Fix it (#${issue})` }, { message: "From upstream (#99999)" }],
  });
  await world.converge();
  expect(listOf(world.release().body)).toEqual([`- [ ] #${one} @alice`]);
});

test("GitHub does not answer in time: smaller pages", async () => {
  const world = long({ waiting: 60 });
  world.fault({ match: { operation: "releaseLanePage" }, times: 2, status: 502 });
  const result = await world.reconcile();
  expect(result.facts?.items).toHaveLength(60);
  expect(result.requests.graphql).toBe(1 + 2 + 3);
});

test("GitHub does not answer at all: given up, and not endlessly", async () => {
  const world = long({ waiting: 5 });
  world.fault({ match: { operation: "releaseLanePage" }, times: 50, status: 502 });
  await expect(world.reconcile()).rejects.toThrow("502");
});

const botocore = "../shared/worlds/botocore.json";

test("three months of botocore", async () => {
  if (!existsSync(botocore)) {
    console.warn(`shared worlds not found beside this checkout: ${botocore}`);
    return;
  }
  const world = worldOf(readFileSync(botocore, "utf8"), "boto/botocore");
  const result = await world.converge();
  const items = result.facts?.items as { number: number; reverted_by: number | null; reverts?: number[] }[];
  // Confirmed by git alone (worlds/README.md): 43 waiting, 261 commits.
  expect(result.facts?.ahead).toBe(261);
  expect(items).toHaveLength(43);
  expect(items.filter((item) => item.reverted_by !== null).map((item) => [item.number, item.reverted_by])).toEqual([
    [3631, 3657],
  ]);
  expect(items.find((item) => item.number === 3657)?.reverts).toEqual([3631]);
  // It names a nonexistent commit: an ordinary item.
  expect(items.find((item) => item.number === 3658)?.reverts).toBeUndefined();
  expect(result.requests).toMatchObject({ graphql: 4, rest: 2, writes: 2 });
  expect(world.release().body).toContain("**41 pull requests** merged since [1\\.42.58]");
  expect(world.release().body).toContain("releases/tag/1.42.58) (Thu 26 Feb) are waiting for `main`");
  expect(listOf(world.release().body)).toHaveLength(42);
});
