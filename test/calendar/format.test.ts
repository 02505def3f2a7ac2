import { expect, test } from "vitest";
import { formatDay, formatIsoDay, formatMoment } from "../../src/calendar/format.ts";

const friday = new Date("2026-11-27T08:00:00Z");
const thisYear = new Date("2026-01-01T00:00:00Z");
const before = new Date("2025-12-31T12:00:00Z");

test.each([
  ["en", undefined, "Fri 27 Nov"],
  ["en", thisYear, "Fri 27 Nov"],
  ["en", before, "Fri 27 Nov 2026"],
  ["ja", undefined, "11月27日(金)"],
  ["ja", thisYear, "11月27日(金)"],
  ["ja", before, "2026年11月27日(金)"],
] as const)("a day in %s, seen from %s: %s", (language, now, expected) => {
  expect(formatDay(friday, "Asia/Tokyo", language, now)).toBe(expected);
});

test("the year that counts is the team's", () => {
  const newYearInTokyo = new Date("2026-12-31T15:30:00Z");
  expect(formatDay(newYearInTokyo, "Asia/Tokyo", "en", friday)).toBe("Fri 1 Jan 2027");
  expect(formatDay(newYearInTokyo, "UTC", "en", friday)).toBe("Thu 31 Dec");
  expect(formatDay(newYearInTokyo, "Asia/Tokyo", "en", newYearInTokyo)).toBe("Fri 1 Jan");
});

test("a plain day has no zone", () => {
  expect(formatIsoDay("2026-12-01", "en", "2026-11-22")).toBe("Tue 1 Dec");
  expect(formatIsoDay("2026-12-01", "ja")).toBe("12月1日(火)");
  expect(formatIsoDay("2027-01-03", "ja", "2026-11-22")).toBe("2027年1月3日(日)");
});

test.each([
  ["Asia/Tokyo", "en", "Fri 27 Nov 17:00 JST"],
  ["Asia/Tokyo", "ja", "11月27日(金)17:00 JST"],
  ["UTC", "en", "Fri 27 Nov 08:00 UTC"],
  ["Europe/Berlin", "en", "Fri 27 Nov 09:00 CET"],
  ["America/New_York", "en", "Fri 27 Nov 03:00 EST"],
  ["Asia/Kolkata", "en", "Fri 27 Nov 13:30 IST"],
  ["Asia/Kathmandu", "en", "Fri 27 Nov 13:45 GMT+5:45"],
  ["Asia/Seoul", "ja", "11月27日(金)17:00 GMT+9"],
] as const)("a moment in %s, %s: %s", (zone, language, expected) => {
  expect(formatMoment(friday, zone, language)).toBe(expected);
});

test("summer time has its own name; midnight is 00:00; seconds are cut", () => {
  expect(formatMoment(new Date("2026-07-01T22:00:59Z"), "Europe/Berlin", "en")).toBe("Thu 2 Jul 00:00 CEST");
});
