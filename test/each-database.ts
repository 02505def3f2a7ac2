import { sql } from "kysely";
import { describe } from "vitest";
import type { Store } from "../src/store/store.ts";
import type { TestDatabase } from "./database/database.ts";
import { embedded } from "./database/embedded.ts";
import { onServer } from "./database/server.ts";
import { LONG } from "./harness/long.ts";

export type { TestDatabase };

/** Empties an open database: a new PGlite folder takes seconds. */
export async function clear(store: Store): Promise<void> {
  await store.db.deleteFrom("installations").execute();
  await store.db.deleteFrom("deliveries").execute();
}

/** SQL as it stands, a statement each. */
export async function execute(store: Store, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(store.db);
}

/** The same tests on the embedded database and on a real PostgreSQL server. */
export function eachDatabase(tests: (create: () => Promise<TestDatabase>) => void): void {
  describe("on PGlite", () => tests(embedded));
  describe("on PostgreSQL", () => tests(onServer));
}

/**
 * On the real server alone: automations behave the same on both, and PGlite takes several times as long. `npm run
 * test:chaos` has it on both.
 */
export function mostlyOnServer(tests: (create: () => Promise<TestDatabase>) => void): void {
  if (LONG) eachDatabase(tests);
  else describe("on PostgreSQL", () => tests(onServer));
}
