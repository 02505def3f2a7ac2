import type { Kept, ReadCache } from "../automations/automation.ts";
import type { Claim } from "../store/work-items.ts";
import { createBoundedCache } from "./bounded-cache.ts";
import type { Clock } from "./clock.ts";
import { readsAnew } from "./reads-anew.ts";

const LIMIT_BYTES = 64 * 1024 * 1024;
/** What no key shows (a login or a label that was renamed) counts after this long, as it does each night. */
const KEPT_MS = 24 * 3_600_000;

/** Each process has its own. Nothing of it is in the database, because it holds people's texts. */
export function createReadCache(clock: Pick<Clock, "now">, limit = LIMIT_BYTES) {
  const cache = createBoundedCache<{ readonly key: string; readonly value: unknown }>(limit);

  return {
    /** That of one repository and automation: nothing of another installation can be reached through it. */
    cacheFor(
      claim: Pick<Claim, "installationId" | "repositoryId" | "automation" | "priority" | "attempts">,
    ): ReadCache {
      const place = `${claim.installationId} ${claim.repositoryId} ${claim.automation}`;
      return {
        get<Value>({ name }: Kept<Value>, key: string): Value | null {
          const kept = readsAnew(claim) ? null : cache.get(`${place} ${name}`, clock.now());
          // The name says the type.
          return kept?.key === key ? (kept.value as Value) : null;
        },
        set({ name }, key, value, bytes) {
          const now = clock.now();
          cache.set(`${place} ${name}`, { key, value }, { size: bytes, now, until: new Date(now.getTime() + KEPT_MS) });
        },
      };
    },
  };
}
