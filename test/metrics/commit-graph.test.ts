import { expect, test } from "vitest";
import { CommitGraph } from "../../src/metrics/attribution/commit-graph.ts";
import { commit } from "./records.ts";

// r ─ a ─ m(a, s) ─ t;  r ─ s ─ s2;  o is another root
const graph = new CommitGraph([
  commit("r"),
  commit("a", "r"),
  commit("s", "r"),
  commit("m", "a", "s"),
  commit("t", "m"),
  commit("s2", "s", "unknown"),
  commit("o"),
]);

test.each([
  ["r", "t", true],
  ["a", "t", true],
  ["s", "t", true], // by a second parent
  ["s", "s2", true],
  ["unknown", "s2", true],
  ["t", "t", false],
  ["t", "r", false],
  ["s2", "t", false],
  ["a", "s2", false],
  ["o", "t", false],
  ["r", "o", false],
] as const)("%s is a proper ancestor of %s: %s", (older, newer, is) => {
  const [below, above] = [graph.numberOf(older), graph.numberOf(newer)];
  expect(below !== null && above !== null && graph.isProperAncestor(below, above)).toBe(is);
});

test("a cycle ends, and its commits are each other's ancestors", () => {
  const cycle = new CommitGraph([commit("x", "z"), commit("y", "x"), commit("z", "y"), commit("tip", "z")]);
  const is = (older: string, newer: string) =>
    cycle.isProperAncestor(cycle.numberOf(older) ?? -1, cycle.numberOf(newer) ?? -1);
  expect([is("x", "tip"), is("x", "z"), is("z", "x"), is("tip", "x")]).toEqual([true, true, true, false]);
});
