import { sql } from "kysely";
import type { Database } from "./store.ts";

/** One look that something asks for. */
export interface WorkRequest {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly automation: string;
  readonly target: string;
  /** Asked by the nightly safety net, which counts what it finds. */
  readonly nightly?: boolean;
  /** A person waits for it: due now, whatever it was put off for. */
  readonly urgent?: boolean;
}

/** Looks that need a wake-up call: those without one, and those whose call comes too late. */
export interface Enqueued {
  readonly fresh: readonly Dispatch[];
  readonly expedited: readonly Dispatch[];
}

/** A look that needs a wake-up call, in so many seconds; `owed`: before those for which nobody waits. */
export interface Dispatch {
  readonly look: number;
  readonly seconds: number;
  readonly owed: boolean;
}

/** A look that this process holds. `jobId` is new each time: it tells a claim from an earlier one. */
export interface Claim {
  readonly id: number;
  readonly jobId: string;
  readonly installationId: number;
  readonly repositoryId: number;
  readonly automation: string;
  readonly target: string;
  /** Failures since the last look that went well. */
  readonly attempts: number;
  readonly nightly: boolean;
  /** Up to which ask it answers: the same number means that nobody asked meanwhile. */
  readonly generation: number;
  /** A person asked, and has not been answered. */
  readonly owed: boolean;
  /** Seconds between the ask and the start. */
  readonly waited: number;
}

/**
 * How a look ended: `answered` says whether its asks are met; else it is due again in `seconds`. `parked`: it has failed so
 * often that people should know; it is still tried again, and is parked until a look goes well.
 */
export interface Outcome {
  readonly id: number;
  readonly jobId: string;
  readonly succeeded: boolean;
  readonly attempts: number;
  readonly seconds: number;
  readonly retryAt: Date | null;
  readonly parked: boolean;
  readonly error: string | null;
}

const KEY = sql`installation_id, repository_id, automation collate "C", target collate "C"`;

/**
 * Asks for looks: one row per (installation, repository, automation, target), whatever the number of asks. A repository
 * that is not known (any more) is passed over. Answers which looks need a wake-up call; the others have one, or run.
 * `settle`: seconds from a look to the next one, unless it is urgent.
 */
export async function enqueueItems(
  db: Database,
  requests: readonly WorkRequest[],
  cooldown: number,
): Promise<Enqueued> {
  if (requests.length === 0) {
    return { fresh: [], expedited: [] };
  }
  const { rows } = await sql<Dispatch & { fresh: boolean }>`
    with asks as (
      select "installationId" as installation_id, "repositoryId" as repository_id, automation, target,
        bool_and(coalesce(nightly, false)) as nightly, bool_or(coalesce(urgent, false)) as urgent
      from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as r("installationId" bigint, "repositoryId" bigint,
        automation text, target text, nightly boolean, urgent boolean)
      group by 1, 2, 3, 4
    ), asked as (
      insert into looks (installation_id, repository_id, automation, target, asked, answered, asked_at, due_at, nightly,
        urgent, owed)
      select a.installation_id, a.repository_id, a.automation, a.target, 1, 0, now(), now(), a.nightly, a.urgent, a.urgent
      from asks a join repositories r on r.installation_id = a.installation_id and r.id = a.repository_id
      order by a.installation_id, a.repository_id, a.automation collate "C", a.target collate "C"
      on conflict (installation_id, repository_id, automation, target) do update set
        asked = looks.asked + 1,
        asked_at = case when looks.asked = looks.answered then now() else looks.asked_at end,
        due_at = case when excluded.urgent then now()
          when looks.asked = looks.answered
          then greatest(now(), looks.looked_at + ${cooldown} * interval '1 second')
          -- What failed for long is tried when something happens there, too.
          when looks.parked_at is not null
          then least(looks.due_at, greatest(now(), looks.looked_at + ${cooldown} * interval '1 second'))
          else looks.due_at end,
        -- Tries that come early because people ask would use up in seconds what is meant to last for minutes.
        attempts = case when excluded.urgent then 0 else looks.attempts end,
        nightly = excluded.nightly and (looks.nightly or looks.asked = looks.answered),
        urgent = excluded.urgent or looks.urgent,
        owed = excluded.urgent or looks.owed
      returning id, asked, answered, owner, due_at, urgent, owed, parked_at
    )
    select id as look, greatest(0, extract(epoch from due_at - now()))::float8 as seconds,
      asked = answered + 1 as fresh, owed
    from asked where owner is null and (urgent or parked_at is not null or asked = answered + 1)`.execute(db);
  const wakesOf = (fresh: boolean) =>
    rows.filter((row) => row.fresh === fresh).map(({ look, seconds, owed }) => ({ look, seconds, owed }));
  return { fresh: wakesOf(true), expedited: wakesOf(false) };
}

/**
 * Takes the looks that these jobs woke us for, for `lease` seconds. Answers what it got; those that another
 * transaction holds at this moment are in `busy` (they need a new wake-up call), the rest need no look.
 */
export async function claimItems(
  db: Database,
  jobs: readonly { readonly id: string; readonly look: number }[],
  owner: string,
  lease: number,
): Promise<{ claims: Claim[]; busy: Dispatch[] }> {
  const list = JSON.stringify(jobs);
  // Waiting here for an asker, who may wait for our job, would be a deadlock: skip locked.
  const free = await sql<{ id: number }>`
    select id from looks where id in (select look from jsonb_to_recordset(${list}::jsonb) as r(look bigint))
    for update skip locked`.execute(db);
  const ids = new Set(free.rows.map((row) => row.id));
  const { rows } = await sql<Claim>`
    update looks set owner = ${owner}, lease_until = now() + ${lease} * interval '1 second', job_id = r.id,
      running = asked, looked_at = now(), retry_at = null, urgent = false
    from jsonb_to_recordset(${list}::jsonb) as r(id uuid, look bigint)
    where looks.id = r.look and looks.id = any(${sql.val([...ids])}::bigint[])
      and asked > answered and (owner is null or lease_until < now())
    returning looks.id, looks.job_id as "jobId", installation_id as "installationId", repository_id as "repositoryId",
      automation, target, attempts, nightly, owed, running as generation,
      extract(epoch from now() - asked_at)::float8 as waited`.execute(db);
  const existing =
    ids.size === jobs.length
      ? []
      : (
          await db
            .selectFrom("looks")
            .select(["id", "owed"])
            .where(
              "id",
              "in",
              jobs.map((job) => job.look),
            )
            .execute()
        ).map((row) => ({ look: row.id, seconds: 0, owed: row.owed }));
  return { claims: rows, busy: existing.filter(({ look }) => !ids.has(look)) };
}

/**
 * Writes down how looks ended. Answers which of them are still pending, with the seconds until they are due, and
 * nothing about those that somebody else has taken over. `now`: GitHub's time, which a simulated one moves.
 */
export async function finishItems(
  db: Database,
  outcomes: readonly Outcome[],
  cooldown: number,
  now: Date,
): Promise<Dispatch[]> {
  const list = JSON.stringify(outcomes);
  await sql`
    select 1 from looks where id in (select id from jsonb_to_recordset(${list}::jsonb) as r(id bigint))
    order by ${KEY} for update`.execute(db);
  const { rows } = await sql<Dispatch & { pending: boolean }>`
    update looks set
      owner = null, lease_until = null, job_id = null, running = null, looked_at = now(),
      answered = case when r.succeeded then running else looks.answered end,
      asked_at = case when r.succeeded then now() else asked_at end,
      nightly = case when r.succeeded then false else nightly end,
      -- Urgent by now: asked so while it ran.
      attempts = case when looks.urgent then 0 else r.attempts end,
      owed = case when r.succeeded then looks.urgent else looks.owed end,
      retry_at = r."retryAt",
      try_at = case when r.succeeded then null else ${now}::timestamptz + r.seconds * interval '1 second' end,
      parked_at = case when r.succeeded then null when r.parked then coalesce(parked_at, now()) else parked_at end,
      error = case when r.succeeded then null else coalesce(r.error, looks.error) end,
      due_at = case when looks.urgent then now() when r.succeeded then now() + ${cooldown} * interval '1 second'
        else now() + r.seconds * interval '1 second' end
    from jsonb_to_recordset(${list}::jsonb) as r(id bigint, "jobId" uuid, succeeded boolean, attempts integer,
      seconds float8, "retryAt" timestamptz, parked boolean, error text)
    where looks.id = r.id and looks.job_id = r."jobId"
    returning looks.id as look, looks.asked > looks.answered as pending, looks.owed,
      greatest(0, extract(epoch from due_at - now()))::float8 as seconds`.execute(db);
  return rows.filter((row) => row.pending).map(({ look, seconds, owed }) => ({ look, seconds, owed }));
}

/**
 * Forgets finished looks at what nobody has looked at for `days`: closed pull requests, milestones and issues. Those of
 * `kept` stay: that an automation looked at a repository at all says something there. Answers how many went.
 */
export async function pruneItems(db: Database, kept: string, days = 30): Promise<number> {
  const result = await sql`
    delete from looks where asked = answered and owner is null and automation <> ${kept}
      and looked_at < now() - ${days} * interval '1 day'`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}
