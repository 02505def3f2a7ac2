/**
 * Days and weekdays counted one by one from Sunday, 1 January 2023 (Gregorian rules), over plain text: nothing here is
 * shared with the product, so that the two can disagree.
 */
export interface Counted {
  readonly day: string;
  readonly weekday: Weekday;
}

const WEEK = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
type Weekday = (typeof WEEK)[number];

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Every day of 2023 to 2029, a year more on both sides than the tests need. */
export const DAYS: readonly Counted[] = [2023, 2024, 2025, 2026, 2027, 2028, 2029]
  .flatMap((year) =>
    LENGTHS.flatMap((length, month) =>
      Array.from({ length: month === 1 && year % 4 === 0 ? 29 : length }, (_, date) =>
        dayOf(year, month + 1, date + 1),
      ),
    ),
  )
  .map((day, index) => ({ day, weekday: WEEK[index % 7] ?? "sun" }));

const places = new Map(DAYS.map(({ day }, index) => [day, index]));

/** `2026-05-06` from three numbers. */
export function dayOf(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** The index of the day in DAYS. Throws if it is not one of them. */
export function placeOf(day: string): number {
  const place = places.get(day);
  if (place === undefined) throw new Error(`${day} is not counted`);
  return place;
}

/** The day this many days later, or earlier when negative. Throws outside of DAYS. */
export function shifted(day: string, amount: number): string {
  const found = DAYS[placeOf(day) + amount];
  if (found === undefined) throw new Error(`${day} and ${amount} days is not counted`);
  return found.day;
}

const asked = new Map<string, string>();

/** The first, second … such weekday of a month, counted from its end when negative. */
export function nth(count: number, weekday: Weekday, year: number, month: number): string {
  const key = `${count} ${weekday} ${year} ${month}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const prefix = dayOf(year, month, 1).slice(0, 8);
  const all = DAYS.filter((each) => each.day.startsWith(prefix) && each.weekday === weekday);
  const found = all.at(count > 0 ? count - 1 : count);
  if (found === undefined) throw new Error(`${prefix}: no ${weekday} number ${count}`);
  asked.set(key, found.day);
  return found.day;
}

export function isSunday(day: string): boolean {
  return DAYS[placeOf(day)]?.weekday === "sun";
}
