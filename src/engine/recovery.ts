import type { App } from "../github/app.ts";
import type { GitHub } from "../github/client.ts";
import { NotFound, Rejected } from "../github/errors.ts";
import { bornAt, receivedOf } from "../store/deliveries.ts";
import { listInstallations } from "../store/installations.ts";
import type { Store } from "../store/store.ts";

/** One attempt to deliver a webhook, as GitHub lists it. */
export interface Attempt {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status: string;
  readonly event: string;
  readonly installation_id: number | null;
}

export interface Known {
  /** GUIDs that were received. */
  readonly received: ReadonlySet<string>;
  readonly installations: ReadonlySet<number>;
  /** Since when this store exists. */
  readonly since: Date;
}

/** As many are asked for in one round; the rest comes in the next ones. */
const MOST_PER_ROUND = 100;
const PAGE = 100;
/** GitHub keeps 3 days, a GHES 7: this many pages are read in one round at the most. */
const MOST_PAGES = 50;
/** A delivery that we refuse again and again is left to the nightly look. */
const MOST_ATTEMPTS = 20;
/** Later rounds read back to the round before, and this much further: GitHub's list may lag. */
const OVERLAP_MS = 3_600_000;

/**
 * Pure: which attempts to ask for again, one per GUID, oldest first. Missing: GitHub thinks it was delivered and we do
 * not know it (a database restored, a power cut). Failed: GitHub never got a good answer; where only the answer was lost,
 * asking again costs a look and makes GitHub's list of deliveries true. Those of an installation that we do not know (any more) are nobody's, but for the news that somebody installed.
 */
export function missed(attempts: readonly Attempt[], known: Known): Attempt[] {
  const byGuid = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    byGuid.set(attempt.guid, [...(byGuid.get(attempt.guid) ?? []), attempt]);
  }
  return [...byGuid.entries()]
    .flatMap(([guid, tries]) => {
      const [latest] = [...tries].sort((one, other) => other.delivered_at.localeCompare(one.delivered_at));
      const wasOk = tries.some((one) => one.status === "OK");
      if (latest === undefined || (wasOk && known.received.has(guid)) || tries.length >= MOST_ATTEMPTS) {
        return [];
      }
      const isOurs = latest.installation_id !== null && known.installations.has(latest.installation_id);
      if (!isOurs && latest.event !== "installation") {
        return [];
      }
      // An uninstalled one leaves no rows, so its last delivery always looks missing.
      const isNews = isOurs || !wasOk;
      return isNews && (!wasOk || new Date(latest.delivered_at) >= known.since) ? [latest] : [];
    })
    .sort((one, other) => one.delivered_at.localeCompare(other.delivered_at));
}

/**
 * Asks GitHub again for what did not arrive. Answers how many. `before`: when the last round was, null for the first,
 * which reads all that GitHub keeps.
 */
export async function recover(store: Store, app: App, now: Date, before: Date | null): Promise<number> {
  const github = app.asApp();
  const since = await bornAt(store.db, now);
  const attempts = await attemptsOf(github, before === null ? null : new Date(before.getTime() - OVERLAP_MS));
  const guids = [...new Set(attempts.map((attempt) => attempt.guid))];
  const known: Known = {
    received: await receivedOf(store.db, guids),
    installations: new Set((await listInstallations(store.db)).map((one) => one.id)),
    since,
  };
  const again = missed(attempts, known).slice(0, MOST_PER_ROUND);
  for (const { id } of again) {
    try {
      await github.rest("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id: id });
    } catch (error) {
      // Too old, or asked for already: GitHub's word counts.
      if (!(error instanceof NotFound || error instanceof Rejected)) {
        throw error;
      }
    }
  }
  return again.length;
}

async function attemptsOf(github: GitHub, back: Date | null): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { data, headers } = await github.rest("GET /app/hook/deliveries", {
      per_page: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    attempts.push(...data);
    const next = /<([^<>]+)>;\s*rel="next"/.exec(headers.link ?? "")?.[1];
    cursor = next === undefined ? undefined : (new URL(next).searchParams.get("cursor") ?? undefined);
    const oldest = data.at(-1);
    if (cursor === undefined || (back !== null && oldest !== undefined && new Date(oldest.delivered_at) < back)) {
      break;
    }
  }
  return attempts;
}
