import type { Database } from "../../store/store.ts";
import { countWorkItems, parkedItems, throttledInstallations } from "../../store/work-counts.ts";
import { databaseText } from "./database-text.ts";
import { type Finding, utc } from "./finding.ts";

/** As much of an error as fits in one line. */
const ERROR_LENGTH = 300;

/** What fails again and again, and when it is tried next. */
export async function examineParked(db: Database, now: Date): Promise<readonly Finding[]> {
  const { parked } = await countWorkItems(db);
  const named = await parkedItems(db);
  const found = named.map(({ repository, automation, target, since, nextTry, owed, error }) =>
    databaseText.parked({
      automation,
      where: `${repository} (${target})`,
      since: utc(since, now),
      error: error.replace(/\s+/g, " ").slice(0, ERROR_LENGTH),
      nextTry: utc(nextTry, now),
      owed,
    }),
  );
  const more = parked - named.length;
  return more > 0 ? [...found, databaseText.moreParked(more)] : found;
}

/** What GitHub's limits hold back, and until when. */
export async function examineThrottled(db: Database, now: Date): Promise<readonly Finding[]> {
  return (await throttledInstallations(db)).map(({ account, items, owed, from, until }) =>
    databaseText.throttled(account, items, owed, utc(from, now), utc(until, now)),
  );
}
