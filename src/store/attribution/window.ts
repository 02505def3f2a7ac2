import { sql } from "kysely";
import { type Deployment, successfulIn } from "../../metrics/attribution/series.ts";
import type { Shipping } from "../../metrics/attribution/shipping.ts";
import type { Counting } from "../../metrics/counting.ts";
import { failuresOf, type History } from "../../metrics/history.ts";
import type { Incident } from "../../metrics/incidents/incident.ts";
import { countedRecords } from "../../records/counted.ts";
import type { Instant } from "../../records/record.ts";
import { column, readColumns } from "../read-columns.ts";
import { readChanges, readDeployments } from "../records/read.ts";
import type { RecordScope } from "../records/scope.ts";
import type { Transaction } from "../store.ts";
import { type ShippingRow, serviceOf } from "./rows.ts";

interface Place {
  readonly transaction: Transaction;
  readonly scope: RecordScope;
  /** `owner/name` */
  readonly repo: string;
}

/**
 * Of what was computed what windows from `from` on show, and the deployments that incidents in them belong to; `firsts`:
 * deployments that are read in any case.
 */
export async function readSince(
  place: Place,
  counting: Counting,
  from: Instant,
  firsts: readonly string[],
): Promise<History> {
  const incidentRows = await readIncidents(place, from);
  const ids = [...firsts, ...incidentRows.flatMap(({ deployment }) => deployment ?? [])];
  const deployments = await readDeploymentsSince(place, counting, from, ids);
  const byId = new Map(deployments.map((deployment) => [String(deployment.record.id), deployment]));
  const { shippings, rework } = await readShippings(place, from, byId);
  const incidents = incidentRows.map(({ id, numbered, deployment, ...times }): Incident => {
    const cause = deployment === null ? null : (byId.get(deployment) ?? null);
    return { repo: place.repo, id: numbered ? Number(id) : id, ...times, deployment: cause };
  });
  return { deployments, shippings, incidents, failures: failuresOf(incidents), rework };
}

type IncidentRow = Pick<Incident, "openedAt" | "resolvedAt" | "named"> & {
  readonly id: string;
  readonly numbered: boolean;
  readonly deployment: string | null;
};

async function readIncidents({ transaction, scope }: Place, from: Instant): Promise<IncidentRow[]> {
  const { rows } = await sql<IncidentRow>`
    select id, is_numbered as numbered, opened_at as "openedAt", resolved_at as "resolvedAt", is_named as named, deployment
    from linked_incidents
    where installation_id = ${scope.installationId} and repository_id = ${scope.repositoryId}
      and (opened_at >= ${from} or resolved_at >= ${from} or deployed_at >= ${from})`.execute(transaction);
  return rows;
}

/** Merges into a branch are kept as pull requests. */
async function readDeploymentsSince(
  { transaction, scope, repo }: Place,
  { section, lanes, settings }: Counting,
  from: Instant,
  ids: readonly string[],
): Promise<Deployment[]> {
  const named = sql.val([...new Set(ids)]);
  const { merge } = section.deployments;
  const nothing = { commits: [], changes: [], deployments: [], incidents: [] };
  const recorded =
    merge === undefined
      ? {
          ...nothing,
          deployments: await readDeployments(
            transaction,
            scope,
            repo,
            sql`(finished_at >= ${from} or name = any(${named}::text[]))`,
          ),
        }
      : {
          ...nothing,
          changes: await readChanges(
            transaction,
            scope,
            repo,
            sql`base = ${merge} and (merged_at >= ${from} or pull = any(${named}::text[]::bigint[]))`,
          ),
        };
  return successfulIn(countedRecords(recorded, section, lanes).deployments, settings.environments);
}

async function readShippings(
  { transaction, scope, repo }: Place,
  from: Instant,
  byId: ReadonlyMap<string, Deployment>,
): Promise<{ readonly shippings: readonly Shipping[]; readonly rework: ReadonlySet<Deployment> }> {
  const rows = await readColumns<
    Pick<ShippingRow, "pull" | "service" | "waits" | "rework" | "deployment" | "attribution">
  >(
    transaction,
    {
      pull: column("number", sql`pull`),
      service: column("json", sql`service`),
      waits: column("boolean", sql`waits`),
      rework: column("boolean", sql`rework`),
      deployment: column("json", sql`deployment`),
      attribution: column("word", sql`attribution`),
    },
    sql`from shippings
      where installation_id = ${scope.installationId} and repository_id = ${scope.repositoryId}
        and (deployed_at >= ${from} or (deployed_at is null and merged_at >= ${from}))`,
  );
  // By their numbers: a subquery is planned as if there were few of them, until the tables have statistics.
  const pulls = sql.val([...new Set(rows.map(({ pull }) => pull))]);
  const changes = await readChanges(transaction, scope, repo, sql`pull = any(${pulls}::bigint[])`);
  const byPull = new Map(changes.map((change) => [change.pull, change]));
  const rework = new Set<Deployment>();
  const shippings = rows.flatMap((row): Shipping[] => {
    const change = byPull.get(row.pull);
    if (change === undefined) return [];
    const deployment = row.deployment === null ? null : (byId.get(row.deployment) ?? null);
    if (row.rework && deployment !== null) rework.add(deployment);
    return [{ change, service: serviceOf(row), deployment, attribution: row.attribution, waits: row.waits }];
  });
  return { shippings, rework };
}
