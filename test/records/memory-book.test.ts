import { expect, test } from "vitest";
import type { Reading } from "../../src/records/book.ts";
import { memoryBook } from "../../src/records/memory-book.ts";
import { commit } from "../metrics/records.ts";
import { deployed, labeled, pull } from "./recorded.ts";

const change = (version: number, mergedAt: number | null): Reading => ({
  type: "change",
  key: 1,
  version,
  record: mergedAt === null ? null : pull(1, mergedAt),
});

async function bookOf(...readings: readonly Reading[]) {
  const book = memoryBook();
  for (const reading of readings) await book.record({ readings: [reading], cursors: [] });
  return book.all();
}

test.each<[string, Reading[], number | null]>([
  ["the later version stands", [change(5, 50), change(6, 60)], 60],
  ["whenever it was read", [change(6, 60), change(5, 50)], 60],
  ["of one version the later reading", [change(5, 50), change(5, 51)], 51],
  ["what is gone is gone", [change(5, 50), change(6, null)], null],
  ["an older page does not bring it back", [change(6, null), change(5, 50)], null],
  ["a newer one does", [change(6, null), change(7, 70)], 70],
])("%s", async (_name, readings, mergedAt) => {
  const { changes } = await bookOf(...readings);
  expect(changes.map((each) => each.mergedAt)).toEqual(mergedAt === null ? [] : [mergedAt]);
});

test("each thing has its own readings", async () => {
  const production = deployed(1, 50);
  const release = deployed(1, 60, { source: "release" });
  const incident = labeled(1, 70, ["incident"]);
  const recorded = await bookOf(
    { type: "deployment", key: "environment/1", version: 9, record: production },
    { type: "deployment", key: "release/1", version: 1, record: release },
    { type: "incident", key: 1, version: 1, record: incident },
    change(1, 50),
    { type: "commit", record: commit("a", "b") },
    { type: "commit", record: commit("a") },
  );
  expect(recorded).toEqual({
    commits: [commit("a", "b")],
    changes: [pull(1, 50)],
    deployments: [production, release],
    incidents: [incident],
  });
});

test("it knows its commits, not their parents, and each cursor's last value", async () => {
  const book = memoryBook();
  const record = commit("a", "b");
  await book.record({ readings: [{ type: "commit", record }], cursors: [{ name: "history", value: { after: "x" } }] });
  expect(await book.knownCommits(["a", "b", "c"])).toEqual(new Set(["a"]));
  await book.record({ readings: [], cursors: [{ name: "history", value: { after: "y" } }] });
  expect(await book.cursor("history")).toEqual({ after: "y" });
  expect(await book.cursor("other")).toBeNull();
});
