import type { Calendar } from "./calendar.ts";
import { type IsoDay, weekdayOf } from "./day.ts";
import { isHoliday } from "./holidays.ts";
import { covers } from "./ranges.ts";

/** Whether people work on that day: it is a working day of the week, not a public holiday, and not closed. */
export function isBusinessDay(day: IsoDay, calendar: Calendar): boolean {
  if (!calendar.week.includes(weekdayOf(day)) || covers(calendar.closed, day)) return false;
  return calendar.holidays === null || !isHoliday(calendar.holidays, day);
}
