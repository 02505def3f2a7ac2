import { sql } from "kysely";
import type { Deployment } from "../../metrics/attribution/series.ts";
import { type ShownChange, type ShownShipping, shippingsOf } from "../../metrics/attribution/shipping.ts";
import type { Counting } from "../../metrics/counting.ts";
import { failuresOf, type History } from "../../metrics/history.ts";
import type { Incident } from "../../metrics/incidents/incident.ts";
import type { Window } from "../../metrics/settings.ts";
import { withServices } from "../../records/services.ts";
import { column, readColumns } from "../read-columns.ts";
import { readChanges } from "../records/read.ts";
import { deploymentKey, deploymentsOf, firstOfEach, readCounted } from "./counted-deployments.ts";
import { ofRepository, type Place } from "./place.ts";
import { changeRow, keyOf, type ShippingRow, serviceOf } from "./rows.ts";
import { readSeries } from "./series-numbers.ts";
import { readUnshipped } from "./shippings.ts";
import { waitingAmong } from "./waiting.ts";

/** Of what was computed what a window shows, and the deployments that its incidents belong to. */
export async function readWindow(place: Place, counting: Counting, window: Window): Promise<History> {
  const incidentRows = await readLinked(place, window);
  const firsts = await firstOfEach(place);
  const named = sql.val([...new Set(incidentRows.flatMap(({ deployment }) => deployment ?? []))]);
  const rows = [
    ...firsts,
    ...(await readCounted(place, sql`finished_at >= ${window.from}`)),
    ...(await readCounted(place, sql`name = any(${named}::text[]) and finished_at < ${window.from}`)),
  ];
  const deployments = deploymentsOf(rows, await readSeries(place), place.repo);
  const byKey = new Map(deployments.map((each) => [deploymentKey(each.finishedAt, String(each.record.id)), each]));
  const find = (at: number | null, name: string | null) =>
    at === null || name === null ? null : (byKey.get(deploymentKey(at, name)) ?? null);
  const incidents = incidentRows.map(
    ({ id, numbered, deployed_at, deployment, ...known }): Incident => ({
      repo: place.repo,
      id: numbered ? Number(id) : id,
      ...known,
      deployment: find(deployed_at, deployment),
    }),
  );
  const shippings = [...(await readShipped(place, window, find)), ...(await readWaiting(place, counting, window))];
  const rework = new Set(rows.filter((row) => row.rework).flatMap((row) => find(row.finished_at, row.name) ?? []));
  return { deployments, shippings, incidents, failures: failuresOf(incidents), rework };
}

type IncidentRow = Pick<Incident, "openedAt" | "resolvedAt" | "named"> & {
  readonly id: string;
  readonly numbered: boolean;
  readonly deployed_at: number | null;
  readonly deployment: string | null;
};

function readLinked({ transaction, scope }: Place, { from }: Window): Promise<IncidentRow[]> {
  return readColumns<IncidentRow>(
    transaction,
    {
      id: column("json", sql`id`),
      numbered: column("boolean", sql`is_numbered`),
      openedAt: column("number", sql`opened_at`),
      resolvedAt: column("number", sql`resolved_at`),
      named: column("boolean", sql`is_named`),
      deployed_at: column("number", sql`deployed_at`),
      deployment: column("json", sql`deployment`),
    },
    sql`from linked_incidents
      where ${ofRepository(scope)} and (opened_at >= ${from} or resolved_at >= ${from} or deployed_at >= ${from})`,
  );
}

/** Without their merge commits: they have numbers. */
async function readShipped(
  { transaction, scope, repo }: Place,
  { from, to }: Window,
  find: (at: number, name: string) => Deployment | null,
): Promise<ShownShipping[]> {
  const rows = await readColumns<Omit<ShippingRow, "sha">>(
    transaction,
    {
      pull: column("number", sql`pull`),
      service: column("json", sql`service`),
      first_commit_at: column("number", sql`first_commit_at`),
      opened_at: column("number", sql`opened_at`),
      ready_at: column("number", sql`ready_at`),
      first_review_at: column("number", sql`first_review_at`),
      approved_at: column("number", sql`approved_at`),
      merged_at: column("number", sql`merged_at`),
      deployed_at: column("number", sql`deployed_at`),
      deployment: column("json", sql`deployment`),
      attribution: column("word", sql`attribution`),
    },
    sql`from shippings where ${ofRepository(scope)} and deployed_at >= ${from} and deployed_at < ${to}`,
  );
  const changes = new Map(rows.map((row) => [row.pull, shownChange(row, repo)]));
  return rows.map((row) => ({
    change: changes.get(row.pull) ?? shownChange(row, repo),
    service: serviceOf(row),
    deployment: find(row.deployed_at, row.deployment),
    attribution: row.attribution,
    waits: false,
  }));
}

function shownChange(row: Omit<ShippingRow, "sha">, repo: string): ShownChange {
  return {
    repo,
    pull: row.pull,
    sha: null,
    firstCommitAt: row.first_commit_at,
    openedAt: row.opened_at,
    readyAt: row.ready_at,
    firstReviewAt: row.first_review_at,
    approvedAt: row.approved_at,
    mergedAt: row.merged_at,
  };
}

/** What was merged in the window and no deployment has brought so far. */
async function readWaiting(place: Place, counting: Counting, { from, to }: Window): Promise<ShownShipping[]> {
  const rows = await readUnshipped(place, sql`merged_at >= ${from} and merged_at < ${to}`);
  if (rows.length === 0) return [];
  const unshipped = new Set(rows.map(keyOf));
  const pulls = sql.val([...new Set(rows.map(({ pull }) => pull))]);
  const changes = await readChanges(place.transaction, place.scope, place.repo, sql`pull = any(${pulls}::bigint[])`);
  const { section, settings } = counting;
  const shippings = shippingsOf(withServices(changes, section.services), settings.ignoreAuthors).filter((shipping) =>
    unshipped.has(keyOf(changeRow(shipping))),
  );
  const waiting = await waitingAmong(place, shippings);
  return shippings.map((shipping) => ({
    ...shipping,
    change: { ...shipping.change, sha: null },
    waits: waiting.has(shipping),
  }));
}
