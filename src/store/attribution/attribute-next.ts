import { sql } from "kysely";
import type { Return } from "../../metrics/attribution/attribute.ts";
import type { Deployment } from "../../metrics/attribution/series.ts";
import { type Shipping, shippingsOf } from "../../metrics/attribution/shipping.ts";
import type { Counting } from "../../metrics/counting.ts";
import type { Instant } from "../../records/record.ts";
import type { RecordedChange } from "../../records/recorded.ts";
import { knownCommits, readChanges } from "../records/read.ts";
import { deleteRows, upsertRows } from "../records/upsert.ts";
import { refreshStatistics } from "../statistics.ts";
import { countedAmong, deploymentsBetween, timesFrom } from "./counted.ts";
import {
  type CountedDeployment,
  deploymentKey,
  deploymentsOf,
  lastBefore,
  readCounted,
} from "./counted-deployments.ts";
import { dropPeriods } from "./periods.ts";
import { type Place, shas } from "./place.ts";
import { isBehind, reachedBefore, unreached } from "./reached.ts";
import { updateRework } from "./rework.ts";
import {
  changeRow,
  countedDeploymentTable,
  keyOf,
  nameOf,
  reachedTable,
  type ShippingRow,
  shippingRow,
  shippingTable,
  unshippedTable,
} from "./rows.ts";
import { readSeries, seriesName, seriesNumbers } from "./series-numbers.ts";
import { isSameRow, readShippings, unshippedRow } from "./shippings.ts";
import { modeOf, SeriesStep } from "./step.ts";
import { touchLinks, touchRepairs } from "./touched-incidents.ts";

const FOREVER: Instant = Number.MAX_SAFE_INTEGER;

/** So many at once: what else the embedded database is asked for waits. */
export interface Batch {
  readonly deployments: number;
  readonly commits: number;
}

export interface Attributed {
  /** From when on there are more deployments; null: there are none. */
  readonly next: Instant | null;
  /** Incidents may belong to other deployments now. */
  readonly touchesIncidents: boolean;
}

/** Attributes what the next deployments from then on have brought, some of them. */
export async function attributeNext(
  place: Place,
  counting: Counting,
  from: Instant,
  { deployments: most, commits }: Batch,
): Promise<Attributed> {
  const times = await timesFrom(place, counting, from, most);
  // What finished at the same time is attributed at once.
  const until = times === null || times.next === null ? FOREVER : Math.max(times.next, times.first + 1);
  const deployments = await deploymentsBetween(place, counting, from, until);
  const steps = await stepsOf(place, deployments, from, most === 1 ? null : commits);
  if (steps === null) {
    const fewer = Math.max(1, Math.floor(most / 4));
    return attributeNext(place, counting, from, { deployments: fewer, commits });
  }
  const { shippings, rollbacks } = await attributed(place, counting, from, steps);
  const changed = await putShippings(place, counting, { from, until }, shippings);
  const moved = await putDeployments(place, { from, until }, steps, rollbacks);
  await refreshStatistics(place.transaction, ["counted_deployments", "shippings"]);
  await updateRework(place, counting.settings, sql`one.finished_at >= ${from} and one.finished_at < ${until}`);
  await dropPeriods(place, sql`to_at > ${from}`);
  const touchesIncidents = (await touchRepairs(place, changed)) || (await touchLinks(place, moved));
  return { next: until === FOREVER ? null : until, touchesIncidents };
}

/** What each series deploys of it; null: there are more than so many commits in it. */
async function stepsOf(
  place: Place,
  deployments: readonly Deployment[],
  from: Instant,
  mostCommits: number | null,
): Promise<SeriesStep[] | null> {
  const numbers = await seriesNumbers(
    place,
    deployments.map(({ record }) => record),
  );
  const groups = [...Map.groupBy(deployments, ({ record }) => numbers.get(seriesName(record)) ?? 0)];
  const series = await readSeries(place);
  const before = await lastBefore(
    place,
    groups.map(([number]) => number),
    from,
  );
  const previous = new Map(before.map((row) => [row.series, deploymentsOf([row], series, place.repo)[0] ?? null]));
  const tips = [...new Set(deployments.flatMap(({ record }) => record.sha ?? []))];
  const known = await knownCommits(place.transaction, place.scope, tips);
  const steps: SeriesStep[] = [];
  let left = mostCommits;
  for (const [number, group] of groups) {
    const own = [...new Set(group.flatMap(({ record }) => record.sha ?? []))];
    const most = left === null ? Number.MAX_SAFE_INTEGER : left + 1;
    const walked = await unreached(place, number, own, from, most);
    if (left !== null) {
      left -= walked.length;
      if (left < 0) return null;
    }
    const reached = await reachedBefore(place, number, own, from);
    steps.push(
      new SeriesStep({ number, deployments: group, previous: previous.get(number) ?? null, walked, reached, known }),
    );
  }
  return steps;
}

/** Gives the changes that these deployments may have brought to those that did. */
async function attributed(place: Place, counting: Counting, from: Instant, steps: readonly SeriesStep[]) {
  const recorded = new Map<number, RecordedChange>();
  const add = (changes: readonly RecordedChange[]) => {
    for (const change of changes) recorded.set(change.pull, change);
  };
  const { transaction, scope, repo } = place;
  const names = [...new Set(steps.flatMap((step) => step.mayBring()))];
  if (names.length > 0) add(await readChanges(transaction, scope, repo, sql`sha = any(${shas(names)})`));
  const times = steps.flatMap((step) => step.mergedBetween());
  if (times.length > 0) {
    const after = Math.min(...times.map((time) => time.after));
    const until = Math.max(...times.map((time) => time.until));
    add(await readChanges(transaction, scope, repo, sql`merged_at > ${after} and merged_at <= ${until}`));
  }
  const changes = await countedAmong(place, counting, [...recorded.values()]);
  const pulls = sql.val(changes.map(({ pull }) => pull));
  const earlier = await readShippings(place, sql`pull = any(${pulls}::bigint[]) and deployed_at < ${from}`);
  const taken = new Set(earlier.map(keyOf));
  const shippings = shippingsOf(changes, counting.settings.ignoreAuthors).filter(
    (shipping) => !taken.has(keyOf(changeRow(shipping))),
  );
  const returns: (Return & { readonly series: number })[] = [];
  for (const step of steps)
    for (const each of step.attribute(shippings)) returns.push({ ...each, series: step.number });
  await putReached(place, steps);
  return { shippings, rollbacks: counting.settings.rollbacks ? await rollbacksAmong(place, returns) : [] };
}

/** Of what is put in place by now is asked when each commit was reached. */
async function rollbacksAmong(
  place: Place,
  returns: readonly (Return & { readonly series: number })[],
): Promise<Return[]> {
  const rollbacks: Return[] = [];
  for (const each of returns) {
    const [older, newer] = [each.deployment.record.sha, each.replaced.record.sha];
    if (older === null || newer === null || older === newer) continue;
    if (await isBehind(place, each.series, older, newer)) rollbacks.push(each);
  }
  return rollbacks;
}

interface Between {
  readonly from: Instant;
  readonly until: Instant;
}

/** In place of what was shipped in this time by what was known before. Answers what is other than before. */
async function putShippings(
  place: Place,
  counting: Counting,
  { from, until }: Between,
  shippings: readonly Shipping[],
): Promise<ShippingRow[]> {
  const { transaction, scope } = place;
  const before = await readShippings(place, sql`deployed_at >= ${from} and deployed_at < ${until}`);
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const rows = shippings.map(shippingRow).filter((row) => row !== null);
  const changed = rows.filter((row) => {
    const was = known.get(keyOf(row));
    known.delete(keyOf(row));
    return was === undefined || !isSameRow(row, was);
  });
  await upsertRows(transaction, scope, shippingTable, changed);
  await deleteRows(transaction, scope, unshippedTable, changed);
  const lost = [...known.values()];
  await loseShippings(place, counting, lost);
  return [...changed, ...lost];
}

/** They are no longer shipped. A later deployment may bring them, and some may no longer count at all. */
async function loseShippings(place: Place, counting: Counting, rows: readonly ShippingRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { transaction, scope, repo } = place;
  await deleteRows(transaction, scope, shippingTable, rows);
  const pulls = sql.val([...new Set(rows.map(({ pull }) => pull))]);
  const recorded = await readChanges(transaction, scope, repo, sql`pull = any(${pulls}::bigint[])`);
  const counted = shippingsOf(await countedAmong(place, counting, recorded), counting.settings.ignoreAuthors);
  const lost = new Set(rows.map(keyOf));
  const unshipped = counted.map(changeRow).filter((row) => lost.has(keyOf(row)));
  await upsertRows(transaction, scope, unshippedTable, unshipped.map(unshippedRow));
}

async function putReached({ transaction, scope }: Place, steps: readonly SeriesStep[]): Promise<void> {
  for (const step of steps) await upsertRows(transaction, scope, reachedTable, step.reached());
}

/** Answers what is other than before: as it was, and as it is. */
async function putDeployments(
  place: Place,
  { from, until }: Between,
  steps: readonly SeriesStep[],
  rollbacks: readonly Return[],
): Promise<CountedDeployment[]> {
  const { transaction, scope } = place;
  const replaced = new Map(rollbacks.map((each) => [each.deployment, each.replaced]));
  const places = placesOf(steps.flatMap((step) => step.deployments));
  const rows = steps.flatMap((step) =>
    step.deployments.map((deployment) => ({
      ...rowOf(deployment, step, replaced.get(deployment) ?? null),
      place: places.get(deployment) ?? 0,
    })),
  );
  const before = await readCounted(place, sql`finished_at >= ${from} and finished_at < ${until}`);
  const formerly = new Map(before.map((row) => [deploymentKey(row.finished_at, row.name), row]));
  const known = new Map(formerly);
  const changed = rows.flatMap((row) => {
    const key = deploymentKey(row.finished_at, row.name);
    const was = known.get(key);
    known.delete(key);
    const kept = { ...row, rework: was?.rework ?? false };
    return was !== undefined && isSameRow(kept, was) ? [] : [kept];
  });
  const gone = [...known.values()];
  await deleteRows(transaction, scope, countedDeploymentTable, gone);
  const once = new Map(changed.map((row) => [deploymentKey(row.finished_at, row.name), row]));
  await upsertRows(transaction, scope, countedDeploymentTable, [...once.values()]);
  const former = changed.flatMap((row) => formerly.get(deploymentKey(row.finished_at, row.name)) ?? []);
  return [...gone, ...former, ...once.values()];
}

/** Among those that finished at the same time. */
function placesOf(deployments: readonly Deployment[]): ReadonlyMap<Deployment, number> {
  const places = new Map<Deployment, number>();
  for (const [, same] of Map.groupBy(deployments, ({ finishedAt }) => finishedAt))
    for (const [at, each] of same.toSorted((a, b) => a.rank - b.rank).entries()) places.set(each, at);
  return places;
}

function rowOf(
  deployment: Deployment,
  step: SeriesStep,
  replaced: Deployment | null,
): Omit<CountedDeployment, "rework" | "place"> {
  const { record, finishedAt } = deployment;
  return {
    name: nameOf(deployment),
    finished_at: finishedAt,
    started_at: record.startedAt,
    replaced_at: replaced?.finishedAt ?? null,
    series: step.number,
    is_numbered: typeof record.id === "number",
    attribution: modeOf(deployment, step),
    sha: record.sha,
    replaced: replaced === null ? null : nameOf(replaced),
    changes: record.changes,
  };
}
