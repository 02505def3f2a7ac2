import type { Instant } from "../../../records/record.ts";
import type { Kind } from "../reading/update.ts";
import { isOpenAt, type Offer } from "./offer.ts";
import type { Period } from "./periods.ts";

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;

/** Whole days. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / DAY));
}

/** The oldest of each class that is open, the oldest first. */
export function oldestByClass(offers: readonly Offer[]): Offer[] {
  const oldest = new Map<Kind, Offer>();
  for (const offer of offers) {
    const known = oldest.get(offer.kind);
    if (offer.state === "open" && (known === undefined || offer.openedAt < known.openedAt))
      oldest.set(offer.kind, offer);
  }
  return [...oldest.values()].sort((a, b) => a.openedAt - b.openedAt);
}

/** How long open updates have waited since they were first offered, all together. These are not libyears. */
export function waitingYears(offers: readonly Offer[], now: Instant): number {
  const waited = offers.filter(({ state }) => state === "open").map(({ openedAt }) => Math.max(0, now - openedAt));
  return waited.reduce((sum, time) => sum + time, 0) / YEAR;
}

/** How many of each class were open when each period ended. */
export function openByClass(
  offers: readonly Offer[],
  periods: readonly Period[],
): readonly ReadonlyMap<Kind, number>[] {
  return periods.map(({ to }) => {
    const counts = new Map<Kind, number>();
    for (const offer of offers) if (isOpenAt(offer, to)) counts.set(offer.kind, (counts.get(offer.kind) ?? 0) + 1);
    return counts;
  });
}
