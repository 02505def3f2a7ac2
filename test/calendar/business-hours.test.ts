import fc from "fast-check";
import { expect, test } from "vitest";
import { addBusinessTime, nextOpen } from "../../src/calendar/business.ts";
import { isBusinessDay } from "../../src/calendar/business-day.ts";
import type { Calendar } from "../../src/calendar/calendar.ts";
import { addDays, WEEKDAYS } from "../../src/calendar/day.ts";
import { instantOf } from "../../src/calendar/zone.ts";
import { runs } from "../harness/long.ts";
import { team } from "./team.ts";

const QUARTER = 15 * 60_000;

/** The oracle: from day to day, each with its opening hours. */
function walked(start: Date, amount: number, calendar: Calendar): Date {
  const { hours, timezone } = calendar;
  const step = amount < 0 ? -1 : 1;
  let left = Math.abs(amount);
  for (let day = addDays(start.toISOString().slice(0, 10), -2 * step); ; day = addDays(day, step)) {
    if (!isBusinessDay(day, calendar)) continue;
    const opening = instantOf(day, hours.from, timezone).getTime();
    const closing = instantOf(day, hours.to, timezone).getTime();
    const from = step > 0 ? Math.max(opening, start.getTime()) : opening;
    const until = step > 0 ? closing : Math.min(closing, start.getTime());
    if (until <= from) continue;
    if (left <= until - from) return new Date(step > 0 ? from + left : until - left);
    left -= until - from;
  }
}

const day = fc.integer({ min: 0, max: 1_500 }).map((offset) => addDays("2026-01-01", offset));
const closure = fc.tuple(day, fc.nat({ max: 380 })).map(([first, length]) => `${first}/${addDays(first, length)}`);
const calendar = fc
  .record({
    holidays: fc.constantFrom(undefined, "JP"),
    closed: fc.array(closure, { maxLength: 2 }),
    week: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    // In one night a year, 02:30 to 03:15 is no time at all in Berlin.
    hours: fc.constantFrom("09:00-18:00", "00:00-24:00", "01:30-03:30", "02:30-03:15"),
  })
  .chain((section) => fc.constantFrom("Asia/Tokyo", "Europe/Berlin").map((zone) => team(section, zone)));
const start = fc
  .tuple(day, fc.nat({ max: 95 }))
  .map(([first, quarters]) => new Date(Date.parse(first) + quarters * QUARTER));

test("years of working time are what a walk from day to day counts, in both directions", () => {
  const amount = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -6_000, max: 6_000 }));
  fc.assert(
    fc.property(start, amount, calendar, (start, quarters, calendar) => {
      fc.pre(quarters !== 0);
      expect(addBusinessTime(start, quarters * QUARTER, calendar)).toEqual(walked(start, quarters * QUARTER, calendar));
    }),
    runs(100),
  );
});

test("a night in which the clock leaps over the opening hours takes no working time, and gives none", () => {
  const night = team({ week: [...WEEKDAYS], hours: "02:30-03:15" }, "Europe/Berlin");
  // Saturday 02:30 and an hour: Sunday has no such time, so the last quarter is Monday's.
  const saturday = new Date("2026-03-28T01:30:00Z");
  const monday = new Date("2026-03-30T00:45:00Z");
  expect(addBusinessTime(saturday, 4 * QUARTER, night)).toEqual(monday);
  expect(addBusinessTime(monday, -4 * QUARTER, night)).toEqual(saturday);
  const sunday = new Date("2026-03-29T01:10:00Z");
  expect(nextOpen(sunday, night)).toEqual(new Date("2026-03-30T00:30:00Z"));
  expect(addBusinessTime(new Date("2026-03-29T12:00:00Z"), -QUARTER, night)).toEqual(new Date("2026-03-28T02:00:00Z"));
});
