import { sql } from "kysely";
import { migrations } from "./migrations.ts";
import type { Database } from "./store.ts";

export interface Inspection {
  /** PostgreSQL's own, as `18.4`. */
  readonly version: string;
  /** Migrations that the next start brings. */
  readonly missing: readonly string[];
  /** Migrations that only a newer Detoil knows. */
  readonly unknown: readonly string[];
}

/** How a database stands; it only reads. */
export async function inspect(db: Database): Promise<Inspection> {
  const { rows } = await sql<{ version: string; migrated: boolean }>`
    select current_setting('server_version') as version, to_regclass('kysely_migration') is not null as migrated`.execute(
    db,
  );
  const [found] = rows;
  const done = found?.migrated
    ? await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    : { rows: [] };
  const names = done.rows.map(({ name }) => name);
  return {
    version: found?.version ?? "",
    missing: Object.keys(migrations).filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !(name in migrations)),
  };
}
