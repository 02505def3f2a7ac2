import { addDays, type IsoDay, WEEKDAYS, type Weekday, weekdayOf } from "../calendar/day.ts";
import { instantOf, isoDay } from "../calendar/zone.ts";
import type { Instant } from "../records/record.ts";
import type { Window } from "./settings.ts";

/** A week on the team's calendar. */
export interface Week extends Window {
  readonly start: IsoDay;
}

/** All weeks that a window touches, whole ones. */
export function weeksIn({ from, to }: Window, zone: string, weekStarts: Weekday): Week[] {
  const weeks: Week[] = [];
  const first = isoDay(new Date(from), zone);
  const since = (WEEKDAYS.indexOf(weekdayOf(first)) - WEEKDAYS.indexOf(weekStarts) + 7) % 7;
  let start = addDays(first, -since);
  let begins = startOf(start, zone);
  while (begins < to) {
    const next = addDays(start, 7);
    const ends = startOf(next, zone);
    weeks.push({ start, from: begins, to: ends });
    [start, begins] = [next, ends];
  }
  return weeks;
}

/** So many weeks until `to`: whole ones, but for the last, which ends there. */
export function weeksUntil(to: Instant, count: number, zone: string, weekStarts: Weekday): Window {
  const [last] = weeksIn({ from: to - 1, to }, zone, weekStarts);
  return { from: last === undefined ? to : startOf(addDays(last.start, -7 * (count - 1)), zone), to };
}

/** So many whole weeks, the last of which has ended at this time. */
export function weeksBefore(time: Instant, count: number, zone: string, weekStarts: Weekday): Window {
  return weeksUntil(weeksUntil(time + 1, 1, zone, weekStarts).from, count, zone, weekStarts);
}

/** The index of the week that a time of the window is in. */
export function weekAt(weeks: readonly Week[], time: Instant): number {
  let [low, high] = [0, weeks.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (time < (weeks[middle]?.to ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** On how many local days these times are; they are in order, and each day is computed once. */
export function countDays(times: readonly Instant[], zone: string): number {
  let days = 0;
  let ends = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < ends) continue;
    days += 1;
    ends = startOf(addDays(isoDay(new Date(time), zone), 1), zone);
  }
  return days;
}

function startOf(day: IsoDay, zone: string): Instant {
  return instantOf(day, 0, zone).getTime();
}
