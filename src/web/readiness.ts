import { refusesContent } from "../store/refuses-content.ts";
import { recent } from "./recent.ts";
import { answerText } from "./text.ts";

/** Whether deliveries can be accepted and stored. */
export interface Readiness {
  /** A delivery was stored. */
  stored(): void;
  /** A delivery could not be stored. */
  failed(error: unknown): void;
  /** null: yes, it has written within the last second; else why not. */
  unready(): Promise<string | null>;
}

const LATE_MS = 2_000;
/** Anybody may request it, as often as they like. */
const RECENT_MS = 1_000;
/** A small write may succeed where a delivery did not, so recent failures of deliveries count too. */
const REMEMBERED_MS = 30_000;

/** `write` throws if nothing can be written. */
export function createReadiness(write: () => Promise<void>): Readiness {
  const written = recent(
    () =>
      write().then(
        () => null,
        () => answerText.unready.unwritable,
      ),
    RECENT_MS,
  );
  let failedAt = Number.NEGATIVE_INFINITY;
  return {
    stored() {
      written.forget();
      failedAt = Number.NEGATIVE_INFINITY;
    },
    failed(error) {
      if (!refusesContent(error)) failedAt = performance.now();
    },
    async unready() {
      const late = Promise.withResolvers<string>();
      const timer = setTimeout(late.resolve, LATE_MS, answerText.unready.silent);
      const reason = await Promise.race([written.get(), late.promise]);
      clearTimeout(timer);
      if (reason !== null) return reason;
      return performance.now() - failedAt < REMEMBERED_MS ? answerText.unready.notStored : null;
    },
  };
}
