import { expect, test } from "vitest";
import { readParent, readTask } from "../../../src/automations/milestone-tasks/metadata.ts";
import { managedBlock } from "../../../src/managed/managed-body.ts";

const LONGEST = "k".repeat(100);

/** Whoever may edit a text may write anything into its marker. */
test.each<[string, unknown, Record<string, number>]>([
  ["keys and numbers as Detoil writes them", { freeze: "51", [LONGEST]: "52" }, { freeze: 51, [LONGEST]: 52 }],
  ["no key that is too long", { freeze: "51", [`${LONGEST}k`]: "52" }, { freeze: 51 }],
  ["no key that PostgreSQL does not take", { freeze: "51", "a\u0000b": "52", "\ud800": "53" }, { freeze: 51 }],
  ["no number of no issue", { a: "0", b: "-1", c: "1.5", d: "4294967296", e: "x", f: null, g: "51" }, { g: 51 }],
  ["nothing that is not a table", "freeze", {}],
])("a parent's marker holds %s", (_, tasks, numbers) => {
  const body = managedBlock.wrap("milestone", "", { milestone: 1, tasks });
  expect(readParent(body)?.metadata.numbers).toEqual(numbers);
});

test.each<[string, Record<string, unknown>, boolean]>([
  ["a key and a number", { milestone: 1, key: LONGEST }, true],
  ["a key that is too long", { milestone: 1, key: `${LONGEST}k` }, false],
  ["a key that PostgreSQL does not take", { milestone: 1, key: "a\u0000b" }, false],
  ["a number that no milestone has", { milestone: 2 ** 31, key: "freeze" }, false],
])("%s in the marker of a task, %j: read is %s", (_, data, isRead) => {
  expect(readTask(managedBlock.wrap("task", "", data)) !== null).toBe(isRead);
});

test("a task that ended keeps its key in the parent's marker, a forged key does not get in", () => {
  const body = managedBlock.wrap("milestone", "", { milestone: 1, ended: ["freeze", `${LONGEST}k`, "a\u0000b", 5] });
  expect(readParent(body)?.metadata.ended).toEqual(["freeze"]);
});
