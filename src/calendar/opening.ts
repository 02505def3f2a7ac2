import type { Calendar } from "./calendar.ts";
import type { IsoDay } from "./day.ts";
import { instantOf } from "./zone.ts";

export function opening(day: IsoDay, { hours, timezone }: Calendar): Date {
  return instantOf(day, hours.from, timezone);
}

export function closing(day: IsoDay, { hours, timezone }: Calendar): Date {
  return instantOf(day, hours.to, timezone);
}

/** The time between the two: none where the clock is set forward over the opening, past closing. */
export function openTime(day: IsoDay, calendar: Calendar): number {
  return Math.max(0, closing(day, calendar).getTime() - opening(day, calendar).getTime());
}
