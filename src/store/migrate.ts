import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { migrations } from "./migrations.ts";
import { StoreProblem } from "./problem.ts";
import type { Tables } from "./tables.ts";
import { storeText } from "./text.ts";

/** Brings the tables up to date. Throws StoreProblem where a newer version was here before. */
export async function migrate(
  db: Kysely<Tables>,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const done = await doneMigrations(db);
  if (done.some((name) => !(name in known))) {
    throw new StoreProblem(storeText.newer);
  }
  // Nearly every start. The migrator would read the catalog of all tables, twice.
  if (done.length === Object.keys(known).length) {
    return;
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    throw error;
  }
}

/** What the database has seen, which this version may not know. Empty for a new database. */
async function doneMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ exists: boolean }>`select to_regclass('kysely_migration') is not null as exists`.execute(
    db,
  );
  if (rows[0]?.exists !== true) {
    return [];
  }
  const done = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  return done.map((row) => row.name);
}
