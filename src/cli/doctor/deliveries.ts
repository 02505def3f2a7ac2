import { latestGap } from "../../store/delivery-gaps.ts";
import { countSetAside, listSetAside } from "../../store/missed-deliveries.ts";
import type { Database } from "../../store/store.ts";
import { databaseText } from "./database-text.ts";
import { type Finding, utc } from "./finding.ts";

/** Deliveries that will not arrive on their own: those that were set aside, and those that GitHub no longer lists. */
export async function examineMissed(db: Database, now: Date): Promise<readonly Finding[]> {
  const named = await listSetAside(db);
  const found = named.map(({ guid, event, account, failures, since, reason }) => {
    const { failed, neverArrived } = databaseText.how;
    const how = failures === 0 ? neverArrived : failed(failures, printable(reason));
    return databaseText.setAside(guid, event, account, how, utc(since, now));
  });
  const more = (await countSetAside(db)) - named.length;
  if (more > 0) found.push(databaseText.moreSetAside(more));
  const gap = await latestGap(db);
  if (gap !== null) found.push(databaseText.gap(utc(gap.from, now), utc(gap.to, now)));
  return found;
}

/** A database's message may quote untrusted text. */
function printable(reason: string): string {
  return reason.replace(/[\s\p{C}]+/gu, " ").slice(0, 200);
}
