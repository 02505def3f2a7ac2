import { createReadCache } from "../../../src/engine/read-cache.ts";
import { type Memory, noObservations } from "../../../src/engine/reconcile.ts";
import type { World } from "./world.ts";

interface Place {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly automation: string;
  readonly priority: "webhook" | "nightly";
  readonly attempts: number;
}

const PLACE: Place = {
  installationId: 1,
  repositoryId: 10,
  automation: "release-pr",
  priority: "webhook",
  attempts: 0,
};

/** A process that keeps what it reads: answers what a reconciliation knows from earlier ones. */
export function startsProcess(world: World): (as?: Partial<Place>) => Memory {
  const reads = createReadCache({ now: () => world.now() });
  return (as = {}) => ({ ...noObservations, cache: reads.cacheFor({ ...PLACE, ...as }) });
}
