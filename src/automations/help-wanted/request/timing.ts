import { addDuration } from "../../../calendar/add.ts";
import { addBusinessTime, isOpen, nextOpen } from "../../../calendar/business.ts";
import type { Calendar } from "../../../calendar/calendar.ts";
import { addDays } from "../../../calendar/day.ts";
import type { Duration } from "../../../calendar/duration.ts";
import { earliest } from "../../../calendar/earliest.ts";
import { opening } from "../../../calendar/opening.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { HelpRequest } from "./request.ts";

/** When people are asked, reminded and relieved. */
export interface Clock {
  readonly now: Date;
  readonly calendar: Calendar;
  /** `respond-within` */
  readonly within: Duration;
}

const HOUR = 3_600_000;
const LONG: Duration = { amount: 5, unit: "business days" };
/** So often the people of `escalate-to` are asked, once in a business day. */
export const MOST_ESCALATIONS = 3;

/** When the answer is due; null: nobody in particular is asked. */
export function dueAt({ askedAt, asked }: HelpRequest, { within, calendar }: Clock): Date | null {
  return asked === null || askedAt === null ? null : addDuration(new Date(askedAt), within, calendar);
}

/** Whether its label was there for long, and nobody was asked: what a team had before sre.yml asked about it. */
export function isBacklog({ state, since, asks, wanted }: HelpRequest, { now, calendar }: Clock): boolean {
  const isUntouched = state === "new" && asks.length === 0 && wanted === null;
  return isUntouched && addDuration(new Date(since), LONG, calendar) < now;
}

/**
 * From when on the people of `escalate-to` answer: they are asked, or the time is over, though nobody wrote it yet; null: they
 * do not.
 */
export function reliefFrom(request: HelpRequest, clock: Clock): Date | null {
  const { state, escalations } = request;
  if (state !== "asked" && state !== "escalated") return null;
  const due = dueAt(request, clock);
  const isOver = due !== null && due <= clock.now;
  return earliest([...(isOver ? [due] : []), ...escalations.slice(0, 1).map((at) => new Date(at))]);
}

/** The moment at which the person is reminded: half of the time has passed. */
export function halfTime({ askedAt, asked }: HelpRequest, { within, calendar }: Clock): Date | null {
  if (asked === null || askedAt === null) return null;
  const start = new Date(askedAt);
  const { amount, unit } = within;
  switch (unit) {
    case "business hours":
      return addBusinessTime(start, (amount * HOUR) / 2, calendar);
    case "business days":
      return addBusinessTime(start, (amount * (calendar.hours.to - calendar.hours.from)) / 2, calendar);
    default: {
      const end = addDuration(start, within, calendar);
      return new Date((start.getTime() + end.getTime()) / 2);
    }
  }
}

/** When the escalation is repeated: on the next business day; null: often enough, or it never was made. */
export function nextEscalation({ escalations }: HelpRequest, { calendar }: Clock): Date | null {
  const last = escalations.at(-1);
  if (last === undefined || escalations.length >= MOST_ESCALATIONS) return null;
  return nextDay(new Date(last), calendar);
}

/** Whether this moment has come, and people work: nobody is asked for anything outside of hours. */
export function isTime(moment: Date | null, { now, calendar }: Clock): boolean {
  return moment !== null && moment <= now && isOpen(now, calendar);
}

/** When the request wants to be reconciled again though nothing happens; null: it waits for people alone. */
export function nextMoment(request: HelpRequest, clock: Clock): Date | null {
  const moment = momentOf(request, clock);
  if (moment === null) return null;
  const { now, calendar } = clock;
  if (moment > now) return nextOpen(moment, calendar);
  // It waits for something else, a command's answer or somebody who is back: it is looked at once a day.
  return isOpen(now, calendar) ? nextDay(now, calendar) : nextOpen(now, calendar);
}

function nextDay(from: Date, calendar: Calendar): Date {
  return nextOpen(opening(addDays(isoDay(from, calendar.timezone), 1), calendar), calendar);
}

function momentOf(request: HelpRequest, clock: Clock): Date | null {
  switch (request.state) {
    case "new":
      return clock.now;
    case "asked":
      return request.remindedAt === null ? halfTime(request, clock) : dueAt(request, clock);
    case "escalated":
      return nextEscalation(request, clock);
    case "snoozed":
      return request.snoozed === null ? clock.now : new Date(request.snoozed.until);
    case "answered":
    case "ended":
      return null;
  }
}
