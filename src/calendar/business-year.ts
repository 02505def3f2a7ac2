import { isBusinessDay } from "./business-day.ts";
import type { Calendar } from "./calendar.ts";
import { type DayNumber, dayOf, startOfYear } from "./day.ts";

/** The business days of one year, looked up rather than walked through. */
export interface BusinessYear {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly open: readonly DayNumber[];
  /** The number of business days before each day of the year, and before the next year. */
  readonly before: readonly number[];
}

// A calendar lives as long as the configuration that it was read from, and its years with it.
const known = new WeakMap<Calendar, Map<number, BusinessYear>>();

export function businessYear(year: number, calendar: Calendar): BusinessYear {
  const years = known.get(calendar) ?? new Map<number, BusinessYear>();
  known.set(calendar, years);
  const found = years.get(year) ?? count(year, calendar);
  years.set(year, found);
  return found;
}

function count(year: number, calendar: Calendar): BusinessYear {
  const first = startOfYear(year);
  const last = startOfYear(year + 1) - 1;
  const open: DayNumber[] = [];
  const before = [0];
  for (let day = first; day <= last; day++) {
    if (isBusinessDay(dayOf(day), calendar)) open.push(day);
    before.push(open.length);
  }
  return { first, last, open, before };
}
