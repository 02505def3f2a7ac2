import { isBusinessDay } from "./business-day.ts";
import { businessDayFrom, type Direction } from "./business-days.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, type IsoDay } from "./day.ts";
import { closing, opening, openTime } from "./opening.ts";
import { passDays } from "./worked-year.ts";
import { isoDay } from "./zone.ts";

/**
 * Whether people work at that instant: from opening on, before closing. In the night in which the clock is set back, an
 * hour that comes twice lies between the two as a whole or not at all.
 */
export function isOpen(date: Date, calendar: Calendar): boolean {
  const day = isoDay(date, calendar.timezone);
  return date >= opening(day, calendar) && date < closing(day, calendar) && isBusinessDay(day, calendar);
}

/** The instant itself if people work then, otherwise the next opening time. Throws NeverOpenError. */
export function nextOpen(date: Date, calendar: Calendar): Date {
  if (isOpen(date, calendar)) return date;
  const day = isoDay(date, calendar.timezone);
  const from = date < opening(day, calendar) ? day : addDays(day, 1);
  return opening(workedDayFrom(from, 1, calendar), calendar);
}

/**
 * Working time later, or earlier when negative, in milliseconds; nights and closed days do not count. Ends within hours:
 * 9 hours from Monday 09:00 is Monday's closing time, not Tuesday's opening. Throws NeverOpenError.
 */
export function addBusinessTime(start: Date, amount: number, calendar: Calendar): Date {
  return amount < 0 ? earlier(start, -amount, calendar) : later(start, amount, calendar);
}

function later(start: Date, amount: number, calendar: Calendar): Date {
  const from = nextOpen(start, calendar);
  let day = isoDay(from, calendar.timezone);
  const today = closing(day, calendar).getTime() - from.getTime();
  if (amount <= today) return new Date(from.getTime() + amount);
  for (let left = amount - today; ; left -= openTime(day, calendar)) {
    day = businessDayFrom(addDays(day, 1), 1, calendar);
    ({ day, left } = passDays(day, 1, left, calendar));
    if (left <= openTime(day, calendar)) return new Date(opening(day, calendar).getTime() + left);
  }
}

function earlier(start: Date, amount: number, calendar: Calendar): Date {
  const until = lastOpen(start, calendar);
  let day = dayBefore(until, calendar);
  const today = until.getTime() - opening(day, calendar).getTime();
  if (amount <= today) return new Date(until.getTime() - amount);
  for (let left = amount - today; ; left -= openTime(day, calendar)) {
    day = businessDayFrom(addDays(day, -1), -1, calendar);
    ({ day, left } = passDays(day, -1, left, calendar));
    if (left <= openTime(day, calendar)) return new Date(closing(day, calendar).getTime() - left);
  }
}

/** The latest opening time on a day with working time before that instant. Throws NeverOpenError. */
export function lastOpening(date: Date, calendar: Calendar): Date {
  return opening(dayBefore(lastOpen(date, calendar), calendar), calendar);
}

/** A closing time of 24:00 is on the next day's clock; a moment before is on this one's. */
function dayBefore(closed: Date, { timezone }: Calendar): IsoDay {
  return isoDay(new Date(closed.getTime() - 1), timezone);
}

/** The instant itself if people worked right before it, otherwise the last closing time. */
function lastOpen(date: Date, calendar: Calendar): Date {
  const moment = new Date(date.getTime() - 1);
  if (isOpen(moment, calendar)) return date;
  const day = isoDay(moment, calendar.timezone);
  const from = moment >= closing(day, calendar) ? day : addDays(day, -1);
  return closing(workedDayFrom(from, -1, calendar), calendar);
}

/** The first business day with working time: in the night when the clock leaps over all opening hours there is none. */
function workedDayFrom(start: IsoDay, direction: Direction, calendar: Calendar): IsoDay {
  const day = businessDayFrom(start, direction, calendar);
  return openTime(day, calendar) > 0 ? day : businessDayFrom(addDays(day, direction), direction, calendar);
}
