import { sql } from "kysely";
import type { Database } from "./store.ts";

export interface DeliveryRow {
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  /** null for what concerns the App itself. */
  readonly installationId: number | null;
  readonly repositoryId: number | null;
}

/** Records deliveries; answers the GUIDs that were not known yet. A repeated one changes nothing. */
export async function recordDeliveries(db: Database, rows: readonly DeliveryRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) {
    return new Set();
  }
  const recorded = await sql<{ guid: string }>`
    insert into deliveries (guid, event, action, installation_id, repository_id)
    select guid, event, action, "installationId", "repositoryId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(guid text, event text, action text, "installationId" bigint, "repositoryId" bigint)
    order by guid
    on conflict (guid) do nothing
    returning guid`.execute(db);
  return new Set(recorded.rows.map((row) => row.guid));
}

/** Which of these GUIDs were received. Across installations: the App's own list of deliveries is, too. */
export async function receivedOf(db: Database, guids: readonly string[]): Promise<ReadonlySet<string>> {
  if (guids.length === 0) {
    return new Set();
  }
  const rows = await db.selectFrom("deliveries").select("guid").where("guid", "in", guids).execute();
  return new Set(rows.map((row) => row.guid));
}

/** Since when deliveries are recorded here, by GitHub's clock: nothing older can be missing. The first call says `now`. */
export async function createdAt(db: Database, now: Date): Promise<Date> {
  await db
    .insertInto("birth")
    .values({ born_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { born_at } = await db.selectFrom("birth").select("born_at").executeTakeFirstOrThrow();
  return born_at;
}

/** GitHub redelivers for 3 days (a GHES for 7): older ones need no remembering. Answers how many went. */
export async function pruneDeliveries(db: Database, days = 8): Promise<number> {
  const result = await sql`delete from deliveries where received_at < now() - ${days} * interval '1 day'`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}
