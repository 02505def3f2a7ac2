import { addBusinessTime } from "./business.ts";
import { addBusinessDays } from "./business-days.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, addMonths, type IsoDay } from "./day.ts";
import type { Duration } from "./duration.ts";
import { instantOf, isoDay, wallClock } from "./zone.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * An instant that much later, or earlier when negative. Minutes and hours are elapsed time; days, weeks, months and
 * business days keep the time on the team's clock when summer time comes or goes; business hours count working time only
 * and end within it. Throws NeverOpenError.
 */
export function addDuration(start: Date, { amount, unit }: Duration, calendar: Calendar): Date {
  switch (unit) {
    case "minutes":
      return new Date(start.getTime() + amount * MINUTE);
    case "hours":
      return new Date(start.getTime() + amount * HOUR);
    case "days":
      return onDay(start, calendar, (day) => addDays(day, amount));
    case "weeks":
      return onDay(start, calendar, (day) => addDays(day, amount * 7));
    case "months":
      return onDay(start, calendar, (day) => addMonths(day, amount));
    case "business days":
      return onDay(start, calendar, (day) => addBusinessDays(day, amount, calendar));
    case "business hours":
      return addBusinessTime(start, amount * HOUR, calendar);
  }
}

/**
 * A plain day that much later, or earlier when negative. Hours and minutes count from the opening of that day and lead to
 * the day they end on. Throws NeverOpenError.
 */
export function addToDay(day: IsoDay, duration: Duration, calendar: Calendar): IsoDay {
  const { hours, timezone } = calendar;
  if (duration.unit === "business days") return addBusinessDays(day, duration.amount, calendar);
  const end = addDuration(instantOf(day, hours.from, timezone), duration, calendar).getTime();
  // Working time that ends when the day closes, at 24:00 even, is that day's.
  const endsWithin = duration.unit === "business hours" && duration.amount > 0;
  return isoDay(new Date(endsWithin ? end - 1 : end), timezone);
}

function onDay(start: Date, { timezone }: Calendar, move: (day: IsoDay) => IsoDay): Date {
  const { day, time } = wallClock(start, timezone);
  const moved = move(day);
  // The same day is the same instant, even in an hour that the clock shows twice.
  return moved === day ? start : instantOf(moved, time, timezone);
}
