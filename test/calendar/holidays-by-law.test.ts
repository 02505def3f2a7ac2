import { expect, test } from "vitest";
import { isHoliday } from "../../src/calendar/holidays.ts";
import { bavarianHolidays, easterSunday } from "./law/bavaria.ts";
import { DAYS } from "./law/days.ts";
import { announced, japaneseHolidays } from "./law/japan.ts";

const YEARS = [2024, 2025, 2026, 2027, 2028];

/** The holidays of a year according to the product. */
function kept(place: string, year: number): string[] {
  return DAYS.map(({ day }) => day).filter((day) => day.startsWith(`${year}`) && isHoliday(place, day));
}

test.each([...announced])("Japan %i is as the Cabinet Office announced it", (year, days) => {
  expect(kept("JP", year)).toEqual(days);
  // The law, as implemented here, says the same; it covers the years that are not announced yet.
  expect(japaneseHolidays(year)).toEqual(days);
});

test.each(YEARS)("Japan %i is as the law says", (year) => {
  expect(kept("JP", year)).toEqual(japaneseHolidays(year));
});

test("Easter is when the western churches celebrate it", () => {
  expect(YEARS.map(easterSunday)).toEqual(["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16"]);
});

// DE-BY has the holidays of all of Bavaria. A team in a place with Mariä Himmelfahrt (Munich, for example) writes
// DE-BY-KATH.
test.each([
  ["DE-BY", []],
  ["DE-BY-EVANG", []],
  ["DE-BY-KATH", ["08-15"]],
  ["DE-BY-A", ["08-08", "08-15"]],
])("%s is as the law says, with %j besides", (place, besides) => {
  for (const year of YEARS) {
    const local = besides.map((day) => `${year}-${day}`);
    expect(kept(place, year)).toEqual([...bavarianHolidays(year), ...local].sort());
  }
});
