import { refusesContent } from "../store/refuses-content.ts";

/** Whether deliveries can be accepted and stored. */
export interface Readiness {
  /** A delivery was stored. */
  stored(): void;
  /** A delivery could not be stored. */
  failed(error: unknown): void;
  /** null: yes, it has just written; else why not. */
  unready(): Promise<string | null>;
}

const LATE_MS = 2_000;
/** A small write may fit where a delivery did not: what deliveries met lately counts, too. */
const REMEMBERED_MS = 30_000;

/** `write` throws where nothing can be written. */
export function createReadiness(write: () => Promise<void>): Readiness {
  let failedAt = Number.NEGATIVE_INFINITY;
  return {
    stored() {
      failedAt = Number.NEGATIVE_INFINITY;
    },
    failed(error) {
      if (!refusesContent(error)) failedAt = performance.now();
    },
    async unready() {
      const late = Promise.withResolvers<string>();
      const timer = setTimeout(late.resolve, LATE_MS, "the database does not answer");
      const written = write().then(
        () => null,
        () => "the database cannot be written to",
      );
      const reason = await Promise.race([written, late.promise]);
      clearTimeout(timer);
      if (reason !== null) return reason;
      return performance.now() - failedAt < REMEMBERED_MS ? "deliveries could not be stored just now" : null;
    },
  };
}
