import { expect, test } from "vitest";
import { calendarOf } from "../../src/calendar/calendar.ts";

const HOUR = 3_600_000;

test.each([undefined, null, {}])(
  "without a calendar section (%j) it is Monday to Friday, 9 to 18, no holidays",
  (calendar) => {
    expect(calendarOf({ timezone: "UTC", calendar })).toEqual({
      timezone: "UTC",
      holidays: null,
      closed: [],
      week: ["mon", "tue", "wed", "thu", "fri"],
      hours: { from: 9 * HOUR, to: 18 * HOUR },
    });
  },
);

test("the section's settings apply", () => {
  const calendar = { holidays: "JP", closed: ["2026-12-29/2027-01-03"], week: ["sun"], hours: "10:00-11:30" } as const;
  expect(calendarOf({ timezone: "Asia/Tokyo", calendar })).toEqual({
    timezone: "Asia/Tokyo",
    ...calendar,
    hours: { from: 10 * HOUR, to: 11.5 * HOUR },
  });
});

test("hours that were never checked are an error", () => {
  expect(() => calendarOf({ timezone: "UTC", calendar: { hours: "9-18" } })).toThrow("not opening hours: 9-18");
});
