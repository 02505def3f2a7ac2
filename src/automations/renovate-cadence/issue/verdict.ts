import type { Assessment } from "../assessment.ts";
import { securityDueBy } from "../measuring/due.ts";
import { earliestOf } from "../measuring/extremes.ts";
import { endedLate } from "../measuring/judged-periods.ts";
import { pullLink } from "./links.ts";
import type { View } from "./view.ts";

/** More are in the list of what waits. */
const MOST_NAMED = 3;

/** Monthly is not "about every 32 days" for whoever missed one month: so many times a period are another cadence. */
const MUCH = 1.25;

/** What is the case, in one sentence; what was merged last, and what waits. */
export function verdictLine(assessment: Assessment, view: View): string {
  const { facts, measured, offers } = assessment;
  const { text } = view;
  const main = mainSentence(assessment, view);
  if (offers.length === 0) return main;
  const { security } = measured.breaches;
  const named = security.slice(0, MOST_NAMED).map((offer) => ({
    name: pullLink(offer.number, view),
    since: view.day(securityDueBy(offer, view.terms)),
  }));
  const oldest = earliestOf(facts.open.map(({ openedAt }) => openedAt));
  const last = text.lastMerge(measured.lastMergedAt === null ? null : view.day(measured.lastMergedAt));
  const rest = text.waiting(facts.open.length, oldest === null ? null : view.day(oldest));
  return `${security.length === 0 ? "" : `${text.securityLate(named, security.length)}\n\n`}${main} ${last}${rest}`;
}

function mainSentence({ measured, offers, terms }: Assessment, { text, period }: View): string {
  const { cadence } = terms;
  const { keptMedianDays, onTime, breaches } = measured;
  const { late, missed } = breaches;
  if (offers.length === 0) return text.nothingOffered(cadence);
  if (late.length > 0 || missed !== null) {
    if (keptMedianDays !== null && keptMedianDays > cadence.days * MUCH)
      return text.keptEvery(cadence, Math.round(keptMedianDays));
    if (late.length > 0) return text.late(cadence, late.length);
  }
  if (missed !== null) {
    if (endedLate(missed)) return text.lateAtEnd(cadence, period(missed, "sentence"), missed.late);
    return text.nothingMerged(cadence, period(missed, "sentence"));
  }
  return onTime.of === 0 ? text.tooEarly(cadence) : text.kept(cadence, onTime.kept, onTime.of);
}
