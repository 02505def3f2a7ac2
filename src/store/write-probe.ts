import { sql } from "kysely";
import type { Database } from "./store.ts";

/** Writes, and changes nothing: it throws where nothing can be stored (a lost database, a full disk, a standby). */
export async function writeProbe(db: Database): Promise<void> {
  await sql`update birth set created_at = created_at`.execute(db);
}
