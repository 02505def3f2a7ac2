import type { Database } from "../../store/store.ts";
import { countWorkItems, parkedItems, throttledInstallations } from "../../store/work-counts.ts";
import { type Finding, fix, ok, utc } from "./finding.ts";

/** As much of an error as fits in one line. */
const ERROR_LENGTH = 300;

/** What fails again and again, and when it is tried next. */
export async function examineParked(db: Database): Promise<readonly Finding[]> {
  const { parked } = await countWorkItems(db);
  const named = await parkedItems(db);
  const found = named.map(({ repository, automation, target, since, nextTry, owed, error }) => {
    const what = error.replace(/\s+/g, " ").slice(0, ERROR_LENGTH);
    const waiting = owed ? "; a person waits for an answer there" : "";
    return fix(
      `${automation} has failed again and again on ${repository} (${target}) since ${utc(since)}: ${what}. The next try is at ${utc(nextTry)}${waiting}.`,
    );
  });
  const more = parked - named.length;
  return more > 0 ? [...found, fix(`${more} more fail again and again, and are tried again, too.`)] : found;
}

/** What GitHub's limits hold back, and until when. */
export async function examineThrottled(db: Database): Promise<readonly Finding[]> {
  return (await throttledInstallations(db)).map(({ account, items, owed, from, until }) => {
    const whom = owed === 0 ? "" : `; people wait for ${owed} of them`;
    const isOne = utc(from) === utc(until);
    const when = isOne ? `until ${utc(until)}` : `until between ${utc(from)} and ${utc(until)}`;
    return ok(
      `GitHub's limits hold ${items} work items of ${account} back ${when}${whom}; they continue on their own.`,
    );
  });
}
