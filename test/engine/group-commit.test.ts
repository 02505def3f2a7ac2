import { expect, test } from "vitest";
import { groupCommit } from "../../src/engine/group-commit.ts";

test("the first goes alone and at once, those that come meanwhile go together", async () => {
  const groups: string[][] = [];
  const gate = Promise.withResolvers<void>();
  const commit = groupCommit<string, string>(async (items) => {
    groups.push([...items]);
    await gate.promise;
    return items.map((item) => item.toUpperCase());
  }, 3);
  const results = ["a", "b", "c", "d", "e"].map((item) => commit.add(item));
  expect(commit.waiting).toBe(4);
  gate.resolve();
  expect(await Promise.all(results)).toEqual(["A", "B", "C", "D", "E"]);
  expect(groups).toEqual([["a"], ["b", "c", "d"], ["e"]]);
  await commit.idle();
  expect(commit.waiting).toBe(0);
});

test("one that the database refuses does not take its neighbours along", async () => {
  const gate = Promise.withResolvers<void>();
  const commit = groupCommit<number, number>(async (items) => {
    await gate.promise;
    if (items.includes(3)) throw new Error("three");
    return items.map((item) => item * 10);
  }, 10);
  const results = [1, 2, 3, 4].map((item) => commit.add(item));
  gate.resolve();
  const settled = await Promise.allSettled(results);
  expect(settled.map((one) => (one.status === "fulfilled" ? one.value : (one.reason as Error).message))).toEqual([
    10,
    20,
    "three",
    40,
  ]);
});

test("where nothing can be stored all fail at once, and not one after the other", async () => {
  let runs = 0;
  const commit = groupCommit<number, number>(
    async () => {
      runs += 1;
      throw new Error("the disk is full");
    },
    100,
    () => false,
  );
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => commit.add(index)));
  expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
  expect(runs).toBe(2); // the first went alone
});
