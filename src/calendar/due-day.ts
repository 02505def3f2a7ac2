import type { IsoDay } from "./day.ts";

// GitHub stores a milestone's date as midnight in the Pacific zone (07:00 or 08:00 UTC) and rounds any time down to that.

/** The day of a milestone's `due_on`: its date in UTC, whatever the team's zone. Throws RangeError for an invalid time. */
export function dueDay(dueOn: string | null): IsoDay | null {
  return dueOn === null ? null : new Date(dueOn).toISOString().slice(0, 10);
}

/** What to send as `due_on` for a day: noon, because midnight UTC is still the day before in the Pacific zone. */
export function dueOn(day: IsoDay): string {
  return `${day}T12:00:00Z`;
}
