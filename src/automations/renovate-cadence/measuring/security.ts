import type { Instant } from "../../../records/record.ts";
import { securityDueBy, type Terms } from "./due.ts";
import type { Offer } from "./offer.ts";

/** Security updates against their own promise. */
interface SecurityOnTime {
  /** Merged by then. */
  readonly kept: number;
  /** Merged since a moment, or open and late: what may still be merged in time does not count yet. */
  readonly of: number;
}

export function securityOnTime(offers: readonly Offer[], terms: Terms, since: Instant, now: Instant): SecurityOnTime {
  const judged = offers.flatMap((offer) => {
    const { security, state, closedAt } = offer;
    if (!security) return [];
    const isMerged = state === "merged" && closedAt !== null && closedAt >= since;
    const inTime = (isMerged ? closedAt : now) <= securityDueBy(offer, terms);
    return isMerged || (state === "open" && !inTime) ? [inTime] : [];
  });
  return { kept: judged.filter(Boolean).length, of: judged.length };
}
