import { sql } from "kysely";
import type { Database } from "./store.ts";
import type { Dispatch } from "./work-items.ts";

/**
 * Says that this process lives and holds these claims. Answers the jobs whose claim it still has, and whether somebody waits
 * for an answer that this look is too old to know of.
 */
export async function renewLeases(
  db: Database,
  jobIds: readonly string[],
  lease: number,
): Promise<ReadonlyMap<string, "kept" | "urgent">> {
  if (jobIds.length === 0) {
    return new Map();
  }
  const { rows } = await sql<{ job_id: string; urgent: boolean }>`
    update looks set lease_until = now() + ${lease} * interval '1 second'
    where owner is not null and lease_until > now() and job_id = any(${sql.val([...jobIds])}::uuid[])
    returning job_id, urgent`.execute(db);
  return new Map(rows.map((row) => [row.job_id, row.urgent ? "urgent" : "kept"]));
}

/**
 * Lets go of what dead processes held: leases that ran out, or with `everyone` all of them (an embedded database has
 * one process, so at its start every other is dead). Answers the looks to wake and the jobs to delete.
 */
export async function releaseLeases(
  db: Database,
  everyone: boolean,
): Promise<{ dispatches: Dispatch[]; jobIds: string[] }> {
  const { rows } = await sql<Dispatch & { job_id: string | null }>`
    with dead as (
      select id, job_id from looks where owner is not null and (${everyone} or lease_until < now())
      for update skip locked
    )
    update looks set owner = null, lease_until = null, job_id = null, running = null, due_at = now()
    from dead where looks.id = dead.id
    returning looks.id as look, 0 as seconds, looks.owed, dead.job_id`.execute(db);
  return {
    dispatches: rows.map(({ look, seconds, owed }) => ({ look, seconds, owed })),
    jobIds: rows.flatMap((row) => (row.job_id === null ? [] : [row.job_id])),
  };
}

/** Looks that are overdue by `seconds`: whatever became of their wake-up call, they get another (one at most counts). */
export async function overdueItems(db: Database, seconds: number): Promise<Dispatch[]> {
  const { rows } = await sql<Dispatch>`
    select id as look, 0 as seconds, owed from looks
    where asked > answered and owner is null and due_at < now() - ${seconds} * interval '1 second'
    order by owed desc, due_at limit 1000`.execute(db);
  return rows;
}

/** Looks that wait for a limit or a next try which is due by `now`, a time as GitHub's clock has it: due at once. */
export async function releaseWaiting(db: Database, now: Date): Promise<Dispatch[]> {
  const { rows } = await sql<Dispatch>`
    update looks set retry_at = null, try_at = null, due_at = now()
    where asked > answered and owner is null and (retry_at <= ${now} or (retry_at is null and try_at <= ${now}))
    returning id as look, 0 as seconds, owed`.execute(db);
  return rows;
}

/** What people wait for in this installation, and failed: due at once. What limits hold back stays so. */
export async function hastenOwed(db: Database, installationId: number): Promise<Dispatch[]> {
  const { rows } = await sql<Dispatch>`
    update looks set try_at = null, due_at = now()
    where installation_id = ${installationId} and owed and asked > answered and owner is null and attempts > 0
      and retry_at is null and due_at > now()
    returning id as look, 0 as seconds, owed`.execute(db);
  return rows;
}

/** Seconds until the next pending look is due (0: one is); null when nothing is pending. */
export async function nextDue(db: Database): Promise<number | null> {
  const { rows } = await sql<{ seconds: number }>`
    select greatest(0, extract(epoch from min(due_at) - now()))::float8 as seconds
    from looks where asked > answered and owner is null having count(*) > 0`.execute(db);
  return rows[0]?.seconds ?? null;
}
