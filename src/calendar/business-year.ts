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

type Years = Map<number, BusinessYear>;

const known = new WeakMap<Calendar, Years>();
// Repositories of one team have the same calendar, and a configuration is read anew after each push.
const alike = new Map<string, Years>();
const MOST_CALENDARS = 100;

export function businessYear(year: number, calendar: Calendar): BusinessYear {
  const years = known.get(calendar) ?? yearsOf(calendar);
  const found = years.get(year) ?? count(year, calendar);
  years.set(year, found);
  return found;
}

function yearsOf(calendar: Calendar): Years {
  const { week, closed, holidays } = calendar;
  const key = JSON.stringify([week, closed, holidays]);
  const years: Years = alike.get(key) ?? new Map();
  if (alike.size >= MOST_CALENDARS) alike.clear();
  alike.set(key, years);
  known.set(calendar, years);
  return years;
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
