import type { Offer } from "./measuring/offer.ts";
import type { Update } from "./reading/update.ts";

/** Nobody can merge what waits for these. Red checks, a missing review and conflicts are the team's, and count. */
const HOLDING: ReadonlySet<Update["waiting"]> = new Set<Update["waiting"]>(["stability", "schedule"]);

/** Updates as they are measured. */
export function offersOf(updates: readonly Update[]): Offer[] {
  return updates.map((update) => ({ ...update, held: HOLDING.has(update.waiting) }));
}
