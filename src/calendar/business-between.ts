import { isBusinessDay } from "./business-day.ts";
import type { Calendar } from "./calendar.ts";
import { addDays } from "./day.ts";
import { closing, opening } from "./opening.ts";
import { isoDay } from "./zone.ts";

/** The working time from one instant to a later one, in milliseconds; 0 where it is not later. */
export function businessTimeBetween(start: Date, end: Date, calendar: Calendar): number {
  const last = isoDay(end, calendar.timezone);
  let sum = 0;
  for (let day = isoDay(start, calendar.timezone); day <= last; day = addDays(day, 1)) {
    if (!isBusinessDay(day, calendar)) continue;
    const from = Math.max(opening(day, calendar).getTime(), start.getTime());
    sum += Math.max(0, Math.min(closing(day, calendar).getTime(), end.getTime()) - from);
  }
  return sum;
}
