import type { Limit } from "./page.ts";

/** Of GitHub's limit as much is left to what happens now. */
const RESERVED = 2 / 3;

/** Until when reading rests, because no more than the reserve is left; null: it goes on. A GHES may have no limit, or 0. */
export function pausedUntil(limit: Limit): Date | null {
  if (limit === null || limit.limit === 0 || limit.remaining >= limit.limit * RESERVED) return null;
  return new Date(limit.resetAt);
}
