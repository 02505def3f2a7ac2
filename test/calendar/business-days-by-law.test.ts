import { expect, test } from "vitest";
import { addDuration } from "../../src/calendar/add.ts";
import { isBusinessDay } from "../../src/calendar/business-day.ts";
import { addBusinessDays } from "../../src/calendar/business-days.ts";
import { LONG } from "../harness/long.ts";
import { bavarianHolidays } from "./law/bavaria.ts";
import { berlin, tokyo } from "./law/clocks.ts";
import { type Counted, DAYS, placeOf } from "./law/days.ts";
import { japaneseHolidays } from "./law/japan.ts";
import { team } from "./team.ts";

const YEARS = [2023, 2024, 2025, 2026, 2027, 2028, 2029];
const japan = new Set(YEARS.flatMap(japaneseHolidays));
const bavaria = new Set(YEARS.flatMap(bavarianHolidays));
const closed = YEARS.slice(1).map((year) => `${year - 1}-12-29/${year}-01-03`);

const fiveYears = DAYS.filter(({ day }) => day > "2024" && day < "2029");
/** Sixty days are counted from each. */
const starts = LONG ? fiveYears : fiveYears.filter(({ day }) => day.startsWith("2026"));
const aroundNewYear = starts.filter(({ day }) => /-(?:12|01)-/.test(day));

const weekend = ({ weekday }: Counted) => weekday === "sat" || weekday === "sun";
const overNewYear = ({ day }: Counted) => /-(?:12-29|12-30|12-31|01-01|01-02|01-03)$/.test(day);

/** A calendar of the product, and its meaning: the days off, from the laws and the weekday alone. */
const calendars = [
  {
    name: "Japan",
    calendar: team({ holidays: "JP" }),
    off: (each: Counted) => weekend(each) || japan.has(each.day),
    at: tokyo,
    starts,
  },
  {
    name: "Bavaria",
    calendar: team({ holidays: "DE-BY" }, "Europe/Berlin"),
    off: (each: Counted) => weekend(each) || bavaria.has(each.day),
    at: berlin,
    starts,
  },
  {
    name: "Japan, closed over the new year",
    calendar: team({ holidays: "JP", closed }),
    off: (each: Counted) => weekend(each) || japan.has(each.day) || overNewYear(each),
    at: tokyo,
    starts: aroundNewYear,
  },
  {
    name: "Bavaria, closed over the new year",
    calendar: team({ holidays: "DE-BY", closed }, "Europe/Berlin"),
    off: (each: Counted) => weekend(each) || bavaria.has(each.day) || overNewYear(each),
    at: berlin,
    starts: aroundNewYear,
  },
  {
    name: "a week from Sunday to Thursday",
    calendar: team({ week: ["sun", "mon", "tue", "wed", "thu"] }),
    off: ({ weekday }: Counted) => weekday === "fri" || weekday === "sat",
    at: tokyo,
    starts: aroundNewYear,
  },
] as const;

/** The first business day at or after a day (step 1), or at or before it (step -1), and the thirty beyond it. */
function walk(start: string, step: 1 | -1, off: (each: Counted) => boolean): string[] {
  const met: string[] = [];
  for (let place = placeOf(start); met.length <= 30; place += step) {
    const each = DAYS[place];
    if (each === undefined) throw new Error(`${start}: the walk leaves the counted days`);
    if (!off(each)) met.push(each.day);
  }
  return met;
}

/** The business day for each amount from -30 to 30, by walking. */
function walked(start: string, off: (each: Counted) => boolean): Map<number, string> {
  const later = walk(start, 1, off).map((day, count): [number, string] => [count, day]);
  const earlier = walk(start, -1, off).map((day, count): [number, string] => [-count, day]);
  // Nothing (0) looks ahead: from a closed day it is the next open one.
  return new Map([...earlier.slice(1), ...later]);
}

test.each(calendars)("$name: every day of 2024 to 2028 is a business day or not", ({ calendar, off }) => {
  const open = (each: Counted) => isBusinessDay(each.day, calendar);
  expect(fiveYears.filter(open)).toEqual(fiveYears.filter((each) => !off(each)));
});

test.each(calendars)("$name: -30 to 30 business days from each day", ({ calendar, off, starts }) => {
  const wrong: string[] = [];
  for (const { day } of starts) {
    for (const [amount, expected] of walked(day, off)) {
      const found = addBusinessDays(day, amount, calendar);
      if (found !== expected) wrong.push(`${day} and ${amount}: ${found}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});

// Minutes before and after midnight, where the day in UTC differs from the team's.
test.each(calendars)("$name: a duration in business days keeps the clock", ({ calendar, off, at, starts }) => {
  const wrong: string[] = [];
  for (const [index, { day }] of starts.entries()) {
    const days = walked(day, off);
    const clock = index % 2 === 0 ? "00:05" : "23:55";
    for (const amount of [-30, -3, -1, 0, 1, 30]) {
      const found = addDuration(at(day, clock), { amount, unit: "business days" }, calendar);
      const expected = at(days.get(amount) ?? "", clock);
      if (found.getTime() !== expected.getTime()) wrong.push(`${day} ${clock} and ${amount}: ${found.toISOString()}`);
    }
  }
  expect(wrong).toEqual([]);
});

// By hand, from the announced days off: what a team sees around the turn of the year and a row of holidays.
test.each([
  ["Japan", "2026-12-28", 1, "2026-12-29"],
  ["Japan", "2026-12-31", 1, "2027-01-04"],
  ["Japan, closed over the new year", "2026-12-28", 1, "2027-01-04"],
  ["Japan, closed over the new year", "2027-01-08", -5, "2026-12-28"],
  ["Japan, closed over the new year", "2027-01-01", 0, "2027-01-04"],
  ["Japan, closed over the new year", "2027-01-01", -1, "2026-12-25"],
  ["Japan", "2026-05-01", 1, "2026-05-07"],
  ["Japan", "2026-09-24", -1, "2026-09-18"],
  ["Bavaria", "2025-12-23", 2, "2025-12-29"],
  ["Bavaria", "2026-01-07", -3, "2025-12-31"],
  ["Bavaria", "2026-04-02", 1, "2026-04-07"],
  ["Bavaria", "2026-06-03", 1, "2026-06-05"],
  ["a week from Sunday to Thursday", "2026-12-31", 1, "2027-01-03"],
  ["a week from Sunday to Thursday", "2027-01-01", -1, "2026-12-30"],
])("%s: %s and %i is %s", (name, start, amount, expected) => {
  const found = calendars.find((each) => each.name === name);
  expect(found && addBusinessDays(start, amount, found.calendar)).toBe(expected);
});
