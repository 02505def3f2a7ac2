import { dayOf, isSunday, nth, shifted } from "./days.ts";

/**
 * The days off that the Cabinet Office has announced, substitutes and days between two holidays included.
 * Source: 内閣府「国民の祝日について」, syukujitsu.csv. A year is announced in February of the year before.
 */
const ANNOUNCED: Readonly<Record<number, string>> = {
  2024:
    "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 " +
    "11-03 11-04 11-23",
  2025: "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24",
  2026: "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
  2027: "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
};

/** The announced days off by year, in order. */
export const announced: ReadonlyMap<number, readonly string[]> = new Map(
  Object.entries(ANNOUNCED).map(([year, days]) => [Number(year), days.split(" ").map((day) => `${year}-${day}`)]),
);

/**
 * The days off of a year by the law alone, in order: 国民の祝日に関する法律 (昭和23年法律第178号) as it stands since 2022.
 */
export function japaneseHolidays(year: number): string[] {
  const named = new Set(namedDays(year));
  const off = new Set(named);
  for (const day of named) {
    // Article 3 (2): a holiday on a Sunday makes the next day that is not a holiday a day off.
    if (isSunday(day)) off.add(firstWithout(day, named));
    // Article 3 (3): so does the single day between two of them.
    const between = shifted(day, 1);
    if (!named.has(between) && named.has(shifted(day, 2))) off.add(between);
  }
  return [...off].sort();
}

/** Article 2, in its order. */
function namedDays(year: number): string[] {
  return [
    dayOf(year, 1, 1),
    nth(2, "mon", year, 1),
    dayOf(year, 2, 11),
    dayOf(year, 2, 23),
    dayOf(year, 3, equinox(year, 20.8431)),
    dayOf(year, 4, 29),
    dayOf(year, 5, 3),
    dayOf(year, 5, 4),
    dayOf(year, 5, 5),
    nth(3, "mon", year, 7),
    dayOf(year, 8, 11),
    nth(3, "mon", year, 9),
    dayOf(year, 9, equinox(year, 23.2488)),
    nth(2, "mon", year, 10),
    dayOf(year, 11, 3),
    dayOf(year, 11, 23),
  ];
}

/** The day of the month of an equinox in Japan, 1980 to 2099. Formula: 海上保安庁水路部「新こよみ便利帳」. */
function equinox(year: number, of1980: number): number {
  return Math.floor(of1980 + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}

function firstWithout(day: string, named: ReadonlySet<string>): string {
  const next = shifted(day, 1);
  return named.has(next) ? firstWithout(next, named) : next;
}
