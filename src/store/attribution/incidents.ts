import { sql } from "kysely";
import type { Return } from "../../metrics/attribution/attribute.ts";
import type { Deployment } from "../../metrics/attribution/series.ts";
import { type Shipping, shippingsOf } from "../../metrics/attribution/shipping.ts";
import type { Counting } from "../../metrics/counting.ts";
import { allIncidents } from "../../metrics/incidents/all-incidents.ts";
import { hotfixIncidents, revertIncidents, rollbackIncidents } from "../../metrics/incidents/derived.ts";
import type { Incident } from "../../metrics/incidents/incident.ts";
import { linkedIncidents } from "../../metrics/incidents/linked.ts";
import { indexOf } from "../../metrics/incidents/repairs.ts";
import { countedDeployments, countedIncidents } from "../../records/counted.ts";
import type { DeploymentRecord, IncidentRecord } from "../../records/record.ts";
import type { RecordedIncident } from "../../records/recorded.ts";
import { readChanges, readDeployments, readIncidents } from "../records/read.ts";
import { deleteRows, upsertRows } from "../records/upsert.ts";
import { countedAmong } from "./counted.ts";
import { type CountedDeployment, deploymentKey, deploymentsOf, readCounted } from "./counted-deployments.ts";
import { ofRepository, type Place, shas } from "./place.ts";
import { dropPeriodsAt } from "./rework.ts";
import { changeRow, incidentRow, keyOf, linkedIncidentTable, type ShippingRow } from "./rows.ts";
import { readSeries } from "./series-numbers.ts";
import { isSameRow, readShippings } from "./shippings.ts";

/**
 * All incidents of the repository, and the deployments that caused them: there are few, and each may speak for a deployment in
 * place of another. Only what differs is written.
 */
export async function linkIncidents(place: Place, counting: Counting): Promise<void> {
  const { repairing, shipped } = await readRepairs(place, counting);
  const recorded = await readRecorded(place, counting);
  const rows = [
    ...(await readNamed(place, shipped)),
    ...(await readRollbacks(place)),
    ...(await readCausing(place, recorded)),
  ];
  const deployments = deploymentsOf(rows, await readSeries(place), place.repo);
  const byKey = new Map(deployments.map((each) => [deploymentKey(each.finishedAt, String(each.record.id)), each]));
  for (const shipping of repairing) {
    const row = shipped.get(keyOf(changeRow(shipping)));
    if (row === undefined) continue;
    shipping.deployment = byKey.get(deploymentKey(row.deployed_at, row.deployment)) ?? null;
    shipping.attribution = row.attribution;
  }
  const index = indexOf(repairing);
  const incidents = allIncidents(linkedIncidents(recorded, deployments), {
    reverts: revertIncidents(index, counting.settings),
    hotfixes: hotfixIncidents(index, counting.settings),
    rollbacks: rollbackIncidents(rollbacksOf(rows, byKey)),
  });
  await putIncidents(place, incidents);
}

/** The changes that repair others, with those. */
async function readRepairs(place: Place, counting: Counting) {
  const { transaction, scope, repo } = place;
  const repairs = await readChanges(transaction, scope, repo, sql`(reverts is not null or repairs is not null)`);
  const reverted = [...new Set(repairs.flatMap(({ reverts }) => reverts ?? []))];
  const repaired = sql.val([...new Set(repairs.flatMap((change) => change.repairs ?? []))]);
  const changes = [
    ...repairs,
    ...(await readChanges(transaction, scope, repo, sql`sha = any(${shas(reverted)})`)),
    ...(await readChanges(transaction, scope, repo, sql`pull = any(${repaired}::bigint[])`)),
  ];
  const once = [...new Map(changes.map((change) => [change.pull, change])).values()];
  const repairing: Shipping[] = shippingsOf(await countedAmong(place, counting, once), counting.settings.ignoreAuthors);
  const pulls = sql.val([...new Set(once.map(({ pull }) => pull))]);
  const rows = await readShippings(place, sql`pull = any(${pulls}::bigint[])`);
  return { repairing, shipped: new Map(rows.map((row) => [keyOf(row), row])) };
}

/** The deployments that shipped these. */
async function readNamed(place: Place, shipped: ReadonlyMap<string, ShippingRow>): Promise<CountedDeployment[]> {
  const names = sql.val([...new Set([...shipped.values()].map(({ deployment }) => deployment))]);
  return readCounted(place, sql`name = any(${names}::text[])`);
}

/** Those that rolled back another one, and those. */
async function readRollbacks(place: Place): Promise<CountedDeployment[]> {
  const rollbacks = await readCounted(place, sql`replaced is not null`);
  const names = sql.val([...new Set(rollbacks.flatMap(({ replaced }) => replaced ?? []))]);
  return [...rollbacks, ...(await readCounted(place, sql`name = any(${names}::text[])`))];
}

function rollbacksOf(rows: readonly CountedDeployment[], byKey: ReadonlyMap<string, Deployment>): Return[] {
  const once = new Map(rows.map((row) => [deploymentKey(row.finished_at, row.name), row]));
  return [...once].flatMap(([key, { replaced_at, replaced }]) => {
    if (replaced_at === null || replaced === null) return [];
    const [deployment, was] = [byKey.get(key), byKey.get(deploymentKey(replaced_at, replaced))];
    return deployment === undefined || was === undefined ? [] : [{ deployment, replaced: was }];
  });
}

/** Issues that count, each with the deployment that it names. */
async function readRecorded(place: Place, { section }: Counting): Promise<readonly IncidentRecord[]> {
  const recorded = await readIncidents(place.transaction, place.scope, place.repo);
  return countedIncidents(recorded, await deploymentsNamedIn(place, section, recorded), section);
}

/** Git abbreviates a commit to seven digits at least, of which whole bytes are six. */
const SHORTEST = 6;
const SHA = /^[0-9a-f]{7,40}$/i;

/** Everything recorded that may be meant by the names, or by the beginnings of commits, that these incidents give. */
async function deploymentsNamedIn(
  { transaction, scope, repo }: Place,
  section: Counting["section"],
  incidents: readonly RecordedIncident[],
): Promise<readonly DeploymentRecord[]> {
  const names = [...new Set(incidents.flatMap(({ deployment }) => (deployment === null ? [] : [String(deployment)])))];
  if (names.length === 0) return [];
  const starts = names.filter((name) => SHA.test(name)).map((name) => name.slice(0, SHORTEST).toLowerCase());
  const begins =
    starts.length === 0
      ? sql`false`
      : sql`exists (
    select 1 from unnest(${sql.val([...new Set(starts)])}::text[]) as start
    where sha >= decode(start, 'hex') and sha < decode(start || repeat('f', 36), 'hex'))`;
  const numbers = names.filter((name) => /^\d{1,15}$/.test(name));
  const isMerge = section.deployments.merge !== undefined;
  const recorded = isMerge
    ? {
        deployments: [],
        changes: [
          ...(await readChanges(transaction, scope, repo, sql`pull = any(${sql.val(numbers)}::text[]::bigint[])`)),
          ...(await readChanges(transaction, scope, repo, sql`sha is not null and ${begins}`)),
        ],
      }
    : {
        changes: [],
        deployments: await readDeployments(
          transaction,
          scope,
          repo,
          sql`(name = any(${sql.val(names)}::text[]) or ${begins})`,
        ),
      };
  return countedDeployments(recorded, section);
}

/** The deployments that these incidents name, and the latest ones before those that name none. */
async function readCausing(place: Place, incidents: readonly IncidentRecord[]): Promise<CountedDeployment[]> {
  const names = incidents.flatMap(({ deployment }) => (deployment === null ? [] : [String(deployment)]));
  const opened = incidents.flatMap(({ deployment, openedAt }) => (deployment === null ? [openedAt] : []));
  const inScope = ofRepository(place.scope, "one");
  return [
    ...(await readCounted(place, sql`name = any(${sql.val([...new Set(names)])}::text[])`)),
    ...(await readCounted(
      place,
      sql`ctid = any(array(
        select last.row from unnest(${sql.val([...new Set(opened)])}::bigint[]) as opened(at)
        cross join lateral (
          select one.ctid as row from counted_deployments one
          where ${inScope} and one.finished_at < opened.at order by one.finished_at desc, one.place desc limit 1
        ) last))`,
    )),
  ];
}

type IncidentRow = ReturnType<typeof incidentRow>;

async function putIncidents(place: Place, incidents: readonly Incident[]): Promise<void> {
  const { transaction, scope } = place;
  const { rows: before } = await sql<IncidentRow>`
    select id, is_numbered, opened_at, resolved_at, deployed_at, is_named, deployment from linked_incidents
    where ${ofRepository(scope)}`.execute(transaction);
  const known = new Map(before.map((row) => [row.id, row]));
  const changed = incidents.map(incidentRow).filter((row) => {
    const was = known.get(row.id);
    return was === undefined || !isSameRow(row, was);
  });
  const now = new Set(incidents.map(({ id }) => String(id)));
  const gone = before.filter(({ id }) => !now.has(id));
  await deleteRows(transaction, scope, linkedIncidentTable, gone);
  await upsertRows(transaction, scope, linkedIncidentTable, changed);
  const touched = [...gone, ...changed, ...changed.flatMap(({ id }) => known.get(id) ?? [])];
  await dropPeriodsAt(
    place,
    touched.flatMap(({ deployed_at, resolved_at }) => [deployed_at, resolved_at]).filter((time) => time !== null),
  );
}
