import { sql } from "kysely";
import type { ChangeReading, CommitReading } from "../../records/book.ts";
import type { Instant } from "../../records/record.ts";
import type { RecordScope } from "../records/scope.ts";
import type { Transaction } from "../store.ts";
import { ofRepository } from "./place.ts";
import { reachedFrom } from "./reached.ts";
import { type AttributionState, earlier } from "./state.ts";

export interface ChangeKey {
  readonly pull: number;
}

export interface DeploymentKey {
  readonly source: string;
  readonly id: string;
}

interface DeploymentRow extends DeploymentKey {
  readonly finished_at?: Instant | null;
  readonly name?: string | null;
}

/** While it was open, what was merged into its head became part of it. */
interface OpenTime {
  readonly pull: number;
  readonly head: string;
  readonly opened_at: Instant;
  readonly merged_at: Instant;
}

interface Before {
  readonly openTimes: readonly OpenTime[];
  readonly deployments: readonly DeploymentRow[];
}

interface Recorded {
  readonly state: AttributionState;
  readonly before: Before;
  readonly now: {
    readonly commits: readonly CommitReading[];
    readonly changes: readonly ChangeReading[];
    readonly deployments: readonly DeploymentRow[];
  };
  readonly changed: {
    /** How many are new. */
    readonly commits: number;
    readonly changes: readonly ChangeKey[];
    readonly deployments: readonly DeploymentKey[];
    readonly incidents: readonly unknown[];
  };
}

export const NOTHING: Before = { openTimes: [], deployments: [] };

/** What is in force of the records that these are stored over. */
export async function readBefore(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  changes: readonly ChangeReading[],
  deployments: readonly DeploymentRow[],
): Promise<Before> {
  const pulls = sql.val(changes.map(({ key }) => key));
  const { rows: openTimes } =
    changes.length === 0
      ? { rows: [] }
      : await sql<OpenTime>`
    select pull, head, opened_at, merged_at from changes
    where installation_id = ${installationId} and repository_id = ${repositoryId} and pull = any(${pulls}::bigint[])
      and not fork and opened_at is not null and merged_at is not null`.execute(transaction);
  const [sources, ids] = [deployments.map(({ source }) => source), deployments.map(({ id }) => id)];
  const { rows: known } =
    deployments.length === 0
      ? { rows: [] }
      : await sql<DeploymentRow>`
    select source, id, started_at, finished_at, is_numbered, encode(sha, 'hex') as sha, environment, service, status, name,
      changes
    from deployments
    where installation_id = ${installationId} and repository_id = ${repositoryId}
      and (source, id) in (select * from unnest(${sql.val(sources)}::text[], ${sql.val(ids)}::text[]))`.execute(
          transaction,
        );
  return { openTimes, deployments: known };
}

/**
 * Notes what of everything computed is to be computed again: deployments from some time on, these changes and those that may
 * be part of them, and incidents.
 */
export async function notice(
  transaction: Transaction,
  scope: RecordScope,
  { state, before, now, changed }: Recorded,
): Promise<AttributionState> {
  let { dirtyFrom, purgeFrom } = state;
  if (changed.commits > 0) {
    // A series that had come to one of them went no further.
    const shas = now.commits.map(({ record }) => record.sha);
    dirtyFrom = earlier(dirtyFrom, await reachedFrom(transaction, scope, shas));
  }
  const names: string[] = [];
  for (const { is, was } of changedDeployments(changed.deployments, before.deployments, now.deployments)) {
    names.push(...[is?.name, was?.name].filter((name) => typeof name === "string"));
    dirtyFrom = earlier(dirtyFrom, earlier(is?.finished_at ?? null, was?.finished_at ?? null));
    purgeFrom = earlier(purgeFrom, was?.finished_at ?? null);
  }
  await noteStale(transaction, scope, changed.changes, [...before.openTimes, ...openTimes(now.changes)]);
  const isTold = changed.incidents.length > 0 || (await areNamed(transaction, scope, names));
  const incidentsStale = state.incidentsStale || isTold;
  const isSame =
    dirtyFrom === state.dirtyFrom && purgeFrom === state.purgeFrom && incidentsStale === state.incidentsStale;
  return isSame ? state : { ...state, dirtyFrom, purgeFrom, incidentsStale };
}

/** Whether some incident names one of these: also one that has failed decides what the name means. */
async function areNamed(transaction: Transaction, scope: RecordScope, names: readonly string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const { rows } = await sql`
    select 1 from incidents where ${ofRepository(scope)} and deployment = any(${sql.val([...names])}::text[]) limit 1`.execute(
    transaction,
  );
  return rows.length > 0;
}

/** Those of which more has changed than when GitHub says that they were updated. */
function changedDeployments(
  changed: readonly DeploymentKey[],
  before: readonly DeploymentRow[],
  now: readonly DeploymentRow[],
): { readonly is: DeploymentRow | undefined; readonly was: DeploymentRow | undefined }[] {
  const keyOf = ({ source, id }: DeploymentKey) => `${source}/${id}`;
  const [was, is] = [before, now].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return changed
    .map((key) => ({ is: is?.get(keyOf(key)), was: was?.get(keyOf(key)) }))
    .filter((pair) => pair.was === undefined || contentOf(pair.is) !== contentOf(pair.was));
}

function contentOf(row: DeploymentRow | undefined): string {
  const { version: _, ...content } = { version: 0, ...row };
  const known = Object.entries(content).filter(([, value]) => value !== null);
  return JSON.stringify(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function openTimes(changes: readonly ChangeReading[]): OpenTime[] {
  return changes.flatMap(({ key, record }) => {
    if (record === null || record.fork || record.openedAt === null || record.mergedAt === null) return [];
    return [{ pull: key, head: record.head, opened_at: record.openedAt, merged_at: record.mergedAt }];
  });
}

async function noteStale(
  transaction: Transaction,
  { installationId, repositoryId }: RecordScope,
  changed: readonly ChangeKey[],
  open: readonly OpenTime[],
): Promise<void> {
  if (changed.length === 0) return;
  const pulls = new Set(changed.map(({ pull }) => pull));
  const times = open.filter(({ pull }) => pulls.has(pull));
  const [heads, opened, merged] = [
    times.map(({ head }) => head),
    times.map(({ opened_at }) => opened_at),
    times.map(({ merged_at }) => merged_at),
  ];
  // Looked up one by one: without statistics a join would read all changes.
  await sql`
    insert into stale_changes (installation_id, repository_id, pull)
    select ${installationId}::bigint, ${repositoryId}::bigint, stale.pull from (
      select unnest(${sql.val([...pulls])}::bigint[]) as pull
      union
      select part.pull
      from unnest(${sql.val(heads)}::text[], ${sql.val(opened)}::bigint[], ${sql.val(merged)}::bigint[])
        as whole(head, opened_at, merged_at)
      cross join lateral (
        select pull from changes
        where installation_id = ${installationId} and repository_id = ${repositoryId} and base = whole.head
          and merged_at between whole.opened_at and whole.merged_at
        offset 0
      ) part
    ) stale
    order by stale.pull
    on conflict do nothing`.execute(transaction);
}
