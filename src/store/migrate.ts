import type { Kysely } from "kysely";
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
  if ((await unknownMigrations(db, known)).length > 0) {
    throw new StoreProblem(storeText.newer);
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    throw error;
  }
}

/** What the database has seen and this version does not know. Empty for a new database. */
async function unknownMigrations(db: Kysely<Tables>, known: Readonly<Record<string, Migration>>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) {
    return [];
  }
  const done = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  return done.map((row) => row.name).filter((name) => !(name in known));
}
