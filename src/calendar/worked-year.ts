import type { Direction } from "./business-days.ts";
import { businessYear } from "./business-year.ts";
import type { Calendar } from "./calendar.ts";
import { dayNumber, dayOf, type IsoDay, yearOf } from "./day.ts";
import { openTime } from "./opening.ts";

/** For each year the working time before each of its business days, and after the last one. */
const known = new WeakMap<Calendar, Map<number, readonly number[]>>();

/**
 * Goes from a business day over those of its year (or back over them) whose working time is used up before so much of it
 * has passed. `left`: what remains on the day that is reached; more than its working time where the year ends before.
 */
export function passDays(
  day: IsoDay,
  direction: Direction,
  time: number,
  calendar: Calendar,
): { day: IsoDay; left: number } {
  const { first, open, before } = businessYear(yearOf(day), calendar);
  const worked = workedIn(yearOf(day), calendar);
  const start = Number(before[dayNumber(day) - first]);
  const passed = (count: number) =>
    direction > 0
      ? Number(worked[start + count]) - Number(worked[start])
      : Number(worked[start + 1]) - Number(worked[start + 1 - count]);
  let [fits, tooMany] = [0, direction > 0 ? open.length - start : start + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (passed(middle) < time) fits = middle;
    else tooMany = middle;
  }
  return { day: dayOf(Number(open[start + direction * fits])), left: time - passed(fits) };
}

function workedIn(year: number, calendar: Calendar): readonly number[] {
  const years = known.get(calendar) ?? new Map<number, readonly number[]>();
  known.set(calendar, years);
  const found = years.get(year) ?? sumsOf(year, calendar);
  years.set(year, found);
  return found;
}

function sumsOf(year: number, calendar: Calendar): number[] {
  let sum = 0;
  return [0, ...businessYear(year, calendar).open.map((day) => (sum += openTime(dayOf(day), calendar)))];
}
