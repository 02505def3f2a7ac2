import { expect, test } from "vitest";
import { PARENT, parentData } from "../../../src/automations/milestone-tasks/metadata.ts";
import { shortKey } from "../../../src/automations/milestone-tasks/short-keys.ts";
import { managedBlock } from "../../../src/managed/managed-body.ts";
import { marker } from "../../../src/markdown/marker.ts";
import { shop, sre, type World } from "./world.ts";

// GitHub takes 65,536 characters in a body; these keys alone take 90,000 within a marker.
const COUNT = 150;
const WITH_STORE = { withStore: true };
const keyOf = (at: number) => `${at}-${"<".repeat(99 - String(at).length)}`;
const tasks = (count = COUNT, people: readonly string[] = ["alice", "bob"]) =>
  Array.from({ length: count }, (_, at) => ({
    key: keyOf(at),
    title: `Task ${at} ${"t".repeat(150)}`,
    assignees: { rotate: [...people, "nobody-here"] },
  }));

async function untilQuiet(world: World, milestone: number): Promise<number> {
  for (let round = 1; round <= 4; round += 1) await world.reconcile(milestone, WITH_STORE).catch(() => {});
  return (await world.reconcile(milestone, WITH_STORE)).requests.writes;
}

test("150 tasks with the longest keys have their parent, which stores all of them", async () => {
  const world = shop(sre(tasks()));
  world.milestone("v1", "2026-12-01");
  expect(await untilQuiet(world, 1)).toBe(0);
  const parent = world.parent(1);
  expect(world.tasks(1).size).toBe(COUNT);
  expect(parent.sub_issues).toHaveLength(100);
  expect(parent.body.length).toBeLessThan(65_536);
  expect(parent.body).toContain("`nobody-here` cannot be assigned here, so the rotation of `0-<<");
  expect(parent.body).toMatch(/^- … and 1\d\d more\.$/m);
  const data = managedBlock.find(parent.body, PARENT)?.data;
  expect(Object.keys(data?.tasks ?? {})).toHaveLength(COUNT);
  expect(world.requests().filter(({ status }) => status === 422)).toEqual([]);

  // The parent also recognizes what it stores: a deleted task is not created again, and a rotation continues.
  const last = world.task(1, keyOf(149));
  expect(last.assignees).toEqual(["alice"]);
  world.act("alice", "delete-issue", { number: last.number });
  world.act("alice", "move-issue", { number: world.task(1, keyOf(7)).number, milestone: null });
  expect(await untilQuiet(world, 1)).toBe(0);
  expect(world.tasks(1).size).toBe(COUNT - 1);
  expect(managedBlock.find(world.parent(1).body, PARENT)?.data?.ended).toEqual([shortKey(keyOf(149))]);
  world.configure(sre(tasks().slice(149)));
  world.milestone("v2", "2026-12-08");
  expect(await untilQuiet(world, 2)).toBe(0);
  expect(world.task(2, keyOf(149)).assignees).toEqual(["bob"]);

  // People's own text comes first: the table gets the remaining room, or none.
  const { number } = world.parent(1);
  const block = managedBlock.wrap(PARENT, "", managedBlock.find(world.parent(1).body, PARENT)?.data ?? {});
  world.act("bob", "edit-issue", { number, body: `${"x".repeat(45_000)}\n\n${block}` });
  expect(await untilQuiet(world, 1)).toBe(0);
  expect(world.parent(1).body).toMatch(/^x{45000}\n\n<!--.*\n\n… and \d+ more in the milestone\.\n\n/s);
  const filled = "x".repeat(65_000);
  world.act("bob", "edit-issue", { number, body: filled });
  expect(await untilQuiet(world, 1)).toBe(0);
  expect(world.issue(number).body).toBe(filled);
  expect(world.requests().filter(({ status }) => status === 422)).toEqual([]);
});

test("metadata of 500 tasks always fits, with room for a table; short keys stay as they are", () => {
  const keys = Array.from({ length: 500 }, (_, at) => keyOf(at));
  const of = (value: string) => Object.fromEntries(keys.map((key) => [key, value]));
  const metadata = { milestone: 1, title: "v1: tasks", closing: null, closed: false };
  const worst = parentData({ ...metadata, numbers: of("1234567"), turns: of("a".repeat(39)), ended: keys });
  expect(marker(PARENT, worst).length).toBeLessThan(45_000);
  expect(Object.keys(worst.tasks as object)).toHaveLength(500);
  expect(worst.ended).toHaveLength(500);
  const few = { numbers: { [keyOf(1)]: 7 }, turns: { freeze: "bo" }, ended: ["notes"] };
  expect(parentData({ ...metadata, ...few })).toMatchObject({
    tasks: { [keyOf(1)]: "7" },
    turns: few.turns,
    ended: few.ended,
  });
});
