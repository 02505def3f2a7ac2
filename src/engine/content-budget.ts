import type { WriteKind } from "../github/apply/write-kind.ts";
import { Throttled } from "../github/errors.ts";
import { reserveContent, reservePace } from "../store/content-budget.ts";
import type { Store } from "../store/store.ts";

/** GitHub's secondary limits of content creation (docs: "Rate limits for the REST API", secondary rate limits). */
const ALL = { perMinute: 80, perHour: 500 };
/** What can wait leaves this much for answers to people and for release pull requests. */
const BULK = { perMinute: 60, perHour: 400 };

/**
 * Reserves one write for an installation at `now`, GitHub's time. Throws `Throttled` where there is no room: a creation
 * counts toward GitHub's limits, and between two writes that nobody waits for there are `interval` seconds, as GitHub asks
 * (docs: "Best practices for using the REST API", pause between mutative requests). A reservation stays counted also where
 * the request then fails: GitHub may have counted it.
 */
export async function reserveWrite(
  store: Store,
  installationId: number,
  now: Date,
  write: WriteKind,
  interval: number,
): Promise<void> {
  if (!write.answers && interval > 0) {
    const seconds = await reservePace(store.db, installationId, interval);
    if (seconds !== null) {
      throw new Throttled({ seconds });
    }
  }
  if (write.creation) {
    const roomAt = await reserveContent(store.db, installationId, now, write.bulk ? BULK : ALL);
    if (roomAt !== null) {
      throw new Throttled({ retryAt: roomAt });
    }
  }
}
