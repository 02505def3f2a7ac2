import { dayOf, shifted } from "./days.ts";

/**
 * The holidays of the whole of Bavaria, in order: Feiertagsgesetz (FTG), article 1 (1) 1. Mariä Himmelfahrt (15 August, in
 * mostly Catholic municipalities) is in article 1 (1) 2, Augsburg's Friedensfest (8 August) in article 1 (2).
 */
export function bavarianHolidays(year: number): string[] {
  const easter = easterSunday(year);
  return [
    dayOf(year, 1, 1),
    dayOf(year, 1, 6),
    shifted(easter, -2),
    shifted(easter, 1),
    dayOf(year, 5, 1),
    shifted(easter, 39),
    shifted(easter, 50),
    shifted(easter, 60),
    dayOf(year, 10, 3),
    dayOf(year, 11, 1),
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
  ].sort();
}

/** The anonymous Gregorian algorithm. Source: J. Meeus, Astronomical Algorithms, chapter 8. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
