import { addDuration } from "../calendar/add.ts";
import { calendarOf } from "../calendar/calendar.ts";
import type { Duration } from "../calendar/duration.ts";
import { OBSERVED } from "../commands/awaited.ts";
import { WRITING } from "../github/lost-edits.ts";
import { pruneAttributions } from "../store/attribution/prune.ts";
import { pruneDeliveries } from "../store/deliveries.ts";
import { pruneMissed } from "../store/missed-deliveries.ts";
import { pruneObservations } from "../store/observations.ts";
import { pruneRecords } from "../store/records/prune.ts";
import type { Store } from "../store/store.ts";
import { pruneItems } from "../store/work-items.ts";
import { CREATED, REFUSED } from "./registry.ts";

/** Of use until GitHub's lists have caught up. What GitHub forgets (that an issue was deleted) is kept. */
const FORGOTTEN = [CREATED, REFUSED, OBSERVED, WRITING];

/** Nobody's team: for durations that no team has given. */
const CALENDAR = calendarOf({ timezone: "UTC" });

export interface Pruning {
  /** Older records are deleted; null: they are kept. */
  readonly retention: Duration | null;
  /** Prefixes of the keys that automations observe for weeks only. */
  readonly forgotten: readonly string[];
}

/** Deletes what is of no use after weeks. */
export async function prune({ db }: Store, now: Date, { retention, forgotten }: Pruning): Promise<void> {
  await pruneDeliveries(db);
  await pruneMissed(db);
  await pruneItems(db);
  await pruneObservations(db, [...FORGOTTEN, ...forgotten]);
  if (retention === null) return;
  const { amount, unit } = retention;
  const before = addDuration(now, { amount: -amount, unit }, CALENDAR).getTime();
  await pruneRecords(db, before);
  await pruneAttributions(db, before);
}
