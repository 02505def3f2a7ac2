import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { putInstallation } from "../../src/store/installations.ts";
import { recallKeys, rememberAll } from "../../src/store/memories.ts";
import { putRepository, removeRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";

const place = { installationId: 1, repositoryId: 10, automation: "milestone-tasks" };
const row = (key: string, changes: Partial<typeof place> = {}) => ({ ...place, ...changes, key });

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    for (const installationId of [1, 2]) {
      await putInstallation(store.db, { id: installationId, account: "acme", suspended: false, permissions: null });
      for (const id of [10, 11, 12]) {
        const archived = id === 12;
        await putRepository(store.db, { installationId, id, owner: "acme", name: `shop-${id}`, archived });
      }
    }
  });

  test("a key is remembered once and found by how it begins", async () => {
    await rememberAll(store.db, [row("deleted/2/b"), row("deleted/2/a"), row("deleted/20/a"), row("moved/2/a")]);
    await rememberAll(store.db, [row("deleted/2/a"), row("deleted/2/a")]);
    expect(await recallKeys(store.db, place, "deleted/2/")).toEqual(["deleted/2/a", "deleted/2/b"]);
    expect(await recallKeys(store.db, place, "")).toHaveLength(4);
    expect(await recallKeys(store.db, place, "deleted/3/")).toEqual([]);
  });

  test.each(["%", "_", "\\", "'", "deleted/%"])("a prefix is no pattern: %s", async (prefix) => {
    await rememberAll(store.db, [row("deleted/2/a"), row(`${prefix}x`)]);
    expect(await recallKeys(store.db, place, prefix)).toEqual([`${prefix}x`]);
  });

  test.each([{ installationId: 2 }, { repositoryId: 11 }, { automation: "help-wanted" }])(
    "it is known to %j alone",
    async (other) => {
      await rememberAll(store.db, [row("a", other)]);
      expect(await recallKeys(store.db, place, "")).toEqual([]);
      expect(await recallKeys(store.db, { ...place, ...other }, "")).toEqual(["a"]);
    },
  );

  test("of an unknown or archived repository nothing is remembered, and the others are", async () => {
    await rememberAll(store.db, [row("a", { repositoryId: 99 }), row("a", { repositoryId: 12 }), row("a")]);
    expect(await store.db.selectFrom("memories").selectAll().execute()).toHaveLength(1);
  });

  test("it goes with its repository", async () => {
    await rememberAll(store.db, [row("a")]);
    await removeRepositories(store.db, 1, [10]);
    expect(await store.db.selectFrom("memories").selectAll().execute()).toEqual([]);
  });
});
