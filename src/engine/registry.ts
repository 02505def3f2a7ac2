import type { Claimed, Given, Refusal, Registry } from "../github/apply/registry.ts";
import { withWriting, writingKey, writingsIn } from "../github/lost-edits.ts";
import {
  claimKey,
  dropObservations,
  keepObservation,
  type ObservationScope,
  readObservations,
  replaceObservation,
} from "../store/observations.ts";
import type { Store } from "../store/store.ts";

/** What the keys of observations begin with, where the engine itself stores them. */
export const CREATED = "created/";
export const REFUSED = "refused/";

export interface Lag {
  /** Seconds after which GitHub's lists show what was made: only then a missing answer means that nothing was made. */
  readonly seconds: number;
}

/** For how long a creation is taken for there although lists do not show it. */
const RECENT_SECONDS = 300;
/** What GitHub refused is tried again after a day: somebody may have got access. */
const REFUSED_SECONDS = 86_400;

/** What one target's reconciliation knows of earlier ones, and adds to it. */
export async function openRegistry(
  store: Store,
  scope: ObservationScope,
  target: string,
  lag: Lag,
): Promise<Registry & { readonly known: readonly Refusal[]; dropRefusals(gone: readonly Refusal[]): Promise<void> }> {
  const prefix = `${REFUSED}${target}/`;
  const known = (await readObservations(store.db, scope, prefix, { maxAgeSeconds: REFUSED_SECONDS })).map(
    ({ value }) => value as Refusal,
  );
  return {
    known,
    refusals: new Set(known.map(({ hash }) => hash)),
    async dropRefusals(gone) {
      const keys = gone.map(({ hash }) => `${prefix}${hash}`);
      await dropObservations(store.db, scope, keys);
    },
    async recent() {
      const rows = await readObservations(store.db, scope, CREATED, { maxAgeSeconds: RECENT_SECONDS });
      return new Map(
        rows.flatMap(({ key, value }) => (value === null ? [] : [[key.slice(CREATED.length), value as Given]])),
      );
    },
    async claim(identity, { once }): Promise<Claimed> {
      const { claimed, former } = await claimKey(store.db, scope, `${CREATED}${identity}`, {
        unsureSeconds: lag.seconds,
        knownSeconds: once ? null : RECENT_SECONDS,
      });
      if (claimed || former === null) return { kind: "new" };
      if (former.value !== null) {
        const lagging = former.ageSeconds < RECENT_SECONDS;
        if (!lagging) await keepObservation(store.db, scope, former.key);
        return { kind: "made", given: former.value as Given, lagging };
      }
      return { kind: "unsure", seconds: Math.max(0.1, lag.seconds - former.ageSeconds) };
    },
    async made(identity, given) {
      await replaceObservation(store.db, { ...scope, key: `${CREATED}${identity}`, value: given });
    },
    async unclaim(identity) {
      await dropObservations(store.db, scope, [`${CREATED}${identity}`]);
    },
    async writing(number, writing, textOf = scope.automation) {
      const keeper = { ...scope, automation: textOf };
      const key = writingKey(number);
      const rows = await readObservations(store.db, keeper, key);
      const known = writingsIn(rows.find((row) => row.key === key)?.value);
      await replaceObservation(store.db, { ...keeper, key, value: withWriting(known, writing) });
    },
    async refused(refusal) {
      await replaceObservation(store.db, { ...scope, key: `${prefix}${refusal.hash}`, value: refusal });
    },
  };
}
