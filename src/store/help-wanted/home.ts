import { sql } from "kysely";
import type { Database } from "../store.ts";

/** What a home is kept under: its id, which survives renames, or its name where Detoil is not installed. */
export async function homeKey(db: Database, installationId: number, home: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id::text as id from repositories
    where installation_id = ${installationId} and lower(owner || '/' || name) = ${home.toLowerCase()}
    order by id limit 1`.execute(db);
  return rows[0]?.id ?? home.toLowerCase();
}
