import { lastOpening, nextOpen } from "../../../calendar/business.ts";
import type { Calendar } from "../../../calendar/calendar.ts";
import type { Instant } from "../../../records/record.ts";
import type { Assessment } from "../assessment.ts";
import { dueBy, securityDueBy } from "../measuring/due.ts";
import { earliestOf } from "../measuring/extremes.ts";
import type { Offer } from "../measuring/offer.ts";
import { type Period, runningPeriod } from "../measuring/periods.ts";

/** The last part of a period or a promise in which owners are told that it ends. */
const LAST = 0.2;

/** Why owners are nudged. A nudge is given once for each kind in a period. */
export type Reason =
  /** Security updates are late, or will be at `by`. */
  | { readonly kind: "security"; readonly offers: readonly Offer[] }
  | { readonly kind: "security-soon"; readonly offers: readonly Offer[]; readonly by: Instant }
  /** The promise is broken: these are late; none: the last period was not kept, and nothing was merged since. */
  | { readonly kind: "broken"; readonly offers: readonly Offer[] }
  /** It will be: these are late from `by` on; none: the period ends then, and nothing was merged in it. */
  | { readonly kind: "soon"; readonly offers: readonly Offer[]; readonly by: Instant };

/** What was promised and is running: until when something must be merged. */
export function currentPeriod({ measured, offers, terms, now }: Assessment): Period {
  const opened = offers.flatMap(({ state, openedAt }) => (state === "open" ? [openedAt] : []));
  const since = measured.lastMergedAt ?? earliestOf(opened) ?? now.getTime();
  return runningPeriod(terms.cadence, now, terms.calendar, since);
}

/** Empty: all is well, or nobody can do anything about it. */
export function reasonsOf(assessment: Assessment): Reason[] {
  const { measured, terms } = assessment;
  const now = assessment.now.getTime();
  const open = assessment.offers.filter(({ state, held }) => state === "open" && !held);
  if (open.length === 0) return [];
  const { late, missed } = measured.breaches;
  const security = measured.breaches.security.filter(({ held }) => !held);
  const isLastPart = (from: Instant, to: Instant) => now >= lastPartOf(from, to, terms.calendar) && now < to;
  const endangered = open.filter((offer) => offer.security && isLastPart(offer.openedAt, securityDueBy(offer, terms)));
  const nearlyLate = open.filter((offer) => isLastPart(offer.openedAt, dueBy(offer, terms)));
  const period = currentPeriod(assessment);
  const isOver = isLastPart(period.from, period.to);
  const hasMerged = terms.cadence.duration.unit !== "days" && (measured.lastMergedAt ?? 0) >= period.from;
  return [
    ...(security.length > 0 ? [{ kind: "security", offers: security } as const] : []),
    ...(endangered.length > 0
      ? [
          {
            kind: "security-soon",
            offers: endangered,
            by: firstDue(endangered, (offer) => securityDueBy(offer, terms)),
          } as const,
        ]
      : []),
    // What was merged since cannot mend the last period, and is all that can be done for the running one.
    ...(late.length > 0 || (missed !== null && !hasMerged)
      ? [{ kind: "broken", offers: late } as const]
      : nearlyLate.length > 0
        ? [{ kind: "soon", offers: nearlyLate, by: firstDue(nearlyLate, (offer) => dueBy(offer, terms)) } as const]
        : isOver && !hasMerged
          ? [{ kind: "soon", offers: [], by: period.to } as const]
          : []),
  ];
}

/** When the last part of a time begins: where nobody works in it, on the last day before it on which people do. */
export function lastPartOf(from: Instant, to: Instant, calendar: Calendar): Instant {
  const begin = to - (to - from) * LAST;
  if (nextOpen(new Date(begin), calendar).getTime() < to) return begin;
  return Math.max(from, lastOpening(new Date(to), calendar).getTime());
}

function firstDue(offers: readonly Offer[], due: (offer: Offer) => Instant): Instant {
  return earliestOf(offers.map(due)) ?? 0;
}
