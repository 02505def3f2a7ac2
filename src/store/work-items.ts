import { sql } from "kysely";
import type { Database } from "./store.ts";

/** Who waits for an item of work: what comes first is taken first. */
export const priorities = ["command", "webhook", "first", "schedule", "nightly"] as const;
/**
 * `command`: a person waits for the answer. `first`: a repository or automation that was not reconciled before. `nightly`: the
 * safety net, which counts what it finds as drift.
 */
export type Priority = (typeof priorities)[number];

/** What an item is about. Keys lead with the installation, so that a distributed PostgreSQL can shard by it. */
interface ItemKey {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly automation: string;
  readonly target: string;
}

export interface WorkRequest extends ItemKey {
  readonly priority: Priority;
}

/** An item that this process holds. */
export interface Claim extends ItemKey {
  /** Counts the claims of the item: it tells this one from an earlier one (a fencing token). */
  readonly token: number;
  /** Failures since the last reconciliation that went well. */
  readonly attempts: number;
  readonly priority: Priority;
  /** Up to which request it serves: the same number means that nothing was enqueued meanwhile. */
  readonly generation: number;
  /** Seconds between the request and the start. */
  readonly waited: number;
}

/**
 * How the work on a claim ended. `succeeded`: the requests up to its generation are met; else it is due again in `seconds`.
 * `parked`: it has failed so often that people should know; it is still tried again, and is parked until it succeeds.
 */
export interface Outcome extends ItemKey {
  readonly token: number;
  readonly succeeded: boolean;
  readonly attempts: number;
  readonly seconds: number;
  readonly retryAt: Date | null;
  readonly parked: boolean;
  readonly error: string | null;
  /** When it wants to be reconciled again although nothing happens, by GitHub's clock; null: never. */
  readonly againAt: Date | null;
}

/** When an installation has work of a priority: in how many seconds the first of it is due (0 or less: now). */
export interface Agenda {
  readonly installationId: number;
  readonly priority: Priority;
  readonly seconds: number;
}

const KEY = sql`installation_id, repository_id, automation, target`;
/** Columns of a list of keys as JSON. */
const KEYS = sql`"installationId" bigint, "repositoryId" bigint, automation text, target text`;
const IS_WAITING = sql`generation > observed_generation and owner is null`;
const nameOf = (priority: number): Priority => priorities[priority] ?? "nightly";

/** The rows with the keys of `r`. */
const joined = (table: string) =>
  sql`${sql.table(table)}.installation_id = r."installationId" and ${sql.table(table)}.repository_id = r."repositoryId"
    and ${sql.table(table)}.automation = r.automation and ${sql.table(table)}.target = r.target`;

/**
 * Adds requests to their items: one row per key, whatever the number of requests. A repository that is not known (any more)
 * is passed over. Answers in how many seconds the first of what they made due is due; null: they made nothing due.
 *
 * Without functions or subqueries in DO UPDATE: a distributed PostgreSQL takes none there.
 */
export async function enqueueItems(db: Database, requests: readonly WorkRequest[]): Promise<number | null> {
  if (requests.length === 0) return null;
  const list = requests.map((request) => ({ ...request, priority: priorities.indexOf(request.priority) }));
  const { rows } = await sql<{ seconds: number | null }>`
    with requests as (
      select "installationId" as installation_id, "repositoryId" as repository_id, automation, target,
        min(priority)::smallint as priority
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(${KEYS}, priority integer)
      group by 1, 2, 3, 4
    ), enqueued as (
      insert into work_items (${KEY}, generation, observed_generation, priority, requested_at, due_at)
      select r.installation_id, r.repository_id, r.automation, r.target, 1, 0, r.priority, now(), now()
      from requests r join repositories on repositories.installation_id = r.installation_id and id = r.repository_id
      order by r.installation_id, r.repository_id, r.automation collate "C", r.target collate "C"
      on conflict (${KEY}) do update set
        generation = work_items.generation + 1,
        requested_at = case when work_items.generation = work_items.observed_generation then excluded.requested_at
          else work_items.requested_at end,
        due_at = case when excluded.priority = 0 then excluded.due_at
          when work_items.generation = work_items.observed_generation
          then greatest(excluded.due_at, work_items.rests_until)
          -- What failed for long is tried when something happens there, too.
          when work_items.parked_at is not null
          then least(work_items.due_at, greatest(excluded.due_at, work_items.rests_until))
          else work_items.due_at end,
        -- Tries that come early because people ask would use up in seconds what is meant to last for minutes.
        attempts = case when excluded.priority = 0 then 0 else work_items.attempts end,
        priority = case when work_items.owner is not null then work_items.priority
          when work_items.generation = work_items.observed_generation then excluded.priority
          else least(work_items.priority, excluded.priority) end,
        next_priority = case when work_items.owner is not null
          then least(work_items.next_priority, excluded.priority) end
      returning owner, priority, generation, observed_generation, parked_at, due_at
    )
    select extract(epoch from min(due_at) filter (where owner is null and
      (priority = 0 or parked_at is not null or generation = observed_generation + 1)) - now())::float8 as seconds
    from enqueued`.execute(db);
  return rows[0]?.seconds ?? null;
}

/**
 * What waits, by installation and priority. The one question across installations; it costs a few index lookups for each of
 * them, however much they have waiting.
 */
export async function readAgenda(db: Database): Promise<Agenda[]> {
  const { rows } = await sql<{ installationId: number; priority: number; seconds: number }>`
    with recursive waiting(id) as (
      select min(installation_id) from work_items where ${IS_WAITING}
      union all
      select (select min(installation_id) from work_items where installation_id > waiting.id and ${IS_WAITING})
      from waiting where waiting.id is not null
    ), earliest as (
      select id, priority, (select min(due_at) from work_items
        where installation_id = id and work_items.priority = levels.priority and ${IS_WAITING}) as due_at
      from waiting, generate_series(0, ${priorities.length - 1}) as levels(priority) where id is not null
    )
    select id as "installationId", priority, extract(epoch from due_at - now())::float8 as seconds
    from earliest where due_at is not null`.execute(db);
  return rows.map((row) => ({ ...row, priority: nameOf(row.priority) }));
}

export interface ClaimRequest {
  readonly installationId: number;
  /** The least that is taken. */
  readonly priority: Priority;
  readonly limit: number;
  /** The process that claims, and the seconds after which it is taken for dead unless it says that it lives. */
  readonly owner: string;
  readonly lease: number;
}

/**
 * Takes what is due of one installation, first what people wait for. Rows that another transaction holds at this moment are
 * passed over.
 */
export async function claimItems(db: Database, request: ClaimRequest): Promise<Claim[]> {
  const { installationId, owner, lease } = request;
  const { rows } = await sql<Omit<Claim, "priority"> & { priority: number }>`
    with due as (
      select ${KEY} from work_items
      where installation_id = ${installationId} and priority <= ${priorities.indexOf(request.priority)}
        and due_at <= now() and ${IS_WAITING}
      order by priority, due_at limit ${request.limit} for update skip locked
    )
    update work_items set owner = ${owner}, lease_until = now() + ${lease} * interval '1 second', token = token + 1,
      claimed_generation = generation, reconciled_at = now(), retry_at = null, next_priority = null
    from due
    where work_items.installation_id = ${installationId} and work_items.repository_id = due.repository_id
      and work_items.automation = due.automation and work_items.target = due.target
    returning work_items.installation_id as "installationId", work_items.repository_id as "repositoryId",
      work_items.automation, work_items.target, token, attempts, priority, claimed_generation as generation,
      extract(epoch from now() - requested_at)::float8 as waited`.execute(db);
  return rows
    .sort((one, other) => one.priority - other.priority)
    .map((row) => ({ ...row, priority: nameOf(row.priority) }));
}

/**
 * Writes down how the work on claims ended; nothing for those that somebody else has taken over. Answers in how many seconds
 * the first of what is still waiting is due; null: nothing is. `cooldown`: seconds until the next reconciliation of the same
 * target. `now`: GitHub's time, which a simulated one moves.
 */
export async function finishItems(
  db: Database,
  outcomes: readonly Outcome[],
  owner: string,
  cooldown: number,
  now: Date,
): Promise<number | null> {
  const list = sql`jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r(${KEYS}, token bigint, succeeded boolean,
    attempts integer, seconds float8, "retryAt" timestamptz, parked boolean, error text, "againAt" timestamptz)`;
  const { rows } = await sql<{ seconds: number | null }>`
    with held as (
      -- In the order in which requests lock them.
      select r.* from work_items join ${list} on ${joined("work_items")}
      where owner = ${owner} and work_items.token = r.token
      order by installation_id, repository_id, work_items.automation collate "C", work_items.target collate "C"
      for update of work_items
    ), finished as (
      update work_items set
        owner = null, lease_until = null, claimed_generation = null, next_priority = null,
        reconciled_at = now(), rests_until = now() + ${cooldown} * interval '1 second',
        observed_generation = case when r.succeeded then claimed_generation else observed_generation end,
        requested_at = case when r.succeeded then now() else requested_at end,
        priority = case when r.succeeded then coalesce(next_priority, priority) else least(priority, next_priority) end,
        attempts = case when next_priority = 0 then 0 else r.attempts end,
        retry_at = r."retryAt",
        try_at = case when r.succeeded then null else ${now}::timestamptz + r.seconds * interval '1 second' end,
        parked_at = case when r.succeeded then null when r.parked then coalesce(parked_at, now()) else parked_at end,
        error = case when r.succeeded then null else coalesce(r.error, work_items.error) end,
        again_at = case when r.succeeded then r."againAt" else again_at end,
        due_at = case when next_priority = 0 then now() when r.succeeded then now() + ${cooldown} * interval '1 second'
          else now() + r.seconds * interval '1 second' end
      from held r where ${joined("work_items")}
      returning generation > observed_generation as waiting, due_at
    )
    select extract(epoch from min(due_at) filter (where waiting) - now())::float8 as seconds from finished`.execute(db);
  return rows[0]?.seconds ?? null;
}

/** What asked to be reconciled again by `now`, a time as GitHub's clock has it. Answers whether anything is due. */
export async function enqueueAgain(db: Database, now: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update work_items set again_at = null, generation = generation + 1, requested_at = now(),
      due_at = greatest(now(), rests_until), priority = ${priorities.indexOf("schedule")}
    where again_at <= ${now} and generation = observed_generation and owner is null`.execute(db);
  return numAffectedRows > 0n;
}

/**
 * Forgets finished items of what nobody has reconciled for `days`: closed pull requests, milestones and issues.
 * Answers how many went.
 */
export async function pruneItems(db: Database, days = 30): Promise<number> {
  const result = await sql`
    delete from work_items where generation = observed_generation and owner is null and again_at is null
      and reconciled_at < now() - ${days} * interval '1 day'`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}
