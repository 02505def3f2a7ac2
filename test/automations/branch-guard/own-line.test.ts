import { expect, test } from "vitest";
import { type Before, newestOnLine } from "../../../src/automations/branch-guard/evaluating/own-line.ts";

const at = (hours: number) => new Date(Date.UTC(2026, 10, 10, hours)).toISOString();
const before = (oid: string, hours: number): Before => ({ oid, committedAt: at(hours) });
/** A pull request whose only commit was made in hour 0. */
const COMMITS = new Map([["x", { oid: "x", parents: ["p"], committedAt: at(0) }]]);

test.each<[string, Record<string, Before | null>, string | null]>([
  ["nothing was read", {}, "more"],
  ["it leads to what was not read, and is newer", { tip: before("a", 5) }, "more"],
  ["a clock was an hour slow there", { tip: before("a", -1) }, "more"],
  ["a clock was nearly a day slow", { tip: before("a", -23) }, "more"],
  ["it leads beyond", { tip: before("a", -25) }, null],
  ["it leads beyond, and what was read anyway has it", { tip: before("a", -25), a: before("x", 0) }, "x"],
  ["it is the next one", { tip: before("x", 0) }, "x"],
  ["it ends", { tip: before("a", 5), a: null }, null],
])("%s", (_, read, found) => {
  expect(newestOnLine({ tip: "tip", read: new Map(Object.entries(read)) }, COMMITS)).toBe(found);
});
