import { Migrator } from "kysely/migration";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findInstallation, putInstallation } from "../../src/store/installations.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { inTransaction, type Store } from "../../src/store/store.ts";
import { embedded } from "../database/embedded.ts";
import { eachDatabase, type TestDatabase } from "../each-database.ts";

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await create();
    store = await database.open();
  });
  afterEach(() => database.drop());

  test("a second start finds everything as it was", async () => {
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: { contents: "read" } });
    await store.close();
    const again = await database.open();
    expect(await findInstallation(again.db, 1)).toEqual({
      id: 1,
      account: "acme",
      suspended: false,
      permissions: { contents: "read" },
    });
  });

  test("a database from a newer version is refused in one sentence", async () => {
    const newer = { ...migrations, "9999-later": { up: async () => {} } };
    const migrator = new Migrator({ db: store.db, provider: { getMigrations: async () => newer } });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    await expect(migrate(store.db)).rejects.toThrow(/newer version of Detoil/);
    await store.close();
    await expect(database.open()).rejects.toThrow(/newer version of Detoil/);
  });

  test("what happens beside a transaction is not part of it", async () => {
    const meanwhile: Promise<void>[] = [];
    await expect(
      inTransaction(store, async (transaction) => {
        await putInstallation(transaction, { id: 1, account: "gone", suspended: false, permissions: null });
        meanwhile.push(putInstallation(store.db, { id: 2, account: "stays", suspended: false, permissions: null }));
        meanwhile.push(
          inTransaction(store, (other) =>
            putInstallation(other, { id: 3, account: "stays", suspended: false, permissions: null }),
          ),
        );
        await transaction.selectFrom("installations").selectAll().execute();
        throw new Error("roll back");
      }),
    ).rejects.toThrow("roll back");
    await Promise.all(meanwhile);
    const ids = (await store.db.selectFrom("installations").select("id").orderBy("id").execute()).map((row) => row.id);
    expect(ids).toEqual([2, 3]);
  });

  test("ids beyond 32 bits are numbers", async () => {
    await putInstallation(store.db, { id: 5_000_000_000, account: "acme", suspended: true, permissions: null });
    expect((await findInstallation(store.db, 5_000_000_000))?.id).toBe(5_000_000_000);
  });
});

test("a second process on the same folder is refused in one sentence", async () => {
  const { open, environment, drop } = await embedded();
  const first = await open();
  const folder = environment.DETOIL_DATA ?? "";
  await expect(openStore({ databaseUrl: null, folder })).rejects.toThrow(/^Another Detoil already uses/);
  await first.close();
  await open();
  await drop();
});

test.each([
  ["postgres://u:secret@127.0.0.1:1/none", /^The database at 127\.0\.0\.1:1\/none cannot be reached \(ECONNREFUSED\)/],
  ["postgres://u:secret@nowhere.invalid/none", /^The database at nowhere\.invalid:5432\/none cannot be reached/],
  ["mysql://u:secret@127.0.0.1/none", /^DATABASE_URL is not a PostgreSQL address/],
  ["nonsense", /^DATABASE_URL is not a PostgreSQL address/],
])("an unusable database is told without the password: %s", async (databaseUrl, sentence) => {
  const failure = await openStore({ databaseUrl, folder: null }).catch((error: Error) => error.message);
  expect(failure).toMatch(sentence);
  expect(failure).not.toContain("secret");
});
