import { sql } from "kysely";
import type { Database } from "./store.ts";

export interface ContentLimit {
  readonly perMinute: number;
  readonly perHour: number;
}

/**
 * Counts one creation, unless as many as `limit` allows were counted within the last minute or hour before `now`
 * (GitHub's clock). Answers null where it was counted, else when there is room. One statement: whoever comes at the same
 * moment waits for the row and then sees what was counted.
 */
export async function reserveContent(
  db: Database,
  installationId: number,
  now: Date,
  limit: ContentLimit,
): Promise<Date | null> {
  const reserved = await tryContent(db, installationId, now, limit);
  if (reserved !== "no row") return reserved;
  await openBudget(db, installationId);
  const again = await tryContent(db, installationId, now, limit);
  return again === "no row" ? null : again;
}

async function tryContent(
  db: Database,
  installationId: number,
  now: Date,
  limit: ContentLimit,
): Promise<Date | null | "no row"> {
  const { rows } = await sql<{ room_at: Date | null }>`
    update content_budgets as c set (times, room_at) = (
      select case when room > ${now} then kept else kept || ${now}::timestamptz end, case when room > ${now} then room end
      from (
        select kept, greatest(
          kept[cardinality(kept) - ${limit.perMinute}::int + 1] + interval '1 minute',
          kept[cardinality(kept) - ${limit.perHour}::int + 1] + interval '1 hour') as room
        from (
          select array(
            select t from unnest(c.times) as t
            where t > ${now}::timestamptz - interval '1 hour' and t < ${now}::timestamptz + interval '1 hour'
            order by t) as kept
        ) as recent
      ) as counted
    )
    where installation_id = ${installationId} returning room_at`.execute(db);
  const [row] = rows;
  return row === undefined ? "no row" : row.room_at;
}

/**
 * Reserves the installation's next write that nobody waits for, `interval` seconds after the one before. Answers null
 * where it may go now, else in how many seconds to ask again; what was not granted is not reserved. One statement, so that
 * two processes never get the same moment: whoever waited for the row must compare with the time at which it got the row
 * (clock_timestamp), for to a statement's own start (now) a grant meanwhile looks like a clock that was put back.
 */
export async function reservePace(db: Database, installationId: number, interval: number): Promise<number | null> {
  const reserved = await tryPace(db, installationId, interval);
  if (reserved !== "no row") return reserved;
  await openBudget(db, installationId);
  const again = await tryPace(db, installationId, interval);
  return again === "no row" ? null : again;
}

async function tryPace(db: Database, installationId: number, interval: number): Promise<number | null | "no row"> {
  const { rows } = await sql<{ seconds: number | null }>`
    update content_budgets as c set paced_at = clock_timestamp()
    where installation_id = ${installationId} and (c.paced_at is null
      or c.paced_at <= clock_timestamp() - ${interval} * interval '1 second'
      or c.paced_at > clock_timestamp() + ${interval} * interval '1 second')
    returning null::float8 as seconds`.execute(db);
  if (rows.length > 0) {
    return null;
  }
  const left = await sql<{ seconds: number }>`
    select greatest(0.01, extract(epoch from paced_at + ${interval} * interval '1 second' - now()))::float8 as seconds
    from content_budgets where installation_id = ${installationId}`.execute(db);
  return left.rows[0]?.seconds ?? "no row";
}

/**
 * Makes the installation's row, unless the installation is gone. Apart, because a distributed PostgreSQL takes neither
 * subqueries nor now() in DO UPDATE.
 */
async function openBudget(db: Database, installationId: number): Promise<void> {
  await sql`
    insert into content_budgets (installation_id, times) select id, '{}' from installations where id = ${installationId}
    on conflict (installation_id) do nothing`.execute(db);
}
