/** One attempt to deliver a webhook, as GitHub lists it. */
export interface Attempt {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  /** `OK`, or what went wrong. */
  readonly status: string;
  readonly status_code: number;
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

/** A delivery that GitHub is to be asked for again: its attempts that went wrong, the latest last. */
interface Missed {
  readonly guid: string;
  readonly event: string;
  readonly installationId: number | null;
  readonly attempts: readonly Attempt[];
}

export interface Compared {
  readonly missed: readonly Missed[];
  /** GUIDs that arrived, and whose arrival GitHub knows of. */
  readonly arrived: readonly string[];
}

/**
 * Pure: what of these attempts did not arrive, oldest first. Missing: GitHub thinks it was delivered and we do not know it
 * (a database restored, a power cut). Failed: GitHub never got a good answer; where only the answer was lost, asking again
 * costs a reconciliation and makes GitHub's list of deliveries true. Those of an installation that we do not know (any more) are
 * nobody's, but for the news that somebody installed.
 */
export function compare(attempts: readonly Attempt[], known: Known): Compared {
  const byGuid = Map.groupBy(
    [...attempts].sort((one, other) => one.delivered_at.localeCompare(other.delivered_at) || one.id - other.id),
    ({ guid }) => guid,
  );
  const missed: Missed[] = [];
  const arrived: string[] = [];
  for (const [guid, tries] of byGuid) {
    const latest = tries.at(-1);
    const good = tries.filter(({ status }) => status === "OK");
    const isAsked = latest !== undefined && isOurs(latest, good.length > 0, known);
    if (good.length > 0 && (known.received.has(guid) || !isAsked)) {
      arrived.push(guid);
    } else if (isAsked) {
      const { event, installation_id: installationId } = latest;
      const wrong = good.length > 0 ? good : tries;
      missed.push({ guid, event, installationId, attempts: wrong });
    }
  }
  return { missed, arrived };
}

function isOurs({ installation_id, event, delivered_at }: Attempt, wasOk: boolean, known: Known): boolean {
  const isInstalled = installation_id !== null && known.installations.has(installation_id);
  // An uninstalled one leaves no rows, so its last delivery always looks missing.
  if (wasOk) return isInstalled && new Date(delivered_at) >= known.since;
  return isInstalled || event === "installation";
}

/**
 * What says nothing of the delivery itself: another secret, another address, too many at once, that it could not be stored just
 * then, and what only a proxy says that reached no server or waited too long for one (52x and 530 are Cloudflare's).
 */
const ELSEWHERE: readonly number[] = [
  ...[401, 403, 404, 405, 429],
  ...[502, 503, 504],
  ...[520, 521, 522, 523, 524, 525, 526, 527, 530],
];

/**
 * Whether the attempt reached a server that then did not cope with it, as far as GitHub can tell. Its own `timed out` counts,
 * which it lists with a 504, too; what ends a process behind a proxy looks like that proxy's 502, and is asked for longer.
 */
export function isHandlingFailure({ status, status_code }: Attempt): boolean {
  if (status === "timed out") return true;
  return status !== "OK" && !ELSEWHERE.includes(status_code) && !/connect/i.test(status);
}
