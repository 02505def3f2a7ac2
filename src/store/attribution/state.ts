import { sql } from "kysely";
import type { Instant } from "../../records/record.ts";
import type { RecordScope } from "../records/scope.ts";
import type { Transaction } from "../store.ts";

/** Nothing that was computed from records is right any more. */
export const EVERYTHING: Instant = Number.MIN_SAFE_INTEGER;

/** What is known of the attributions of one repository. */
export interface AttributionState {
  /** By which settings they were computed. */
  readonly counting: string;
  /** By which settings the numbers of periods were. */
  readonly periodsBy: string;
  /** Deployments that finished from then on are to be attributed; null: none is. */
  readonly dirtyFrom: Instant | null;
  /** What is said to be reached from then on may not be reached at all; null: it is. */
  readonly purgeFrom: Instant | null;
  /** Of pull requests with higher numbers it is not known which are not shipped; null: it is known of all. */
  readonly unshippedAfter: number | null;
  readonly incidentsStale: boolean;
}

/** As a repository begins, and whenever other settings decide. */
export const FROM_THE_START = {
  dirtyFrom: EVERYTHING,
  purgeFrom: EVERYTHING,
  unshippedAfter: -1,
  incidentsStale: true,
} as const satisfies Partial<AttributionState>;

/**
 * Until the transaction ends nobody else records, or attributes, anything of this repository, and it is not removed. null: it
 * is not there. The repository comes before its rows, as where it is removed.
 */
export async function lockAttributions(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
): Promise<AttributionState | null> {
  const { rows: repositories } = await sql`
    select 1 from repositories where installation_id = ${installationId} and id = ${repositoryId} for key share`.execute(
    transaction,
  );
  if (repositories.length === 0) return null;
  await sql`
    insert into attributions (installation_id, repository_id)
    values (${installationId}, ${repositoryId}) on conflict do nothing`.execute(transaction);
  const { rows } = await sql<AttributionState>`
    select counting, periods_by as "periodsBy", dirty_from as "dirtyFrom", purge_from as "purgeFrom",
      unshipped_after as "unshippedAfter", incidents_stale as "incidentsStale"
    from attributions
    where installation_id = ${installationId} and repository_id = ${repositoryId} for update`.execute(transaction);
  return rows[0] ?? null;
}

export async function putAttributionState(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  state: AttributionState,
): Promise<void> {
  await sql`
    update attributions set counting = ${state.counting}, periods_by = ${state.periodsBy}, dirty_from = ${state.dirtyFrom},
      purge_from = ${state.purgeFrom}, unshipped_after = ${state.unshippedAfter}, incidents_stale = ${state.incidentsStale}
    where installation_id = ${installationId} and repository_id = ${repositoryId}`.execute(transaction);
}

/** The earlier of two times; null: none. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
