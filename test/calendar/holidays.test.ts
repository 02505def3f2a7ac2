import { expect, test } from "vitest";
import { addDays } from "../../src/calendar/day.ts";
import { holidayProblem, isHoliday } from "../../src/calendar/holidays.ts";

/** The public holidays of a year. */
function of(place: string, year: number): string[] {
  const all = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
  return all.filter((day) => day.startsWith(`${year}`) && isHoliday(place, day));
}

// Source: the Cabinet Office's list, 国民の祝日について.
test("Japan 2026, with the substitute of 6 May and the day between two holidays", () => {
  expect(of("JP", 2026)).toEqual([
    "2026-01-01",
    "2026-01-12",
    "2026-02-11",
    "2026-02-23",
    "2026-03-20",
    "2026-04-29",
    "2026-05-03",
    "2026-05-04",
    "2026-05-05",
    "2026-05-06",
    "2026-07-20",
    "2026-08-11",
    "2026-09-21",
    "2026-09-22",
    "2026-09-23",
    "2026-10-12",
    "2026-11-03",
    "2026-11-23",
  ]);
});

test("Japan 2027: a holiday on a Sunday is made up for on Monday", () => {
  expect(of("JP", 2027)).toContain("2027-03-22");
});

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
])("%j is none", (place, problem) => {
  expect(holidayProblem(place)).toContain(problem);
});
