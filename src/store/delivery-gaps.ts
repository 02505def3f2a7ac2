import { sql } from "kysely";
import type { Database } from "./store.ts";

/** Up to when GitHub's list of deliveries was compared with ours, by GitHub's clock; null: never. */
export async function comparedAt(db: Database): Promise<Date | null> {
  const row = await db.selectFrom("comparison").select("compared_at").executeTakeFirst();
  return row?.compared_at ?? null;
}

export async function noteCompared(db: Database, at: Date): Promise<void> {
  await sql`
    insert into comparison (compared_at) values (${at})
    on conflict (one) do update set compared_at = excluded.compared_at, written_at = excluded.written_at`.execute(db);
}

/**
 * Whether GitHub's list, read to its end, lacks what it should have: a delivery that we received in the last 3 days and
 * before the reading began (`before`, by the machine's clock), or everything, because we have compared nothing for 3 days,
 * which is as long as GitHub keeps deliveries. `seen`: the GUIDs in the list.
 */
export async function knowsOfUnlisted(db: Database, seen: ReadonlySet<string>, before: Date): Promise<boolean> {
  const { rows } = await sql<{ unlisted: boolean }>`
    select exists (
      select 1 from deliveries
      where received_at > now() - interval '3 days' and received_at < ${before}
        and guid <> all(${sql.val([...seen])}::text[])
    ) or exists (select 1 from comparison where written_at < now() - interval '3 days') as unlisted`.execute(db);
  return rows[0]?.unlisted ?? false;
}

/** GitHub no longer listed what it delivered between these times. */
export interface DeliveryGap {
  readonly from: Date;
  readonly to: Date;
}

export async function noteUnlisted(db: Database, from: Date, to: Date): Promise<void> {
  await sql`update comparison set unlisted_from = ${from}, unlisted_to = ${to}, unlisted_at = now()`.execute(db);
}

/** The latest such gap, for two days: by then every automation has reconciled everything at night. */
export async function latestGap(db: Database): Promise<DeliveryGap | null> {
  const { rows } = await sql<DeliveryGap>`
    select unlisted_from as "from", unlisted_to as "to" from comparison
    where unlisted_at > now() - interval '2 days'`.execute(db);
  return rows[0] ?? null;
}
