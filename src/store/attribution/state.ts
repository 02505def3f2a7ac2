import { sql } from "kysely";
import type { Instant } from "../../records/record.ts";
import type { RecordScope } from "../records/scope.ts";
import type { Transaction } from "../store.ts";

/** Nothing that was computed from records is right any more. */
export const EVERYTHING: Instant = Number.MIN_SAFE_INTEGER;

/** What is known of the attributions of one repository. */
export interface AttributionState {
  /** By what they were computed. */
  readonly counting: string;
  /** From this time on they may be wrong; null: they are right. */
  readonly dirtyFrom: Instant | null;
  /** The ids of the first deployment of each series. */
  readonly firstDeployments: readonly string[];
}

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
    insert into attributions (installation_id, repository_id, dirty_from)
    values (${installationId}, ${repositoryId}, ${EVERYTHING}) on conflict do nothing`.execute(transaction);
  const { rows } = await sql<AttributionState>`
    select counting, dirty_from as "dirtyFrom", first_deployments as "firstDeployments" from attributions
    where installation_id = ${installationId} and repository_id = ${repositoryId} for update`.execute(transaction);
  return rows[0] ?? null;
}

export async function putAttributionState(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  { counting, dirtyFrom, firstDeployments }: AttributionState,
): Promise<void> {
  await sql`
    update attributions set counting = ${counting}, dirty_from = ${dirtyFrom},
      first_deployments = ${sql.val([...firstDeployments])}::text[]
    where installation_id = ${installationId} and repository_id = ${repositoryId}`.execute(transaction);
}
