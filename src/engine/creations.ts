import { Paced } from "../github/errors.ts";
import { countCreation } from "../store/creations.ts";
import type { Store } from "../store/store.ts";

/** GitHub's secondary limits of content creation (docs: "Rate limits for the REST API", secondary rate limits). */
const ALL = { perMinute: 80, perHour: 500 };
/** What can wait leaves this much for answers to people and for release pull requests. */
const BULK = { perMinute: 60, perHour: 400 };

/**
 * Reserves one creation for an installation at `now`, GitHub's time. Throws `Paced` where there is no room. A reservation
 * stays counted also where the request then fails: GitHub may have counted it.
 */
export async function spendCreation(
  store: Store,
  installationId: number,
  now: Date,
  { bulk }: { readonly bulk: boolean },
): Promise<void> {
  const roomAt = await countCreation(store.db, installationId, now, bulk ? BULK : ALL);
  if (roomAt !== null) {
    throw new Paced(roomAt);
  }
}
