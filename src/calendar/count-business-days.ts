import { businessYear } from "./business-year.ts";
import type { Calendar } from "./calendar.ts";
import { dayNumber, type IsoDay, yearOf } from "./day.ts";

/** The business days after `from`, up to and including `to`; 0 where `to` is not later. */
export function businessDaysSince(from: IsoDay, to: IsoDay, calendar: Calendar): number {
  if (to <= from) return 0;
  const opened = (day: IsoDay) => {
    const { first, before } = businessYear(yearOf(day), calendar);
    return before[dayNumber(day) - first + 1] ?? 0;
  };
  let years = 0;
  for (let year = yearOf(from); year < yearOf(to); year += 1) years += businessYear(year, calendar).open.length;
  return years + opened(to) - opened(from);
}
