import type { Memory } from "../automations/automation.ts";
import type { Given } from "../github/apply/registry.ts";
import { dropObservations, type ObservationScope, readObservations } from "../store/observations.ts";
import type { Store } from "../store/store.ts";
import { CREATED } from "./registry.ts";

/** What one automation knows of one repository besides what GitHub shows. */
export function memoryOf(store: Store, scope: ObservationScope): Memory {
  return {
    async recall(prefix) {
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
  };
}
