import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Reading, WritableBook } from "../../src/records/book.ts";
import { memoryBook } from "../../src/records/memory-book.ts";
import type { Recorded } from "../../src/records/recorded.ts";
import { putInstallation, removeInstallation } from "../../src/store/installations.ts";
import { storedBook } from "../../src/store/records/book.ts";
import { readSummaries } from "../../src/store/records/summaries.ts";
import { putRepository, removeRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { runs } from "../harness/long.ts";
import { commit } from "../metrics/records.ts";
import { randomBatches } from "../records/random-readings.ts";
import { deployed, labeled, pull, sha, updated } from "../records/recorded.ts";

const EMPTY: Recorded = { commits: [], changes: [], deployments: [], incidents: [] };
const one: readonly Reading[] = [
  { type: "commit", record: commit(sha("a"), sha("b")) },
  { type: "change", key: 1, version: 5, record: pull(1, 50) },
  { type: "deployment", key: "environment/1", version: 5, record: deployed(1, 50) },
  { type: "incident", key: 1, version: 5, record: labeled(1, 50, ["incident"]) },
  updated(1, 5),
];

function sorted(recorded: Recorded) {
  const inOrder = (records: readonly object[]) => records.map((record) => JSON.stringify(inKeys(record))).toSorted();
  return Object.values(recorded).map(inOrder);
}
const inKeys = (record: object) => Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const added = (book: WritableBook, readings: readonly Reading[]) => book.record({ readings, cursors: [] });

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  const bookOf = (repositoryId = 10, installationId = 1) => storedBook(store, { installationId, repositoryId });
  beforeEach(async () => {
    await clear(store);
    for (const id of [1, 2]) {
      await putInstallation(store.db, { id, account: "acme", suspended: false, permissions: null });
      for (const repository of [10, 11])
        await putRepository(store.db, {
          ...{ installationId: id, id: repository, owner: "acme", name: "shop" },
          archived: false,
        });
    }
  });

  test("it keeps what a book in memory keeps, in whatever order and however often it is told", async () => {
    let fresh = 100;
    await fc.assert(
      fc.asyncProperty(randomBatches, async (batches) => {
        fresh += 1;
        await putRepository(store.db, { installationId: 1, id: fresh, owner: "acme", name: "shop", archived: false });
        const [stored, memory] = [bookOf(fresh), memoryBook()];
        for (const batch of [...batches, ...batches.slice(0, 1)]) {
          await added(stored, batch);
          await added(memory, batch);
        }
        expect(sorted(await stored.all())).toEqual(sorted(await memory.all()));
        const byNumber = (await memory.updates()).toSorted((a, b) => a.number - b.number);
        expect(await stored.updates()).toEqual(byNumber);
      }),
      runs(12),
    );
  });

  test("ids keep their kind, whatever they are kept under, and times their milliseconds", async () => {
    const named = deployed("12", 1_700_000_000_001);
    const numbered = deployed(12, 1_700_000_000_002, { source: "release" });
    const incident = { ...labeled(1, 1_700_000_000_003, []), deployment: 12 };
    await added(bookOf(), [
      { type: "deployment", key: "environment/DE_x", version: 1, record: named },
      { type: "deployment", key: "release/RE_x", version: 1, record: numbered },
      { type: "incident", key: 1, version: 1, record: incident },
    ]);
    const { deployments, incidents } = await bookOf().all();
    expect(sorted({ ...EMPTY, deployments, incidents })).toEqual(
      sorted({ ...EMPTY, deployments: [named, numbered], incidents: [incident] }),
    );
  });

  test.each([
    [11, 1],
    [10, 2],
  ])("they are those of one repository of one installation, not of %d in %d", async (repositoryId, installationId) => {
    await bookOf(repositoryId, installationId).record({ readings: one, cursors: [{ name: "history", value: 1 }] });
    expect(await bookOf().all()).toEqual(EMPTY);
    expect(await bookOf().updates()).toEqual([]);
    expect(await bookOf().cursor("history")).toBeNull();
    expect(await bookOf().knownCommits([sha("a")])).toEqual(new Set());
  });

  test("a repository's records have the name that it has now", async () => {
    await added(bookOf(), one);
    await putRepository(store.db, { installationId: 1, id: 10, owner: "acme-inc", name: "web", archived: false });
    const names = Object.values(await bookOf().all()).flatMap((records: Recorded["commits"]) =>
      records.map(({ repo }) => repo),
    );
    expect(names).toEqual(["acme-inc/web", "acme-inc/web", "acme-inc/web", "acme-inc/web"]);
  });

  test.each([
    ["an uninstalled account", () => removeInstallation(store.db, 1)],
    ["a repository that is gone", () => removeRepositories(store.db, 1, [10])],
  ])("the records of %s go, and later ones are not kept", async (_name, remove) => {
    await bookOf().record({ readings: one, cursors: [{ name: "history", value: 1 }] });
    await remove();
    const left = async () => [await bookOf().all(), await bookOf().cursor("history")];
    expect(await left()).toEqual([EMPTY, null]);
    await bookOf().record({ readings: one, cursors: [{ name: "history", value: 1 }] });
    expect(await left()).toEqual([EMPTY, null]);
  });

  test("an organization reads the latest summary of each repository of its installation", async () => {
    const summary = (at: number, value: unknown, isPrivate = true) => ({
      ...{ readings: [], cursors: [] },
      summary: { kind: "plants", at, value, isPrivate },
    });
    await bookOf(10).record(summary(5, { green: 2 }));
    await bookOf(10).record(summary(7, { green: 3 }, false));
    await bookOf(10).record(summary(6, { green: 4 }));
    await bookOf(10, 2).record(summary(9, { green: 9 }));
    await bookOf(12).record(summary(9, { green: 9 }));
    const shop = { owner: "acme", name: "shop" };
    expect(await readSummaries(store.db, 1, "plants")).toEqual([
      { ...shop, summary: { at: 7, value: { green: 3 }, isPrivate: false } },
      { ...shop, summary: null },
    ]);
    expect(await readSummaries(store.db, 1, "others")).toEqual([
      { ...shop, summary: null },
      { ...shop, summary: null },
    ]);
    await putRepository(store.db, { installationId: 1, id: 11, ...shop, archived: true });
    await removeRepositories(store.db, 1, [10]);
    expect(await readSummaries(store.db, 1, "plants")).toEqual([]);
    expect(await readSummaries(store.db, 2, "plants")).toHaveLength(2);
  });

  test("of several cursors each has its last value", async () => {
    const cursors = [
      { name: "history", value: { after: 'a"\u0000b' } },
      { name: "tags", value: [1] },
      { name: "history", value: { after: "c\\u0000" } },
    ];
    await bookOf().record({ readings: [], cursors });
    expect(await bookOf().cursor("history")).toEqual({ after: "c\\u0000" });
    expect(await bookOf().cursor("tags")).toEqual([1]);
    await bookOf().record({ readings: [], cursors: cursors.slice(0, 1) });
    expect(await bookOf().cursor("history")).toEqual({ after: 'a"b' });
  });

  test("readings and cursors are kept together or not at all", async () => {
    const broken = { type: "commit", record: commit("no sha") } as const;
    const recording = { readings: [...one, broken], cursors: [{ name: "history", value: 1 }] };
    await expect(bookOf().record(recording)).rejects.toThrow();
    expect(await bookOf().all()).toEqual(EMPTY);
    expect(await bookOf().cursor("history")).toBeNull();
  });

  test("two that record the same at the same time both end", async () => {
    const all = Array.from({ length: 60 }, (_, at): Reading => {
      return { type: "change", key: at, version: at, record: pull(at, at) };
    });
    const batches = [all, all.toReversed(), all, all.toReversed()];
    await Promise.all(batches.map((readings) => added(bookOf(), readings)));
    expect((await bookOf().all()).changes).toHaveLength(60);
  });

  test("it knows its commits and not their parents", async () => {
    await added(bookOf(), one);
    expect(await bookOf().knownCommits([sha("a"), sha("b")])).toEqual(new Set([sha("a")]));
    expect(await bookOf().knownCommits([])).toEqual(new Set());
  });
});
