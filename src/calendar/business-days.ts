import { businessYear } from "./business-year.ts";
import type { Calendar } from "./calendar.ts";
import { type DayNumber, dayNumber, dayOf, type IsoDay, yearOf } from "./day.ts";

export type Direction = 1 | -1;

/** A calendar without a business day for two years: counting in it would never end. */
export class NeverOpenError extends Error {
  override readonly name = "NeverOpenError";
}

const LONGEST_CLOSURE = 2 * 366;

/**
 * Business days later, or earlier when negative. From a closed day, counting starts at the next open one (backwards: the
 * previous): Saturday + 1 is Tuesday, Saturday - 1 is Thursday, Saturday + 0 is Monday. Throws NeverOpenError.
 */
export function addBusinessDays(start: IsoDay, amount: number, calendar: Calendar): IsoDay {
  return businessDayFrom(start, amount < 0 ? -1 : 1, calendar, Math.abs(amount));
}

/** The day itself if it is a business day, otherwise the next one in this direction; or so many after that. */
export function businessDayFrom(start: IsoDay, direction: Direction, calendar: Calendar, further = 0): IsoDay {
  let from: DayNumber = dayNumber(start);
  let left = further;
  for (let year = yearOf(start); ; year += direction) {
    const { first, last, open, before } = businessYear(year, calendar);
    const at = direction > 0 ? before[Math.max(from - first, 0)] : Number(before[Math.min(from, last) - first + 1]) - 1;
    const next = open[Number(at)];
    const end = direction > 0 ? last : first;
    if (Math.abs((next ?? end) - from) > LONGEST_CLOSURE) throw neverOpen(dayOf(from), direction);
    const found = open[Number(at) + direction * left];
    if (found !== undefined) return dayOf(found);
    const furthest = open.at(direction > 0 ? -1 : 0);
    if (next === undefined || furthest === undefined) continue;
    left -= direction > 0 ? open.length - Number(at) : Number(at) + 1;
    from = furthest + direction;
  }
}

function neverOpen(from: IsoDay, direction: Direction): NeverOpenError {
  const way = direction > 0 ? "after" : "before";
  return new NeverOpenError(
    `No business day comes within two years ${way} ${from}. Look at calendar.week and calendar.closed.`,
  );
}
