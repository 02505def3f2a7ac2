import fc from "fast-check";
import { expect, test } from "vitest";
import { isBusinessDay } from "../../src/calendar/business-day.ts";
import { addBusinessDays } from "../../src/calendar/business-days.ts";
import type { Calendar } from "../../src/calendar/calendar.ts";
import { businessDaysSince } from "../../src/calendar/count-business-days.ts";
import { addDays, WEEKDAYS } from "../../src/calendar/day.ts";
import { runs } from "../harness/long.ts";
import { team } from "./team.ts";

const TWO_YEARS = 2 * 366;

/** The oracle: one day after the other, and only the question whether it is a business day. */
function walked(start: string, amount: number, calendar: Calendar): string {
  const step = amount < 0 ? -1 : 1;
  let day = openFrom(start, step, calendar);
  for (let left = Math.abs(amount); left > 0; left--) day = openFrom(addDays(day, step), step, calendar);
  return day;
}

function openFrom(start: string, step: 1 | -1, calendar: Calendar): string {
  let day = start;
  for (let closed = 0; closed <= TWO_YEARS; closed++) {
    if (isBusinessDay(day, calendar)) return day;
    day = addDays(day, step);
  }
  throw new Error(`No business day comes within two years ${step > 0 ? "after" : "before"} ${start}.`);
}

/** The day, or the first sentence of the error. */
function outcome(count: typeof walked, start: string, amount: number, calendar: Calendar): string {
  try {
    return count(start, amount, calendar);
  } catch (error) {
    return `${String(error)
      .split(/Error: |\. /)[1]
      ?.replace(/\.$/, "")}`;
  }
}

const around = (days: readonly string[]) =>
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: -3, max: 3 })).map(([day, more]) => addDays(day, more));
const anyDay = fc.integer({ min: 0, max: 9_000 }).map((offset) => addDays("2015-01-01", offset));
// The ends of common and leap years, and 29 February.
const start = fc.oneof(anyDay, around(["2024-01-01", "2024-12-31", "2025-12-31", "2028-02-29", "2028-12-31"]));

// A closure of a few days, of about a year, or of about two: the longest that counting gets over.
const closure = fc
  .tuple(start, fc.oneof(fc.nat({ max: 20 }), fc.integer({ min: 360, max: 372 }), fc.integer({ min: 728, max: 738 })))
  .map(([first, length]) => `${first}/${addDays(first, length)}`);
const calendar = fc
  .record({
    holidays: fc.constantFrom(undefined, "JP", "DE-BY"),
    closed: fc.array(closure, { maxLength: 4 }),
    week: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
  })
  .map((section) => team(section));

test("years of business days are what a walk from day to day counts, in both directions", () => {
  const amount = fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -500, max: 500 }));
  fc.assert(
    fc.property(start, amount, calendar, (start, amount, calendar) => {
      expect(outcome(addBusinessDays, start, amount, calendar)).toBe(outcome(walked, start, amount, calendar));
    }),
    runs(100),
  );
});

test.each([
  [732, "2029-01-03"],
  [733, "No business day comes within two years after 2027-01-02"],
])("a closure of %i days, with the days on both sides of it", (days, expected) => {
  // From 2 January 2027: what is left of that year, all of 2028 with its 29 February, and the first days of 2029.
  const closed = [`2027-01-02/${addDays("2027-01-02", days - 1)}`];
  const everyDay = team({ week: [...WEEKDAYS], closed });
  expect(outcome(addBusinessDays, "2027-01-01", 1, everyDay)).toBe(expected);
  expect(outcome(walked, "2027-01-01", 1, everyDay)).toBe(expected);
});

test.each([3_650, -3_650])("%i business days look at each day of the years between once, and never again", (amount) => {
  const found = walked("2026-11-20", amount, team());
  const { calendar, checks } = counting();
  expect(addBusinessDays("2026-11-20", amount, calendar)).toBe(found);
  const first = checks();
  expect(first).toBeLessThanOrEqual(16 * 366);
  for (let less = 0; less < 500; less++) addBusinessDays("2026-11-20", amount - Math.sign(amount) * less, calendar);
  expect(checks()).toBe(first);
});

/** A calendar that counts how often a day is looked at. */
function counting(): { readonly calendar: Calendar; checks(): number } {
  let checks = 0;
  const { week, ...rest } = team();
  const counted = new Proxy(week, {
    get(target, name) {
      if (name === "includes") checks++;
      return Reflect.get(target, name);
    },
  });
  return { calendar: { ...rest, week: counted }, checks: () => checks };
}

test.each([
  ["2026-12-15", "2026-12-16", 1],
  ["2026-12-11", "2026-12-14", 1],
  ["2026-12-11", "2026-12-13", 0],
  ["2026-12-12", "2026-12-14", 1],
  ["2026-12-30", "2027-01-05", 3],
  ["2024-12-31", "2026-01-01", 262],
  ["2026-12-15", "2026-12-15", 0],
  ["2026-12-16", "2026-12-15", 0],
])("business days after %s, up to %s: %d", (from, to, days) => {
  expect(businessDaysSince(from, to, team({ closed: ["2026-12-31"] }))).toBe(days);
});
