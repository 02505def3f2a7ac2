import { lastTick } from "../../calendar/cron.ts";
import type { Instant } from "../../records/record.ts";
import type { ReconcileContext } from "../automation.ts";
import type { CadenceFacts } from "./facts.ts";
import type { Terms } from "./measuring/due.ts";
import { latestOf } from "./measuring/extremes.ts";
import { type JudgedPeriod, judgedPeriods } from "./measuring/judged-periods.ts";
import { type Measured, measure } from "./measuring/measured.ts";
import type { Offer } from "./measuring/offer.ts";
import { offersOf } from "./offers.ts";
import { termsOf } from "./terms.ts";

/** The facts, measured: what the issue, nudges and the check say. */
export interface Assessment {
  readonly facts: CadenceFacts;
  readonly terms: Terms;
  readonly offers: readonly Offer[];
  readonly now: Date;
  readonly measured: Measured;
  /**
   * When something last happened, or the schedule last came: what grows with every hour is told as of then, so that the issue
   * says the same whoever looks.
   */
  readonly asOf: Instant;
  /** Those that are shown: a number of days is counted back from a moment, from `asOf` here. */
  readonly periods: readonly JudgedPeriod[];
}

export function assess(facts: CadenceFacts, context: ReconcileContext<"renovate">): Assessment {
  const { now, section, config } = context;
  const terms = termsOf(context);
  const offers = offersOf([...facts.open, ...facts.closed]);
  const tick = lastTick(section.report, config.timezone, now)?.getTime() ?? 0;
  const events = latestOf(offers.flatMap(({ openedAt, closedAt }) => [openedAt, closedAt ?? 0])) ?? 0;
  const asOf = Math.min(now.getTime(), Math.max(tick, facts.dashboard?.updatedAt ?? 0, events));
  const measured = measure(offers, terms, now);
  const byDays = terms.cadence.duration.unit === "days";
  const periods = byDays ? judgedPeriods(offers, terms, new Date(asOf)) : measured.periods;
  return { facts, terms, offers, now, measured, asOf, periods };
}
