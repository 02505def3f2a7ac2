import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, inject } from "vitest";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";

/** An empty database of one kind, opened as often as wanted (a server only: several at once). */
export interface TestDatabase {
  readonly name: "PGlite" | "PostgreSQL";
  /** What a server process is told: DATABASE_URL or DETOIL_DATA. */
  readonly environment: Readonly<Record<string, string>>;
  open(): Promise<Store>;
  /** Closes what is open and removes it. */
  drop(): Promise<void>;
}

/** Empties an open database: a new PGlite folder takes seconds. */
export async function clear(store: Store): Promise<void> {
  await store.db.deleteFrom("installations").execute();
  await store.db.deleteFrom("deliveries").execute();
  const { rows } = await store.jobs.executeSql("select to_regclass('pgboss.job') is not null as queued");
  if (rows[0]?.queued) {
    await store.jobs.executeSql("delete from pgboss.job");
  }
}

/** The same tests on the embedded database and on a real PostgreSQL server. */
export function eachDatabase(tests: (create: () => Promise<TestDatabase>) => void): void {
  describe("on PGlite", () => tests(embedded));
  describe("on PostgreSQL", () => tests(onServer));
}

async function embedded(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "detoil-data-"));
  cpSync(await emptyCluster(), join(folder, "pglite"), { recursive: true });
  const stores = new Set<Store>();
  return {
    name: "PGlite",
    environment: { DETOIL_DATA: folder },
    open: () => opening(stores, { databaseUrl: null, folder }),
    async drop() {
      await closing(stores);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Making a PGlite folder takes seconds, copying an empty one takes none. */
async function emptyCluster(): Promise<string> {
  const shared = inject("pglite");
  if (existsSync(shared)) {
    return shared;
  }
  const { PGlite } = await import("@electric-sql/pglite");
  const mine = `${shared}-${randomUUID()}`;
  mkdirSync(mine);
  const pglite = await PGlite.create({ dataDir: mine });
  await pglite.close();
  try {
    renameSync(mine, shared);
  } catch {
    return mine; // another test process was faster
  }
  return shared;
}

/**
 * On the real server alone: what is about an automation is the same on both, and PGlite takes several times as long for it.
 * `npm run test:chaos` has it on both.
 */
export function mostlyOnServer(tests: (create: () => Promise<TestDatabase>) => void): void {
  if (process.env.DETOIL_CHAOS === "1") eachDatabase(tests);
  else describe("on PostgreSQL", () => tests(onServer));
}

/** An empty database on the real PostgreSQL. */
export async function onServer(): Promise<TestDatabase> {
  const server = inject("postgres");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(server, `create database ${name}`);
  const databaseUrl = `${server}/${name}`;
  const stores = new Set<Store>();
  return {
    name: "PostgreSQL",
    environment: { DATABASE_URL: databaseUrl },
    open: () => opening(stores, { databaseUrl, folder: null }),
    async drop() {
      await closing(stores);
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

async function opening(stores: Set<Store>, options: Parameters<typeof openStore>[0]): Promise<Store> {
  const store = await openStore(options);
  const tracked: Store = {
    ...store,
    async close() {
      stores.delete(tracked);
      await store.close();
    },
  };
  stores.add(tracked);
  return tracked;
}

async function closing(stores: Set<Store>): Promise<void> {
  for (const store of [...stores]) {
    await store.close();
  }
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}
