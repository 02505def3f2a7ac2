import { sql } from "kysely";
import type { Database } from "./store.ts";

/** One delivery that GitHub is to be asked for again, as far as one reading of its list tells. */
export interface MissedDelivery {
  readonly guid: string;
  readonly event: string;
  readonly installationId: number | null;
  /** Its attempts that did not bring it here, oldest first. */
  readonly attempts: readonly {
    readonly id: number;
    readonly status: string;
    /** It reached a server that did not cope with it. */
    readonly failed: boolean;
  }[];
}

/** Handling that failed so often is not tried again. */
const MOST_FAILURES = 3;
/** Asked for so often, a delivery that never arrived is left to the nightly reconciliation. */
const MOST_ASKS = 20;

/** Remembers what is missing. An attempt that is known already counts once. */
export async function noteMissed(db: Database, missed: readonly MissedDelivery[]): Promise<void> {
  const rows = missed.flatMap(({ guid, event, installationId, attempts }) =>
    attempts.map(({ id, status, failed }) => ({ guid, event, installationId, id, status, failed })),
  );
  if (rows.length === 0) {
    return;
  }
  await sql`
    insert into missed_deliveries as m (guid, event, installation_id, attempt_id, status, failures)
    select r.guid, max(r.event), coalesce("installationId", 0), max(r.id), (array_agg(r.status order by r.id desc))[1],
      count(*) filter (where failed and r.id > coalesce(known.attempt_id, 0))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(guid text, event text, "installationId" bigint, id bigint, status text, failed boolean)
    left join missed_deliveries known on known.guid = r.guid and known.installation_id = coalesce("installationId", 0)
    group by 3, r.guid order by 3, r.guid
    on conflict (installation_id, guid) do update set
      attempt_id = greatest(m.attempt_id, excluded.attempt_id),
      status = case when excluded.attempt_id > m.attempt_id then excluded.status else m.status end,
      settled = m.settled and excluded.attempt_id <= m.attempt_id,
      failures = m.failures + case when excluded.attempt_id > m.attempt_id then excluded.failures else 0 end`.execute(
    db,
  );
  await setAside(db);
}

/** The content of a delivery was refused by the database, or by our own code: it was here, and handling it failed. */
export async function noteRefused(
  db: Database,
  { guid, event, installationId }: Pick<MissedDelivery, "guid" | "event" | "installationId">,
  reason: string,
): Promise<void> {
  await sql`
    insert into missed_deliveries as m (guid, event, installation_id, attempt_id, status, failures)
    values (${guid}, ${event}, ${installationId ?? 0}, 0, ${reason}, 1)
    on conflict (installation_id, guid) do update set failures = m.failures + 1, status = excluded.status`.execute(db);
  await setAside(db);
}

async function setAside(db: Database): Promise<void> {
  await sql`
    update missed_deliveries m set set_aside_at = now()
    where set_aside_at is null and (failures >= ${MOST_FAILURES} or asks >= ${MOST_ASKS})
      and not exists (select 1 from deliveries d where d.installation_id = m.installation_id and d.guid = m.guid)`.execute(
    db,
  );
}

/** These arrived, and GitHub knows it: nobody need be asked for the attempts before. */
export async function settleMissed(db: Database, guids: readonly string[]): Promise<void> {
  if (guids.length > 0) {
    await sql`
      update missed_deliveries set settled = true
      where guid = any(${sql.val([...guids])}::text[]) and not settled`.execute(db);
  }
}

/**
 * What is to be asked for now, oldest first: attempts that GitHub was not asked to repeat yet, and what was asked for and
 * is not here. Not what was set aside.
 */
export async function dueMissed(
  db: Database,
  limit: number,
): Promise<readonly { readonly guid: string; readonly attemptId: number }[]> {
  const { rows } = await sql<{ guid: string; attemptId: number }>`
    select m.guid, attempt_id as "attemptId" from missed_deliveries m
      left join deliveries d on d.installation_id = m.installation_id and d.guid = m.guid
    where set_aside_at is null and not settled and attempt_id > 0
      and (asked_attempt_id is distinct from attempt_id or d.guid is null)
    order by asks, attempt_id limit ${limit}`.execute(db);
  return rows;
}

export async function markAsked(db: Database, guid: string, attemptId: number): Promise<void> {
  await sql`
    update missed_deliveries set asked_attempt_id = ${attemptId}, asks = asks + 1 where guid = ${guid}`.execute(db);
}

/** GitHub does not have it, or no longer. */
export async function dropMissed(db: Database, guid: string): Promise<void> {
  await sql`delete from missed_deliveries where guid = ${guid}`.execute(db);
}

export interface SetAside {
  readonly guid: string;
  readonly event: string;
  /** null: of an installation that is not, or no longer, known. */
  readonly account: string | null;
  readonly failures: number;
  readonly since: Date;
  readonly reason: string;
}

/** What was set aside and has not come in since, newest first; at most `limit`. For the operator's doctor. */
export async function listSetAside(db: Database, limit = 20): Promise<readonly SetAside[]> {
  const { rows } = await sql<SetAside>`
    select m.guid, m.event, i.account, failures, set_aside_at as since, status as reason
    from missed_deliveries m left join installations i on i.id = m.installation_id
      left join deliveries d on d.installation_id = m.installation_id and d.guid = m.guid
    where set_aside_at is not null and d.guid is null order by set_aside_at desc, m.guid limit ${limit}`.execute(db);
  return rows;
}

export async function countSetAside(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from missed_deliveries m
    where set_aside_at is not null and not exists (select 1 from deliveries d
      where d.installation_id = m.installation_id and d.guid = m.guid)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** GitHub no longer has these. */
export async function pruneMissed(db: Database, days = 8): Promise<void> {
  await sql`delete from missed_deliveries where noted_at < now() - ${days} * interval '1 day'`.execute(db);
}
