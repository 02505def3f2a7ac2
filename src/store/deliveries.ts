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
    select guid, event, action, coalesce("installationId", 0), "repositoryId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(guid text, event text, action text, "installationId" bigint, "repositoryId" bigint)
    order by 4, guid
    on conflict (installation_id, guid) do nothing
    returning guid`.execute(db);
  return new Set(recorded.rows.map((row) => row.guid));
}

/** Whose delivery it is, null for the App's own, and its GUID. */
export type DeliveryKey = Pick<DeliveryRow, "guid" | "installationId">;

/** Which of these were received, by their GUIDs. */
export async function receivedOf(db: Database, deliveries: readonly DeliveryKey[]): Promise<ReadonlySet<string>> {
  if (deliveries.length === 0) return new Set();
  const { rows } = await sql<{ guid: string }>`
    select deliveries.guid from deliveries
    join jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as r(guid text, "installationId" bigint)
      on deliveries.guid = r.guid and installation_id = coalesce("installationId", 0)`.execute(db);
  return new Set(rows.map((row) => row.guid));
}

/** Since when deliveries are recorded here, by GitHub's clock: nothing older can be missing. The first call says `now`. */
export async function createdAt(db: Database, now: Date): Promise<Date> {
  await db
    .insertInto("birth")
    .values({ created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { created_at } = await db.selectFrom("birth").select("created_at").executeTakeFirstOrThrow();
  return created_at;
}

/** GitHub redelivers for 3 days (a GHES for 7): older ones need no remembering. Answers how many went. */
export async function pruneDeliveries(db: Database, days = 8): Promise<number> {
  const result = await sql`delete from deliveries where received_at < now() - ${days} * interval '1 day'`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}
