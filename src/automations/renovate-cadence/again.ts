import { nextOpen } from "../../calendar/business.ts";
import { earliest } from "../../calendar/earliest.ts";
import type { ReconcileContext } from "../automation.ts";
import { type Assessment, assess } from "./assessment.ts";
import type { RenovateFacts } from "./facts.ts";
import { dueBy, securityDueBy } from "./measuring/due.ts";
import { dependabotPause, periodsAfter, silences } from "./measuring/silence.ts";
import { dueReasons } from "./nudging/nudge.ts";
import { currentPeriod, lastPartOf } from "./nudging/reasons.ts";

/** When the promise will be judged otherwise though nothing happens, or owners can be nudged. */
export function again(facts: RenovateFacts, context: ReconcileContext<"renovate">): Date | null {
  if (facts.kind !== "cadence") return null;
  const assessment = assess(facts, context);
  const { now } = context;
  // Just behind it: what is due by then is late only after it.
  const next = earliest(turningPoints(assessment).flatMap((time) => behind(time, now)));
  const isDue = dueReasons(assessment, context).length > 0;
  const open = isDue ? nextOpen(now, assessment.terms.calendar) : null;
  return earliest([...(next === null ? [] : [next]), ...(open === null || open <= now ? [] : [open])]);
}

function behind(time: number, now: Date): Date[] {
  const after = new Date(time + 1000);
  return after > now ? [after] : [];
}

function turningPoints(assessment: Assessment): number[] {
  const { offers, terms, facts } = assessment;
  const period = currentPeriod(assessment);
  const ofOffers = offers
    .filter(({ state }) => state === "open")
    .flatMap((offer) => {
      const dues = [dueBy(offer, terms), ...(offer.security ? [securityDueBy(offer, terms)] : [])];
      return dues.flatMap((due) => [due, lastPartOf(offer.openedAt, due, terms.calendar)]);
    });
  const dashboard = facts.dashboard?.updatedAt;
  const stale =
    dashboard === undefined ? [] : [2, 3].map((count) => periodsAfter(dashboard, count, terms.cadence, terms.calendar));
  const pause = dependabotPause(offers);
  const silent = silences(offers, dashboard ?? null, terms).map(({ at }) => at);
  if (pause !== null) silent.push(pause.at);
  return [...silent, period.to, lastPartOf(period.from, period.to, terms.calendar), ...ofOffers, ...stale];
}
