import type { Instant } from "../../../records/record.ts";
import { dueBy, securityDueBy, type Terms } from "./due.ts";
import type { JudgedPeriod } from "./judged-periods.ts";
import type { Offer } from "./offer.ts";

/** Why the promise is broken; all empty: it is kept. */
export interface Breaches {
  /** Open, not held, and older than the promise and its grace; the oldest first. */
  readonly late: readonly Offer[];
  /** Open security updates that are older than their own promise; the oldest first. */
  readonly security: readonly Offer[];
  /** The last full period, if it was not kept with something to merge. */
  readonly missed: JudgedPeriod | null;
}

export function breachesOf(
  offers: readonly Offer[],
  periods: readonly JudgedPeriod[],
  terms: Terms,
  now: Instant,
): Breaches {
  const open = offers.filter(({ state }) => state === "open").toSorted((a, b) => a.openedAt - b.openedAt);
  const last = periods.at(-1);
  return {
    late: open.filter((offer) => !offer.held && dueBy(offer, terms) < now),
    security: open.filter((offer) => offer.security && securityDueBy(offer, terms) < now),
    missed: last?.counts && !last.kept ? last : null,
  };
}

export function isBroken({ late, security, missed }: Breaches): boolean {
  return late.length > 0 || security.length > 0 || missed !== null;
}
