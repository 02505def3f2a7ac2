import { addDuration } from "../../../calendar/add.ts";
import type { Calendar } from "../../../calendar/calendar.ts";
import { addDays, addMonths, dayNumber, dayOf, type IsoDay } from "../../../calendar/day.ts";
import { instantOf, isoDay } from "../../../calendar/zone.ts";
import type { Instant } from "../../../records/record.ts";
import type { Cadence } from "./cadence.ts";

/** `to` is not part of it. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The last full periods, the oldest first: ISO weeks, months, quarters and half-years of the team's zone, without the one that
 * is running; a number of days is counted back from now.
 */
export function fullPeriods(cadence: Cadence, now: Date, calendar: Calendar, count: number): Period[] {
  const ends = Array.from({ length: count + 1 }, (_, back) => back - count);
  const times = cadence.duration.unit === "days" ? daysBack(cadence, now, calendar) : starts(cadence, now, calendar);
  return ends.slice(0, -1).map((at) => ({ from: times(at), to: times(at + 1) }));
}

/** The period that is running; of a number of days the one that began with `since`, the latest merge. */
export function runningPeriod(cadence: Cadence, now: Date, calendar: Calendar, since: Instant): Period {
  const { amount, unit } = cadence.duration;
  if (unit !== "days") {
    const start = starts(cadence, now, calendar);
    return { from: start(0), to: start(1) };
  }
  return { from: since, to: addDuration(new Date(since), { amount, unit }, calendar).getTime() };
}

type TimesOf = (at: number) => Instant;

/** The start of the period that is so many after the running one. */
function starts({ duration: { amount, unit } }: Cadence, now: Date, { timezone }: Calendar): TimesOf {
  const today = isoDay(now, timezone);
  const first = unit === "weeks" ? weekStart(today, amount) : monthStart(today, amount);
  const move = unit === "weeks" ? (at: number) => addDays(first, at * amount * 7) : monthsFrom(first, amount);
  return (at) => instantOf(move(at), 0, timezone).getTime();
}

function monthsFrom(first: IsoDay, amount: number): (at: number) => IsoDay {
  return (at) => addMonths(first, at * amount);
}

function daysBack({ duration: { amount, unit } }: Cadence, now: Date, calendar: Calendar): TimesOf {
  return (at) => addDuration(now, { amount: at * amount, unit }, calendar).getTime();
}

/** The Monday of 1970's ISO week 1: fortnights are counted from it, whatever the number of weeks of a year. */
const FIRST_MONDAY = dayNumber("1969-12-29");

function weekStart(day: IsoDay, weeks: number): IsoDay {
  const length = 7 * weeks;
  return dayOf(FIRST_MONDAY + Math.floor((dayNumber(day) - FIRST_MONDAY) / length) * length);
}

function monthStart(day: IsoDay, months: number): IsoDay {
  const month = Number(day.slice(5, 7)) - 1;
  return addMonths(`${day.slice(0, 7)}-01`, -(month % months));
}
