import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, isoDay, wallClock, zoneProblem } from "../../src/calendar/zone.ts";

const HOUR = 3_600_000;

test.each(["UTC", "Asia/Tokyo", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT-3", "GMT"])(
  "%s is a zone",
  (zone) => {
    expect(zoneProblem(zone)).toBeNull();
  },
);

test.each([
  ["Asia/Tokio", '"Asia/Tokio" is not a time zone.'],
  ["", '"" is not a time zone.'],
  ["JST", '"JST" is an abbreviation, not a time zone.'],
  ["PST", '"PST" is an abbreviation, not a time zone.'],
  ["+09:00", '"+09:00" is an offset, which knows no summer time.'],
  ["Tokyo", '"Tokyo" is not a time zone.'],
])("%j is not one", (zone, problem) => {
  expect(zoneProblem(zone)).toBe(`${problem} Write an IANA name such as Asia/Tokyo, Europe/Berlin or UTC.`);
});

test.each([
  ["2026-01-09T16:00:00Z", "UTC", "2026-01-09"],
  ["2026-01-09T16:00:00Z", "Asia/Tokyo", "2026-01-10"],
  ["2026-01-10T03:00:00Z", "America/New_York", "2026-01-09"],
  ["2026-03-29T22:30:00Z", "Europe/Berlin", "2026-03-30"],
])("%s in %s is %s", (instant, zone, day) => {
  expect(isoDay(new Date(instant), zone)).toBe(day);
});

test.each([
  ["2026-11-27", 17, "Asia/Tokyo", "2026-11-27T08:00:00.000Z"],
  ["2026-07-01", 9, "Europe/Berlin", "2026-07-01T07:00:00.000Z"],
  ["2026-12-01", 9, "Europe/Berlin", "2026-12-01T08:00:00.000Z"],
  ["2026-12-01", 24, "Europe/Berlin", "2026-12-01T23:00:00.000Z"],
  // 02:30 does not exist, and is 03:30
  ["2026-03-29", 2.5, "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  // 02:30 comes twice, the first counts; on both sides of it nothing changes
  ["2026-10-25", 2.5, "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25", 1.5, "Europe/Berlin", "2026-10-24T23:30:00.000Z"],
  ["2026-10-25", 3.5, "Europe/Berlin", "2026-10-25T02:30:00.000Z"],
  ["2026-11-01", 1.5, "America/New_York", "2026-11-01T05:30:00.000Z"],
  // no midnight on that day
  ["2018-11-04", 0, "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  ["2026-01-01", 0, "Asia/Kathmandu", "2025-12-31T18:15:00.000Z"],
])("%s at %d h in %s is %s", (day, hours, zone, instant) => {
  expect(instantOf(day, hours * HOUR, zone).toISOString()).toBe(instant);
});

test("reading the clock and setting it are inverse", () => {
  const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  const zone = fc.constantFrom(
    "UTC",
    "Asia/Tokyo",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
  );
  fc.assert(
    fc.property(instant, zone, (date, where) => {
      const { day, time } = wallClock(date, where);
      const again = instantOf(day, time, where);
      expect(wallClock(again, where)).toEqual({ day, time });
      // An hour that comes twice is read as its first.
      expect(again.getTime()).toBeLessThanOrEqual(date.getTime());
      expect(date.getTime() - again.getTime()).toBeLessThanOrEqual(HOUR);
    }),
  );
});
