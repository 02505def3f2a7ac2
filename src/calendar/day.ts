import { utc } from "@date-fns/utc";
import { addDays as daysLater } from "date-fns/addDays";
import { addMonths as monthsLater } from "date-fns/addMonths";

/** A plain calendar date, `2026-11-27`: no time, no zone. Such strings sort by date. */
export type IsoDay = string;

export const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY = 86_400_000;

/** true for a date that exists: `2026-02-29` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoOf(time) === text;
}

/** `amount` calendar days later, or earlier when negative. */
export function addDays(day: IsoDay, amount: number): IsoDay {
  return isoOf(daysLater(day, amount, { in: utc }).getTime());
}

/** The same day of another month; the last one where that month is shorter (31 January + 1 = 28 February). */
export function addMonths(day: IsoDay, amount: number): IsoDay {
  return isoOf(monthsLater(day, amount, { in: utc }).getTime());
}

/** Days since 1 January 1970. */
export type DayNumber = number;

export function dayNumber(day: IsoDay): DayNumber {
  return Date.parse(day) / DAY;
}

export function dayOf(number: DayNumber): IsoDay {
  return isoOf(number * DAY);
}

export function yearOf(day: IsoDay): number {
  return Number(day.slice(0, 4));
}

export function startOfYear(year: number): DayNumber {
  // Date.UTC takes the years 0 to 99 for those of the 20th century.
  return new Date(0).setUTCFullYear(year, 0, 1) / DAY;
}

export function weekdayOf(day: IsoDay): Weekday {
  return WEEKDAYS[new Date(day).getUTCDay()] ?? "sun";
}

function isoOf(time: number): IsoDay {
  return new Date(time).toISOString().slice(0, 10);
}
