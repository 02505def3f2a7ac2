import fc from "fast-check";
import { expect, test } from "vitest";
import { addBusinessTime, isOpen, nextOpen } from "../../src/calendar/business.ts";
import { businessTimeBetween } from "../../src/calendar/business-between.ts";
import { isBusinessDay } from "../../src/calendar/business-day.ts";
import { addBusinessDays, NeverOpenError } from "../../src/calendar/business-days.ts";
import type { Calendar } from "../../src/calendar/calendar.ts";
import { addDays, WEEKDAYS } from "../../src/calendar/day.ts";
import { runs } from "../harness/long.ts";
import { team } from "./team.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const japan = team({ holidays: "JP", closed: ["2026-12-29/2027-01-03"] });

test.each([
  ["2026-11-20", true, "a Friday"],
  ["2026-11-21", false, "a Saturday"],
  ["2026-11-23", false, "勤労感謝の日"],
  ["2026-12-28", true, "the last day before the closure"],
  ["2026-12-29", false, "closed"],
  ["2027-01-01", false, "closed and a holiday"],
  ["2027-01-04", true, "the first day after"],
])("%s is a business day: %s (%s)", (day, yes) => {
  expect(isBusinessDay(day, japan)).toBe(yes);
});

test.each([
  ["2026-11-20T00:00:00Z", true, "09:00"],
  ["2026-11-19T23:59:59.999Z", false, "just before"],
  ["2026-11-20T08:59:59.999Z", true, "just before 18:00"],
  ["2026-11-20T09:00:00Z", false, "18:00"],
  ["2026-11-22T03:00:00Z", false, "Sunday noon"],
  ["2026-11-23T03:00:00Z", false, "a holiday's noon"],
])("open at %s: %s (%s)", (instant, yes) => {
  expect(isOpen(new Date(instant), japan)).toBe(yes);
});

test.each([
  ["2026-11-20T03:00:00Z", "2026-11-20T03:00:00.000Z", "itself"],
  ["2026-11-19T20:00:00Z", "2026-11-20T00:00:00.000Z", "this morning"],
  ["2026-11-20T09:00:00Z", "2026-11-24T00:00:00.000Z", "after the weekend and a holiday"],
  ["2026-12-28T10:00:00Z", "2027-01-04T00:00:00.000Z", "after the new year"],
])("from %s the next open time is %s (%s)", (from, expected) => {
  expect(nextOpen(new Date(from), japan).toISOString()).toBe(expected);
});

test.each([
  ["2026-11-19", 1, "2026-11-20"],
  ["2026-11-20", 1, "2026-11-24"],
  ["2026-11-24", -1, "2026-11-20"],
  ["2026-11-20", 0, "2026-11-20"],
  // from a closed day: the next open one, backwards the previous
  ["2026-11-21", 0, "2026-11-24"],
  ["2026-11-21", 1, "2026-11-25"],
  ["2026-11-23", -1, "2026-11-19"],
  ["2026-12-18", -3, "2026-12-15"],
  ["2026-12-28", 1, "2027-01-04"],
  ["2027-01-04", -1, "2026-12-28"],
])("%s and %i business days: %s", (day, amount, expected) => {
  expect(addBusinessDays(day, amount, japan)).toBe(expected);
});

test.each([
  ["2026-11-20T06:00:00Z", 3, "2026-11-20T09:00:00.000Z", "up to closing time, not the next opening"],
  ["2026-11-20T06:00:00Z", 8, "2026-11-24T05:00:00.000Z", "across a weekend and a holiday"],
  ["2026-11-20T20:00:00Z", 1, "2026-11-24T01:00:00.000Z", "from the night"],
  ["2026-11-21T03:00:00Z", 0, "2026-11-24T00:00:00.000Z", "nothing, from a closed day"],
  ["2026-11-24T01:00:00Z", -1, "2026-11-24T00:00:00.000Z", "back to the opening"],
  ["2026-11-24T01:00:00Z", -2, "2026-11-20T08:00:00.000Z", "back across the weekend"],
  ["2026-11-22T01:00:00Z", -1, "2026-11-20T08:00:00.000Z", "back from a closed day"],
  ["2026-11-24T00:00:00Z", -1, "2026-11-20T08:00:00.000Z", "back from the opening"],
])("%s and %i hours: %s (%s)", (start, hours, expected) => {
  expect(addBusinessTime(new Date(start), hours * HOUR, japan).toISOString()).toBe(expected);
});

test("a day that is open around the clock has 23 and 25 hours", () => {
  const always = team({ week: [...WEEKDAYS], hours: "00:00-24:00" }, "Europe/Berlin");
  const start = new Date("2026-03-28T12:00:00Z");
  expect(addBusinessTime(start, 48 * HOUR, always)).toEqual(new Date(start.getTime() + 48 * HOUR));
  expect(addBusinessTime(start, -48 * HOUR, always)).toEqual(new Date(start.getTime() - 48 * HOUR));
});

test("opening hours follow the clock when summer time comes", () => {
  const berlin = team({}, "Europe/Berlin");
  // Friday 17:00 CET and two hours: Monday 10:00 CEST.
  expect(addBusinessTime(new Date("2026-03-27T16:00:00Z"), 2 * HOUR, berlin).toISOString()).toBe(
    "2026-03-30T08:00:00.000Z",
  );
});

test("the hour that comes twice counts twice when it lies within opening hours, and is open to its end", () => {
  const night = team({ week: [...WEEKDAYS], hours: "01:30-03:30" }, "America/New_York");
  // 01:30 EDT, with 01:15 EST 45 minutes later, up to 03:30 EST: three hours.
  const opening = new Date("2026-11-01T05:30:00Z");
  expect(isOpen(new Date("2026-11-01T06:15:00Z"), night)).toBe(true);
  expect(addBusinessTime(opening, 3 * HOUR, night).toISOString()).toBe("2026-11-01T08:30:00.000Z");
});

test.each([
  ["no week", team({ week: [] })],
  ["closed for good", team({ closed: ["2000-01-01/2100-01-01"] })],
])("a team that never works (%s) gets a diagnostic", (_, never) => {
  const noon = new Date("2026-11-20T03:00:00Z");
  expect(() => addBusinessDays("2026-11-20", 1, never)).toThrow(NeverOpenError);
  expect(() => addBusinessDays("2026-11-20", -1, never)).toThrow(
    "No business day comes within two years before 2026-11-20.",
  );
  expect(() => nextOpen(noon, never)).toThrow(NeverOpenError);
  expect(() => addBusinessTime(noon, HOUR, never)).toThrow(NeverOpenError);
  expect(() => addBusinessTime(noon, -HOUR, never)).toThrow(NeverOpenError);
  expect(isOpen(noon, never)).toBe(false);
});

// Naive oracles: one step at a time, with nothing but the question whether a day, or a minute, is open.

const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays("2026-01-01", offset));
const closure = fc.tuple(day, fc.nat({ max: 9 })).map(([first, length]) => `${first}/${addDays(first, length)}`);
const calendar = fc
  .record({
    holidays: fc.constantFrom(undefined, "JP", "DE-BY"),
    closed: fc.array(closure, { maxLength: 3 }),
    week: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    hours: fc.constantFrom("09:00-18:00", "00:00-24:00", "22:15-23:45", "01:30-03:30", "02:30-03:15", "00:00-01:00"),
  })
  .chain((section) =>
    fc.constantFrom("Asia/Tokyo", "Europe/Berlin", "America/New_York").map((zone) => team(section, zone)),
  );

function walkDays(start: string, amount: number, team: Calendar): string {
  const step = amount < 0 ? -1 : 1;
  let at = start;
  while (!isBusinessDay(at, team)) at = addDays(at, step);
  for (let left = Math.abs(amount); left > 0; ) {
    at = addDays(at, step);
    if (isBusinessDay(at, team)) left--;
  }
  return at;
}

test("business days match a walk from day to day", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -40, max: 40 }), calendar, (start, amount, team) => {
      expect(addBusinessDays(start, amount, team)).toBe(walkDays(start, amount, team));
    }),
    runs(200),
  );
});

test("there and back ends where it began, from a business day", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), calendar, (start, amount, team) => {
      const from = addBusinessDays(start, 0, team);
      expect(addBusinessDays(addBusinessDays(from, amount, team), -amount, team)).toBe(from);
    }),
    runs(200),
  );
});

/** Quarter of an hour by quarter of an hour; all opening hours and zones above begin and end on one. */
function walkTime(start: Date, quarters: number, team: Calendar): Date {
  const step = quarters < 0 ? -15 * MINUTE : 15 * MINUTE;
  // A quarter counts if work goes on in it: the one after this instant, or the one before when walking back.
  const works = (time: number) => isOpen(new Date(step > 0 ? time : time - 1), team);
  let time = start.getTime();
  while (!works(time)) time += step;
  for (let left = Math.abs(quarters); left > 0; time += step) if (works(time)) left--;
  return new Date(time);
}

test("business time matches a walk along the clock", () => {
  // Anywhere in the year, and often around the nights in which the clocks change.
  const start = fc
    .tuple(
      fc.constantFrom("2026-01-01", "2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30"),
      fc.oneof(fc.nat({ max: 96 * 4 }), fc.nat({ max: 96 * 60 })),
    )
    .map(([from, quarters]) => new Date(Date.parse(from) + quarters * 15 * MINUTE));
  fc.assert(
    fc.property(start, fc.integer({ min: -50, max: 50 }), calendar, (from, quarters, team) => {
      expect(addBusinessTime(from, quarters * 15 * MINUTE, team)).toEqual(walkTime(from, quarters, team));
    }),
    runs(100),
  );
});

test("the time between is what was added", () => {
  const start = fc.date({ min: new Date("2026-10-01"), max: new Date("2027-02-01"), noInvalidDate: true });
  const minutes = fc.integer({ min: 0, max: 200 * 60 });
  const property = fc.property(start, minutes, (from, amount) => {
    const end = addBusinessTime(from, amount * MINUTE, japan);
    expect(businessTimeBetween(from, end, japan)).toBe(amount * MINUTE);
  });
  fc.assert(property, runs(20));
  expect(businessTimeBetween(new Date("2026-11-24"), new Date("2026-11-23"), japan)).toBe(0);
});
