import { expect, test } from "vitest";
import { holidayProblem, isHoliday } from "../../src/calendar/holidays.ts";

test.each([
  ["DE", "2026-11-01", false],
  ["DE-BY", "2026-11-01", true],
  ["DE-BY", "2026-10-03", true],
  ["DE-BE", "2026-03-08", true],
  ["DE-BY", "2026-03-08", false],
  ["US", "2026-07-03", true],
  ["US", "2026-11-26", true],
  ["JP", "2026-12-25", false],
  // several days in a row
  ["AE", "2026-03-22", true],
  ["AE", "2026-03-23", false],
  // half a day off is a business day
  ["CN", "2026-05-04", false],
  // Easter Sunday with summer time beginning has 23 hours
  ["DE-BB", "2024-03-31", true],
])("%s on %s: %s", (place, day, yes) => {
  expect(isHoliday(place, day)).toBe(yes);
});

test.each(["JP", "DE", "DE-BY", "DE-BY-A", "US-CA", "GB-ENG"])("%s is a place", (place) => {
  expect(holidayProblem(place)).toBeNull();
});

test.each([
  [
    "XX",
    '"XX" is no country with known holidays. Write a two-letter code such as JP or DE, or a region such as DE-BY.',
  ],
  ["jp", '"jp" is no country with known holidays. Write JP, or a region such as DE-BY.'],
  ["Japan", '"Japan" is no country with known holidays.'],
  ["", '"" is no country with known holidays.'],
  ["constructor", '"constructor" is no country'],
  ["JP-13", '"JP-13": JP has no regions of its own. Write JP.'],
  ["DE-QQ", '"DE-QQ" is no region of DE. Write DE, or with one of: BB, BE, BW,'],
  ["DE-BE-X", '"DE-BE-X": DE-BE has no regions of its own. Write DE-BE.'],
  ["DE-BY-X", '"DE-BY-X" is no region of DE-BY. Write DE-BY, or with one of: A, KATH, EVANG.'],
  ["DE-BY-A-B", '"DE-BY-A-B" is no region of DE-BY.'],
])("%j is not one", (place, problem) => {
  expect(holidayProblem(place)).toContain(problem);
});
