import { OBSERVED } from "../commands/awaited.ts";
import { WRITING } from "../github/lost-edits.ts";
import { pruneDeliveries } from "../store/deliveries.ts";
import { pruneMissed } from "../store/missed-deliveries.ts";
import { pruneObservations } from "../store/observations.ts";
import type { Store } from "../store/store.ts";
import { pruneItems } from "../store/work-items.ts";
import { CREATED, REFUSED } from "./registry.ts";

/** Of use until GitHub's lists have caught up. What GitHub forgets (that an issue was deleted) is kept. */
const FORGOTTEN = [CREATED, REFUSED, OBSERVED, WRITING];

/** Deletes what is of no use after weeks. */
export async function prune({ db }: Store): Promise<void> {
  await pruneDeliveries(db);
  await pruneMissed(db);
  await pruneItems(db);
  await pruneObservations(db, FORGOTTEN);
}
