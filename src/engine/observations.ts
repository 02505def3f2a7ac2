import type { ReadCache } from "../automations/automation.ts";
import type { Given } from "../github/apply/registry.ts";
import { dropObservations, type ObservationScope, readObservations } from "../store/observations.ts";
import { readSummaries } from "../store/records/summaries.ts";
import type { Store } from "../store/store.ts";
import type { Memory } from "./reconcile.ts";
import { CREATED } from "./registry.ts";

/** What one automation knows of one repository besides what GitHub shows. */
export function observationsOf(store: Store, scope: ObservationScope, cache: ReadCache): Memory {
  return {
    cache,
    async keys(prefix) {
      return (await readObservations(store.db, scope, prefix)).map(({ key }) => key);
    },
    async created(prefix) {
      const rows = await readObservations(store.db, scope, `${CREATED}${prefix}`);
      return rows.flatMap(({ key, value, ageSeconds }) =>
        value === null ? [] : [{ ...(value as Given), identity: key.slice(CREATED.length), ageSeconds }],
      );
    },
    drop: (keys) => dropObservations(store.db, scope, keys),
    observed: (prefix) => readObservations(store.db, scope, prefix),
    summaries: (automation) => readSummaries(store.db, scope.installationId, automation),
  };
}
