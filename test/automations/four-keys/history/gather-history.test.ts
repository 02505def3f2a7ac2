import { expect, test } from "vitest";
import { readCursor } from "../../../../src/automations/four-keys/history/cursor.ts";
import { fourKeys } from "../../../../src/automations/four-keys/index.ts";
import type { GitHub } from "../../../../src/github/client.ts";
import { Unavailable } from "../../../../src/github/errors.ts";
import { memoryBook } from "../../../../src/records/memory-book.ts";
import { type TestWorld, worldOf } from "../../world.ts";
import { busyRepository } from "./busy-repository.ts";

/** GitHub, until it fails: at the page of this number of the document. */
function failing(github: GitHub, document: string, page: number): GitHub {
  let count = 0;
  return {
    ...github,
    requests: github.requests,
    graphql: async (asked, variables) => {
      if (asked.name === document) count += 1;
      if (count === page) throw new Unavailable(document, 503, "down");
      return github.graphql(asked, variables);
    },
  };
}

/** Points an hour. */
async function limitTo({ simulator }: TestWorld, graphql: number): Promise<void> {
  const body = { method: "POST", body: JSON.stringify({ graphql }), headers: { "content-type": "application/json" } };
  expect((await simulator.fetch(new Request(`${simulator.baseUrl}/_sim/limits`, body))).ok).toBe(true);
}

test("each reconciliation reads some pages of one list, and asks for the next at once", async () => {
  const world = worldOf(busyRepository({ pulls: 80, every: 20 }));
  const book = memoryBook();
  const lists = [];
  for (;;) {
    const { again, fanOut } = await world.reconcile(fourKeys, "history", { book });
    const cursor = await readCursor(book);
    lists.push(cursor?.todo[0]?.list ?? "end");
    // The issue shows it at once.
    expect(fanOut).toEqual(again === null ? ["report"] : []);
    if (again === null) break;
    expect(again).toEqual(world.now());
  }
  expect(lists).toEqual(["incidents", "changes", "commits", "branches", "incidents", "changes", "end"]);
  // Nothing is left to read, and nothing is written.
  const recorded: unknown[] = [];
  const silent = { ...book, record: async (recording: unknown) => void recorded.push(recording) };
  const { requests, fanOut } = await world.reconcile(fourKeys, "history", { book: silent });
  expect(fanOut).toEqual([]);
  expect(recorded).toEqual([{ readings: [], cursors: [] }]);
  expect(requests.graphql).toBe(1);
});

test.each([
  ["4 weeks", 365],
  ["300 days", 2 * 300 + 90],
])("history reaches as far back as a window of %s and the one before need", async (window, days) => {
  const { repos, ...rest } = busyRepository({ pulls: 1, every: 1 });
  const sre = `version: 1\nfour-keys: {deployments: {environment: [production]}, window: ${window}}\n`;
  const world = worldOf({ ...rest, repos: repos.map((repo) => ({ ...repo, files: { ".github/sre.yml": sre } })) });
  const book = memoryBook();
  await world.reconcile(fourKeys, "history", { book });
  const since = async () => Date.parse((await readCursor(book))?.since ?? "");
  const first = await since();
  expect(world.now().getTime() - first).toBe(days * 86_400_000);
  // The next days need no more of it.
  world.setNow("2026-11-23T01:00:00Z");
  await world.reconcile(fourKeys, "history", { book });
  expect(await since()).toBe(first);
});

test("a longer window in sre.yml has history read further back", async () => {
  const world = worldOf(busyRepository({ pulls: 1, every: 1 }));
  const book = memoryBook();
  await world.reconcile(fourKeys, "history", { book });
  world.repo.files.set(
    ".github/sre.yml",
    "version: 1\nfour-keys: {deployments: {environment: [production]}, window: 30 weeks}\n",
  );
  await world.reconcile(fourKeys, "history", { book });
  const since = Date.parse((await readCursor(book))?.since ?? "");
  expect(world.now().getTime() - since).toBe((2 * 30 * 7 + 90) * 86_400_000);
});

test("what was read before a failure is recorded; a failure at the first page is one of the reconciliation", async () => {
  const world = worldOf(busyRepository({ pulls: 80, every: 20 }));
  const book = memoryBook();
  for (let lists = 0; lists < 2; lists += 1) await world.reconcile(fourKeys, "history", { book });
  const changes = (page: number) =>
    world.reconcile(fourKeys, "history", { book, github: failing(world.connect(), "fourKeysHistoryChanges", page) });
  await changes(3);
  expect((await book.all()).changes).toHaveLength(74);
  await expect(changes(1)).rejects.toThrow("down");
  expect((await book.all()).changes).toHaveLength(74);
  await changes(5);
  expect((await book.all()).changes).toHaveLength(80);
});

test("two thirds of GitHub's limit are left to what happens now; reading goes on once it is reset", async () => {
  const world = worldOf(busyRepository({ pulls: 80, every: 20 }));
  await limitTo(world, 30);
  const book = memoryBook();
  const resetAt = new Date(world.now().getTime() + 3_600_000);
  for (let used = 0; ; ) {
    const { again, requests } = await world.reconcile(fourKeys, "history", { book });
    used += requests.points;
    if (again?.getTime() === world.now().getTime()) continue;
    expect(used).toBe(11);
    expect(again).toEqual(resetAt);
    break;
  }
  world.setNow(resetAt.toISOString());
  const { again } = await world.reconcile(fourKeys, "history", { book });
  expect(again).toEqual(resetAt);
});
