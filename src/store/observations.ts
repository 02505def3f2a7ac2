import { sql } from "kysely";
import { jsonText } from "./json.ts";
import type { Database } from "./store.ts";

/** Whose observations: one repository's, for one automation. */
export interface ObservationScope {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly automation: string;
}

/** What a webhook or an answer said once, and GitHub's lists do not show yet, or no longer show. */
export interface Observation extends ObservationScope {
  readonly key: string;
  /** Plain JSON; absent: the key says everything. */
  readonly value?: unknown;
}

/** As it is stored. */
export interface ObservationRow {
  readonly key: string;
  readonly value: unknown;
  /** Since it was stored, by the database's clock; of what is asked for again later (`keepObservation`), less. */
  readonly ageSeconds: number;
}

/** After this long a creation, a refusal or a comment is no longer news to anybody. */
const KEPT_DAYS = 30;

/** Stores each once: a key that is known stays as it is. What concerns an unknown or archived repository is skipped. */
export async function observeAll(db: Database, rows: readonly Observation[]): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  await sql`
    insert into observations (installation_id, repository_id, automation, key, value)
    select m."installationId", m."repositoryId", m.automation, m.key, m.value
    from jsonb_to_recordset(${jsonText(rows)}::jsonb)
      as m("installationId" bigint, "repositoryId" bigint, automation text, key text, value jsonb)
    join repositories r on r.installation_id = m."installationId" and r.id = m."repositoryId" and not r.archived
    order by 1, 2, m.automation collate "C", m.key collate "C"
    on conflict do nothing`.execute(db);
}

/** Stores one, in place of what the key said before. */
export async function replaceObservation(
  db: Database,
  { installationId, repositoryId, automation, key, value = null }: Observation,
): Promise<void> {
  await sql`
    insert into observations (installation_id, repository_id, automation, key, value)
    select installation_id, id, ${automation}, ${key}, ${value === null ? null : jsonText(value)}::jsonb from repositories
    where installation_id = ${installationId} and id = ${repositoryId}
    on conflict (installation_id, repository_id, automation, key)
      do update set value = excluded.value, observed_at = excluded.observed_at`.execute(db);
}

export interface ClaimedKey {
  /** The key is ours now: stored without a value, from this moment on. */
  readonly claimed: boolean;
  /** What it said before; null: nothing. */
  readonly former: ObservationRow | null;
}

/**
 * Stores a key without a value before something is done that must not be done twice, unless it is stored already: without a
 * value for less than `unsureSeconds`, or with one for less than `knownSeconds` (null: however long ago). One statement.
 */
export async function claimKey(
  db: Database,
  { installationId, repositoryId, automation }: ObservationScope,
  key: string,
  { unsureSeconds, knownSeconds }: { readonly unsureSeconds: number; readonly knownSeconds: number | null },
): Promise<ClaimedKey> {
  const { rows } = await sql<{ claimed: boolean; key: string | null; value: unknown; ageSeconds: number | null }>`
    with former as (
      select key, value, extract(epoch from now() - observed_at)::float8 as "ageSeconds" from observations
      where installation_id = ${installationId} and repository_id = ${repositoryId} and automation = ${automation}
        and key = ${key}
    ), claimed as (
      insert into observations as o (installation_id, repository_id, automation, key)
      select installation_id, id, ${automation}, ${key} from repositories
      where installation_id = ${installationId} and id = ${repositoryId}
      on conflict (installation_id, repository_id, automation, key) do update set value = null, observed_at = excluded.observed_at
        where extract(epoch from excluded.observed_at - o.observed_at) >=
          case when o.value is null then ${unsureSeconds}::float8 else ${knownSeconds}::float8 end
      returning true
    )
    select exists (select 1 from claimed) as claimed, former.key, former.value, former."ageSeconds"
    from (select 1) as one left join former on true`.execute(db);
  const [row] = rows;
  const former =
    row === undefined || row.key === null || row.ageSeconds === null
      ? null
      : { key: row.key, value: row.value, ageSeconds: row.ageSeconds };
  return { claimed: row?.claimed ?? false, former };
}

/**
 * Somebody still asks for it: it is kept for a month from now. Not as if it were new: what is new may be missing in lists.
 * Written once a day at most.
 */
export async function keepObservation(
  db: Database,
  { installationId, repositoryId, automation }: ObservationScope,
  key: string,
): Promise<void> {
  await sql`
    update observations set observed_at = now() - interval '1 day'
    where installation_id = ${installationId} and repository_id = ${repositoryId} and automation = ${automation}
      and key = ${key} and observed_at < now() - interval '2 days'`.execute(db);
}

/** Those whose keys begin with `prefix`, in order of their keys. */
export async function readObservations(
  db: Database,
  { installationId, repositoryId, automation }: ObservationScope,
  prefix: string,
  { maxAgeSeconds = null }: { readonly maxAgeSeconds?: number | null } = {},
): Promise<ObservationRow[]> {
  const { rows } = await sql<ObservationRow>`
    select key, value, extract(epoch from now() - observed_at)::float8 as "ageSeconds" from observations
    where installation_id = ${installationId} and repository_id = ${repositoryId} and automation = ${automation}
      and starts_with(key, ${prefix})
      and (${maxAgeSeconds}::float8 is null or observed_at > now() - ${maxAgeSeconds}::float8 * interval '1 second')
    order by key collate "C"`.execute(db);
  return rows;
}

export interface RefusedWrite {
  /** `owner/name` */
  readonly repository: string;
  readonly automation: string;
  readonly value: unknown;
}

/** What GitHub refused in the last day, newest first; at most `limit`. For the operator's doctor. `prefix`: of their keys. */
export async function refusedWrites(db: Database, prefix: string, limit = 20): Promise<RefusedWrite[]> {
  const { rows } = await sql<RefusedWrite>`
    select r.owner || '/' || r.name as repository, o.automation, o.value from observations o
    join repositories r on r.installation_id = o.installation_id and r.id = o.repository_id
    where starts_with(o.key, ${prefix}) and o.observed_at > now() - interval '1 day'
    order by o.observed_at desc limit ${limit}`.execute(db);
  return rows;
}

/** Forgets these keys. */
export async function dropObservations(
  db: Database,
  { installationId, repositoryId, automation }: ObservationScope,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) {
    return;
  }
  await sql`
    delete from observations
    where installation_id = ${installationId} and repository_id = ${repositoryId} and automation = ${automation}
      and key = any(${sql.val([...keys])}::text[])`.execute(db);
}

/** Forgets those of a month ago whose keys begin with one of `prefixes`. */
export async function pruneObservations(db: Database, prefixes: readonly string[]): Promise<void> {
  await sql`
    delete from observations
    where observed_at < now() - ${KEPT_DAYS} * interval '1 day'
      and key like any(${sql.val(prefixes.map((prefix) => `${prefix}%`))}::text[])`.execute(db);
}
