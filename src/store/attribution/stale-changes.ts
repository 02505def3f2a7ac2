import { sql } from "kysely";
import { type Shipping, shippingsOf } from "../../metrics/attribution/shipping.ts";
import type { Counting } from "../../metrics/counting.ts";
import type { Instant } from "../../records/record.ts";
import type { RecordedChange } from "../../records/recorded.ts";
import { readChanges } from "../records/read.ts";
import { deleteRows, upsertRows } from "../records/upsert.ts";
import { countedAmong } from "./counted.ts";
import { readCounted } from "./counted-deployments.ts";
import { ofRepository, type Place } from "./place.ts";
import { reachedFrom } from "./reached.ts";
import { dropPeriodsAt, updateRework } from "./rework.ts";
import { type ChangeRow, changeRow, keyOf, type ShippingRow, shippingTable, unshippedTable } from "./rows.ts";
import { isSameRow, readShippings, readUnshipped, unshippedRow } from "./shippings.ts";
import { type AttributionState, earlier } from "./state.ts";
import { touchRepairs } from "./touched-incidents.ts";

/**
 * Looks at some of the changes that were recorded. What decides by which deployment one was brought (its merge commit, the
 * time of its merge, its services, whether it counts) has deployments attributed again from the first one that it may concern;
 * its times and labels are put in place at once. null: there are none.
 */
export async function settleChanges(
  place: Place,
  counting: Counting,
  state: AttributionState,
  most: number,
): Promise<AttributionState | null> {
  const { transaction, scope, repo } = place;
  const { rows: stale } = await sql<{ pull: number }>`
    select pull from stale_changes where ${ofRepository(scope)} order by pull limit ${most}`.execute(transaction);
  if (stale.length === 0) return null;
  const pulls = stale.map(({ pull }) => pull);
  const among = sql`pull = any(${sql.val(pulls)}::bigint[])`;
  const recorded = await readChanges(transaction, scope, repo, among);
  const counted = shippingsOf(await countedAmong(place, counting, recorded), counting.settings.ignoreAuthors);
  const { moved, lost, kept } = await settled(place, counted, pulls);

  let { dirtyFrom, purgeFrom } = state;
  for (const { deployed_at } of lost) dirtyFrom = earlier(dirtyFrom, deployed_at);
  dirtyFrom = earlier(dirtyFrom, await mayBeShippedFrom(place, moved));
  for (const { was, is } of await movedDeployments(place, counting, pulls, recorded)) {
    dirtyFrom = earlier(dirtyFrom, earlier(was, is));
    purgeFrom = earlier(purgeFrom, was);
  }
  if (kept.length > 0) {
    const [names, times] = [kept.map(({ deployment }) => deployment), kept.map(({ deployed_at }) => deployed_at)];
    const theirs = sql`(one.name, one.finished_at) in (
      select * from unnest(${sql.val(names)}::text[], ${sql.val(times)}::bigint[]))`;
    await updateRework(place, counting.settings, theirs);
  }
  await sql`delete from stale_changes where ${ofRepository(scope)} and ${among}`.execute(transaction);
  const touched = [...recorded, ...pulls.map((pull) => ({ pull, sha: null })), ...moved, ...lost];
  const incidentsStale = state.incidentsStale || (await touchRepairs(place, touched));
  return { ...state, dirtyFrom, purgeFrom, incidentsStale };
}

interface Settled {
  /** Those that a deployment may bring, other than before. */
  readonly moved: readonly ChangeRow[];
  /** Those that are no longer said to be shipped. */
  readonly lost: readonly ShippingRow[];
  /** Those that still are. */
  readonly kept: readonly ShippingRow[];
}

async function settled(place: Place, counted: readonly Shipping[], pulls: readonly number[]): Promise<Settled> {
  const { transaction, scope } = place;
  const among = sql`pull = any(${sql.val([...pulls])}::bigint[])`;
  const shipped = new Map((await readShippings(place, among)).map((row) => [keyOf(row), row]));
  const unshipped = new Map((await readUnshipped(place, among)).map((row) => [keyOf(row), row]));
  const [moved, kept, lost, updated]: [ChangeRow[], ShippingRow[], ShippingRow[], ShippingRow[]] = [[], [], [], []];
  for (const row of counted.map(changeRow)) {
    const [was, waited] = [shipped.get(keyOf(row)), unshipped.get(keyOf(row))];
    shipped.delete(keyOf(row));
    unshipped.delete(keyOf(row));
    if (was !== undefined && isSameRow(unshippedRow(row), unshippedRow(was))) {
      kept.push(was);
      if (!isSameRow(row, was)) updated.push({ ...was, ...row });
      continue;
    }
    if (was !== undefined) lost.push(was);
    if (waited === undefined || !isSameRow(unshippedRow(row), waited)) moved.push(row);
  }
  lost.push(...shipped.values());
  await deleteRows(transaction, scope, shippingTable, lost);
  await upsertRows(transaction, scope, shippingTable, updated);
  await deleteRows(transaction, scope, unshippedTable, [...unshipped.values()]);
  await upsertRows(transaction, scope, unshippedTable, moved.map(unshippedRow));
  await dropPeriodsAt(
    place,
    updated.map(({ deployed_at }) => deployed_at),
  );
  return { moved, lost, kept };
}

/** When the first deployment finished that may have brought one of these changes. */
async function mayBeShippedFrom({ transaction, scope }: Place, changes: readonly ChangeRow[]): Promise<Instant | null> {
  if (changes.length === 0) return null;
  const names = [...new Set(changes.flatMap(({ sha }) => sha ?? []))];
  const merged = changes.flatMap(({ merged_at }) => merged_at ?? []);
  const { rows } = await sql<{ listed: Instant | null; timed: Instant | null }>`
    select (
      select min(finished_at) from counted_deployments
      where ${ofRepository(scope)} and changes is not null and changes && ${sql.val(names)}::text[]
    ) as listed, (
      select min(finished_at) from counted_deployments
      where ${ofRepository(scope)} and attribution = 'merge-time'
        and finished_at >= (select min(merged_at) from unnest(${sql.val(merged)}::bigint[]) as merged_at)
    ) as timed`.execute(transaction);
  const { listed = null, timed = null } = rows[0] ?? {};
  return earlier(earlier(listed, timed), await reachedFrom(transaction, scope, names));
}

/** Where merges are the deployments: those of these pull requests that finish at another time, or bring another commit. */
async function movedDeployments(
  place: Place,
  { section }: Counting,
  pulls: readonly number[],
  recorded: readonly RecordedChange[],
): Promise<{ readonly was: Instant | null; readonly is: Instant | null }[]> {
  const { merge } = section.deployments;
  if (merge === undefined) return [];
  const before = await readCounted(place, sql`name = any(${sql.val(pulls.map(String))}::text[])`);
  const was = new Map(before.map((row) => [row.name, row]));
  const is = new Map(recorded.filter(({ base }) => base === merge).map((change) => [String(change.pull), change]));
  return pulls.map(String).flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)];
    const times = { was: old?.finished_at ?? null, is: now?.mergedAt ?? null };
    return times.was === times.is && (old?.sha ?? null) === (now?.sha ?? null) ? [] : [times];
  });
}
