import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { ShownShipping } from "../../metrics/attribution/shipping.ts";
import { type Counting, countedHistory } from "../../metrics/counting.ts";
import { type Overview, type OverviewPeriods, overviewOf, shownWeeks, windowOf } from "../../metrics/overview.ts";
import { comparedTo, weekOf } from "../../metrics/period-numbers.ts";
import { shippedIn } from "../../metrics/report.ts";
import type { Window } from "../../metrics/settings.ts";
import { nameOf } from "../records/read.ts";
import type { RecordScope } from "../records/scope.ts";
import { refreshStatistics } from "../statistics.ts";
import { inTransaction, type Store } from "../store.ts";
import { attributeNext, type Batch } from "./attribute-next.ts";
import { countUnshipped } from "./count-unshipped.ts";
import { linkIncidents } from "./incidents.ts";
import { dropPeriods, periodsSettings, readPeriods } from "./periods.ts";
import { ofRepository, type Place } from "./place.ts";
import { purgeReached } from "./reached.ts";
import { settleChanges } from "./stale-changes.ts";
import { type AttributionState, FROM_THE_START, lockAttributions, putAttributionState } from "./state.ts";
import { readWindow } from "./window.ts";

/** What is done in one transaction; the embedded database waits for its end. */
export interface Batches extends Batch {
  readonly changes: number;
  /** Rows that are deleted. */
  readonly purged: number;
}

const BATCHES: Batches = { deployments: 100, commits: 2_000, changes: 1_000, purged: 20_000 };

const TABLES = [
  "changes",
  "commits",
  "counted_deployments",
  "deployments",
  "linked_incidents",
  "reached",
  "shippings",
  "unshipped",
];

const NOTHING = { commits: [], changes: [], deployments: [], incidents: [] };

/** What a team is shown of these periods. */
export function storedOverview(
  store: Store,
  scope: RecordScope,
  counting: Counting,
  periods: OverviewPeriods,
  batches: Batches = BATCHES,
): Promise<Overview> {
  return onceAttributed(store, scope, counting, batches, (place) =>
    place === null
      ? Promise.resolve(overviewOf(countedHistory(NOTHING, counting), counting.settings, periods))
      : shown(place, counting, periods),
  );
}

/** The changes whose deployment finished in this window. */
export function storedShipped(
  store: Store,
  scope: RecordScope,
  counting: Counting,
  window: Window,
): Promise<readonly ShownShipping[]> {
  return onceAttributed(store, scope, counting, BATCHES, async (place) =>
    place === null ? [] : shippedIn(await readWindow(place, counting, window), window),
  );
}

/**
 * Reads what was computed; null: the repository is not there. What was recorded since the last time is attributed first, in as
 * many transactions as it takes: between them others record, and ask.
 */
async function onceAttributed<Answer extends object>(
  store: Store,
  scope: RecordScope,
  counting: Counting,
  batches: Batches,
  read: (place: Place | null) => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await inTransaction(store, async (transaction) => {
      const state = await lockAttributions(transaction, scope);
      const repo = await nameOf(transaction, scope);
      if (state === null || repo === null) return read(null);
      const place = { transaction, scope, repo };
      const next = await nextState(place, counting, state, batches);
      if (next === null) return read(place);
      await putAttributionState(transaction, scope, next);
      return null;
    });
    if (answer !== null) return answer;
    // The embedded database answers without a turn of the event loop: whoever else has something to do would wait for all of it.
    await setImmediate();
  }
}

/** One step towards what is right; null: all is. */
async function nextState(
  place: Place,
  counting: Counting,
  state: AttributionState,
  { changes, purged, ...batch }: Batches,
): Promise<AttributionState | null> {
  const counted = nameOfCounting(counting);
  if (state.counting !== counted) {
    await sql`delete from stale_changes where ${ofRepository(place.scope)}`.execute(place.transaction);
    return { ...state, ...FROM_THE_START, counting: counted };
  }
  if (state.dirtyFrom !== null || state.unshippedAfter !== null || state.incidentsStale)
    await refreshStatistics(place.transaction, TABLES);
  if (state.purgeFrom !== null) {
    const all = await purgeReached(place, state.purgeFrom, purged);
    return { ...state, purgeFrom: all ? null : state.purgeFrom };
  }
  const settled = await settleChanges(place, counting, state, changes);
  if (settled !== null) return settled;
  if (state.dirtyFrom !== null) {
    const { next, touchesIncidents } = await attributeNext(place, counting, state.dirtyFrom, batch);
    return { ...state, dirtyFrom: next, incidentsStale: state.incidentsStale || touchesIncidents };
  }
  if (state.unshippedAfter !== null)
    return { ...state, unshippedAfter: await countUnshipped(place, counting, state.unshippedAfter, changes) };
  if (state.incidentsStale) {
    await linkIncidents(place, counting);
    return { ...state, incidentsStale: false };
  }
  const periodsBy = periodsSettings(counting.settings);
  if (state.periodsBy === periodsBy) return null;
  await dropPeriods(place, null);
  return { ...state, periodsBy };
}

async function shown(place: Place, counting: Counting, { window, beforeFrom }: OverviewPeriods): Promise<Overview> {
  const { settings } = counting;
  const before = { from: beforeFrom, to: window.from };
  const kept = await readPeriods(place, settings, before, shownWeeks(window.to, settings));
  const history = await readWindow(place, counting, window);
  return {
    ...windowOf(history, settings, window),
    beforeFrom,
    before: comparedTo(kept.window, before),
    weeks: kept.weeks.map(({ period: { start, from }, numbers }) => ({ ...weekOf(start, numbers), from })),
  };
}

/** To be counted up when the same records are attributed in another way. */
const RULES = 3;

/** The same for all settings by which the same is attributed. */
function nameOfCounting({ section, lanes, settings }: Counting): string {
  const { environments, ignoreAuthors, hotfixLabels, excludeLabels, reverts, rollbacks } = settings;
  const ends = lanes.map(({ from, to }) => [from, to]);
  const { deployments, incidents, services } = section;
  return JSON.stringify([
    RULES,
    deployments,
    incidents,
    services.map(({ name, environment }) => [name, environment]),
    ends,
    environments,
    ignoreAuthors,
    hotfixLabels,
    excludeLabels,
    reverts,
    rollbacks,
  ]);
}
