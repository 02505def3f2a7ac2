import { isBusinessDay } from "./business-day.ts";
import { businessDayFrom } from "./business-days.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, type IsoDay } from "./day.ts";
import { instantOf, isoDay } from "./zone.ts";

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
  return opening(businessDayFrom(from, 1, calendar), calendar);
}

/**
 * Working time later, or earlier when negative, in milliseconds; nights and closed days do not count. Ends within hours:
 * 9 hours from Monday 09:00 is Monday's closing time, not Tuesday's opening. Throws NeverOpenError.
 */
export function addBusinessTime(start: Date, amount: number, calendar: Calendar): Date {
  return amount < 0 ? earlier(start, -amount, calendar) : later(start, amount, calendar);
}

function later(start: Date, amount: number, calendar: Calendar): Date {
  let from = nextOpen(start, calendar);
  let left = amount;
  for (;;) {
    const day = isoDay(from, calendar.timezone);
    const open = closing(day, calendar).getTime() - from.getTime();
    if (left <= open) return new Date(from.getTime() + left);
    left -= open;
    from = opening(businessDayFrom(addDays(day, 1), 1, calendar), calendar);
  }
}

function earlier(start: Date, amount: number, calendar: Calendar): Date {
  let until = lastOpen(start, calendar);
  let left = amount;
  for (;;) {
    // A closing time of 24:00 is on the next day's clock; a moment before is on this one's.
    const day = isoDay(new Date(until.getTime() - 1), calendar.timezone);
    const open = until.getTime() - opening(day, calendar).getTime();
    if (left <= open) return new Date(until.getTime() - left);
    left -= open;
    until = closing(businessDayFrom(addDays(day, -1), -1, calendar), calendar);
  }
}

/** The instant itself if people worked right before it, otherwise the last closing time. */
function lastOpen(date: Date, calendar: Calendar): Date {
  const moment = new Date(date.getTime() - 1);
  if (isOpen(moment, calendar)) return date;
  const day = isoDay(moment, calendar.timezone);
  const from = moment >= closing(day, calendar) ? day : addDays(day, -1);
  return closing(businessDayFrom(from, -1, calendar), calendar);
}

function opening(day: IsoDay, { hours, timezone }: Calendar): Date {
  return instantOf(day, hours.from, timezone);
}

function closing(day: IsoDay, { hours, timezone }: Calendar): Date {
  return instantOf(day, hours.to, timezone);
}
