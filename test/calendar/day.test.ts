import { expect, test } from "vitest";
import { addDays, addMonths, isDay, weekdayOf } from "../../src/calendar/day.ts";

test.each([
  ["2026-11-27", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-00-01", false],
  ["2026-1-1", false],
  ["2026-11-27T00:00", false],
  ["", false],
])("%j is a day: %s", (text, yes) => {
  expect(isDay(text)).toBe(yes);
});

test.each([
  ["2026-12-31", 1, "2027-01-01"],
  ["2026-03-01", -1, "2026-02-28"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-11-27", 0, "2026-11-27"],
  ["2026-11-27", -365, "2025-11-27"],
])("%s and %i days: %s", (day, amount, expected) => {
  expect(addDays(day, amount)).toBe(expected);
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-11-27", 2, "2027-01-27"],
  ["2026-01-15", -1, "2025-12-15"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2026-05-31", 0, "2026-05-31"],
])("%s and %i months: %s", (day, amount, expected) => {
  expect(addMonths(day, amount)).toBe(expected);
});

test("weekdays", () => {
  expect(["2026-11-22", "2026-11-23", "2026-11-28"].map(weekdayOf)).toEqual(["sun", "mon", "sat"]);
});
