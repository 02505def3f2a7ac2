import { TZDate } from "@date-fns/tz";

/**
 * A milestone's due date as GitHub stores it: midnight Pacific at or before the time that was sent. So `T12:00:00Z` stays
 * on its day, and `T00:00:00Z` lands on the day before.
 */
export function keptDueOn(sent: string): string {
  const day = new TZDate(Date.parse(sent), "America/Los_Angeles");
  day.setHours(0, 0, 0, 0);
  return `${new Date(day.getTime()).toISOString().slice(0, 19)}Z`;
}
