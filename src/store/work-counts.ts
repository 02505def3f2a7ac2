import { sql } from "kysely";
import type { Database } from "./store.ts";

export interface WorkCounts {
  readonly pending: number;
  readonly running: number;
  /** Of the pending ones: those that GitHub's limits, or our own pace, hold back until a time. */
  readonly throttled: number;
  /** Those that have failed for long: they are tried again, and are not among the pending ones. */
  readonly parked: number;
  /** Seconds since the oldest request that is not covered. */
  readonly oldest: number;
}

/** The queue in numbers, over all installations: for the operator's metrics and doctor. */
export async function countWorkItems(db: Database): Promise<WorkCounts> {
  const { rows } = await sql<WorkCounts>`
    select count(*) filter (where generation > observed_generation and owner is null and parked_at is null)::int as pending,
      count(*) filter (where owner is not null)::int as running,
      -- One that was preempted is due at once, although it has such a time.
      count(*) filter (where generation > observed_generation and owner is null and parked_at is null and retry_at is not null
        and due_at > now())::int as throttled,
      count(*) filter (where parked_at is not null)::int as parked,
      coalesce(greatest(0, extract(epoch from now() - min(requested_at) filter (where generation > observed_generation))), 0)::float8 as oldest
    from work_items`.execute(db);
  return rows[0] ?? { pending: 0, running: 0, throttled: 0, parked: 0, oldest: 0 };
}

/** What GitHub's time has made due, and is not enqueued yet: schedules, and items that asked to be reconciled again. */
export async function countDue(db: Database, now: Date): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    select (select count(*) from schedules where next_at <= ${now})::int + (select count(*) from work_items
      where again_at <= ${now} and generation = observed_generation and owner is null)::int as due`.execute(db);
  return rows[0]?.due ?? 0;
}

export interface LongestWaits {
  /** Seconds until the last of those that limits hold back is tried; 0: there is none. */
  readonly throttled: number;
  /** The same of the parked ones. */
  readonly parked: number;
}

/** For how long limits and failures hold items back. */
export async function longestWaits(db: Database): Promise<LongestWaits> {
  const { rows } = await sql<LongestWaits>`
    select coalesce(greatest(0, extract(epoch from max(due_at) filter (where retry_at is not null) - now())), 0)::float8
        as throttled,
      coalesce(greatest(0, extract(epoch from max(due_at) filter (where parked_at is not null) - now())), 0)::float8
        as parked
    from work_items where generation > observed_generation and owner is null`.execute(db);
  return rows[0] ?? { throttled: 0, parked: 0 };
}

export interface ParkedItem {
  readonly repository: string;
  readonly automation: string;
  readonly target: string;
  readonly since: Date;
  readonly nextTry: Date;
  /** A person waits for an answer. */
  readonly owed: boolean;
  readonly error: string;
}

/** Items that fail again and again: those for which a person waits, then the newest; at most `limit`. For the operator's doctor. */
export async function parkedItems(db: Database, limit = 20): Promise<ParkedItem[]> {
  const { rows } = await sql<ParkedItem>`
    select r.owner || '/' || r.name as repository, automation, target, parked_at as since, due_at as "nextTry", priority = 0 as owed,
      coalesce(error, '') as error
    from work_items join repositories r on r.installation_id = work_items.installation_id and r.id = work_items.repository_id
    where parked_at is not null order by priority = 0 desc, parked_at desc, automation, target limit ${limit}`.execute(
    db,
  );
  return rows;
}

export interface ThrottledInstallation {
  readonly account: string;
  readonly items: number;
  /** Of them, those for which a person waits. */
  readonly owed: number;
  /** By GitHub's clock. */
  readonly from: Date;
  readonly until: Date;
}

/** What limits hold back, by installation; the most first, at most `limit`. For the operator's doctor. */
export async function throttledInstallations(db: Database, limit = 20): Promise<ThrottledInstallation[]> {
  const { rows } = await sql<ThrottledInstallation>`
    select i.account, count(*)::int as items, count(*) filter (where priority = 0)::int as owed, min(retry_at) as "from",
      max(retry_at) as until
    from work_items join installations i on i.id = work_items.installation_id
    where generation > observed_generation and owner is null and retry_at is not null and due_at > now()
    group by i.id, i.account order by items desc, i.account limit ${limit}`.execute(db);
  return rows;
}

/** Whether this automation ever reconciled this repository, or is about to. */
export async function everEnqueued(
  db: Database,
  installationId: number,
  repositoryId: number,
  automation: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("work_items")
    .select("target")
    .where("installation_id", "=", installationId)
    .where("repository_id", "=", repositoryId)
    .where("automation", "=", automation)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
