import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { inTransaction } from "../../src/store/store.ts";
import { writeProbe } from "../../src/store/write-probe.ts";
import type { TestDatabase } from "../database/database.ts";
import { onServer } from "../database/server.ts";

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await onServer();
  store = await database.open();
});
afterAll(() => database.drop());

/** Ends the database's sessions, as a restart of PostgreSQL does, and waits until they are gone. */
async function cutsAll(): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject("postgres")}/postgres` });
  await client.connect();
  const name = database.environment.DATABASE_URL?.split("/").at(-1);
  await client.query("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1", [name]);
  await client.end();
}

test("a connection that is lost between two statements of a transaction fails that transaction, and nothing else", async () => {
  const lost: unknown[] = [];
  const onLost = (error: unknown) => lost.push(error);
  process.on("uncaughtException", onLost);
  process.on("unhandledRejection", onLost);
  try {
    const failing = inTransaction(store, async (transaction) => {
      await sql`select 1`.execute(transaction);
      await cutsAll();
      await new Promise((done) => setImmediate(done));
      await sql`select 1`.execute(transaction);
    });
    await expect(failing).rejects.toThrow();
    await writeProbe(store.db);
    await cutsAll();
    await expect.poll(() => writeProbe(store.db).then(() => "written", String)).toBe("written");
  } finally {
    process.off("uncaughtException", onLost);
    process.off("unhandledRejection", onLost);
  }
  expect(lost).toEqual([]);
});

test("the write probe writes: a database that only reads is found out", async () => {
  await writeProbe(store.db);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(store.db);
  await sql`alter database ${sql.id(rows[0]?.name ?? "")} set default_transaction_read_only = on`.execute(store.db);
  await cutsAll();
  await expect.poll(() => writeProbe(store.db).then(() => "written", String)).toContain("read-only transaction");
});
