import { latestGap } from "../../store/delivery-gaps.ts";
import { countSetAside, listSetAside } from "../../store/missed-deliveries.ts";
import type { Database } from "../../store/store.ts";
import { type Finding, fix, utc } from "./finding.ts";

/** Deliveries that will not arrive on their own: those that were set aside, and those that GitHub no longer lists. */
export async function examineMissed(db: Database): Promise<readonly Finding[]> {
  const named = await listSetAside(db);
  const found = named.map(({ guid, event, account, failures, since, reason }) => {
    const whose = account === null ? "" : ` of ${account}`;
    const how =
      failures === 0 ? "was requested many times and never arrived" : `failed ${failures} times (${printable(reason)})`;
    return fix(
      `The delivery ${guid} (${event}${whose}) ${how} and was set aside at ${utc(since)}. Redeliver it in the App's settings, under Advanced, once the reason is fixed; the nightly reconciliation covers it.`,
    );
  });
  const more = (await countSetAside(db)) - named.length;
  if (more > 0) found.push(fix(`${more} more deliveries were set aside.`));
  const gap = await latestGap(db);
  if (gap !== null) {
    found.push(
      fix(
        `GitHub kept fewer deliveries than had to be compared: those between ${utc(gap.from)} and ${utc(gap.to)} were no longer listed, and what was lost then comes with the nightly reconciliation, or with Re-run on a check.`,
      ),
    );
  }
  return found;
}

/** A database's message may quote untrusted text. */
function printable(reason: string): string {
  return reason.replace(/[\s\p{C}]+/gu, " ").slice(0, 200);
}
