import { expect, test } from "vitest";
import { countDays, weekAt, weeksBefore, weeksIn, weeksUntil } from "../../src/metrics/periods.ts";
import { november } from "./records.ts";

test("all weeks that a window touches, in the team's zone", () => {
  // Wednesday 4 November 00:00 UTC to Monday 16 November 00:00 UTC, which is 09:00 in Tokyo.
  const window = { from: november(4), to: november(16) };
  expect(weeksIn(window, "UTC", "mon").map(({ start }) => start)).toEqual(["2026-11-02", "2026-11-09"]);
  expect(weeksIn(window, "UTC", "sun").map(({ start }) => start)).toEqual(["2026-11-01", "2026-11-08", "2026-11-15"]);
  expect(weeksIn(window, "UTC", "wed").map(({ start }) => start)).toEqual(["2026-11-04", "2026-11-11"]);
  expect(weeksIn(window, "Asia/Tokyo", "mon").map(({ start }) => start)).toEqual([
    "2026-11-02",
    "2026-11-09",
    "2026-11-16",
  ]);
});

test("a week in which the clock changes has its own length", () => {
  // Berlin leaves summer time on Sunday 25 October 2026.
  const window = { from: Date.UTC(2026, 9, 20), to: Date.UTC(2026, 9, 27) };
  const [first, second] = weeksIn(window, "Europe/Berlin", "mon");
  expect(new Date(first?.from ?? 0).toISOString()).toBe("2026-10-18T22:00:00.000Z");
  expect(new Date(first?.to ?? 0).toISOString()).toBe("2026-10-25T23:00:00.000Z");
  expect(second?.from).toBe(first?.to);
});

test("the weeks until a time: whole ones, but the last", () => {
  const from = (to: number, count: number, zone = "UTC") =>
    new Date(weeksUntil(to, count, zone, "mon").from).toISOString();
  expect(weeksUntil(november(28), 2, "UTC", "mon")).toEqual({ from: november(16), to: november(28) });
  expect(from(november(23), 1)).toBe("2026-11-16T00:00:00.000Z");
  expect(from(november(23) + 1, 1)).toBe("2026-11-23T00:00:00.000Z");
  // Berlin leaves summer time in between.
  expect(from(november(28), 12, "Europe/Berlin")).toBe("2026-09-06T22:00:00.000Z");
});

test("a time belongs to the week that it begins, not to the one that it ends", () => {
  const weeks = weeksIn({ from: november(1), to: november(30) }, "UTC", "mon");
  expect(weeks.map(({ start }) => start)).toEqual([
    "2026-10-26",
    "2026-11-02",
    "2026-11-09",
    "2026-11-16",
    "2026-11-23",
  ]);
  expect(weekAt(weeks, november(9) - 1)).toBe(1);
  expect(weekAt(weeks, november(9))).toBe(2);
  expect(weekAt(weeks, november(29))).toBe(4);
});

test("days are local days", () => {
  const times = [november(1, 1), november(1, 14), november(1, 16), november(2, 1)];
  expect(countDays(times, "UTC")).toBe(2);
  // 10:00 and 23:00 on the 1st, 01:00 and 10:00 on the 2nd.
  expect(countDays(times, "Asia/Tokyo")).toBe(2);
  // 21:00 the day before, then 10:00, 12:00 and 21:00 on the 1st (UTC-4 until 02:00, then UTC-5).
  expect(countDays(times, "America/New_York")).toBe(2);
  expect(countDays([], "UTC")).toBe(0);
});

test("the weeks before a time have ended", () => {
  const before = (time: number, weekStarts: "mon" | "thu" = "mon") => weeksBefore(time, 2, "UTC", weekStarts);
  expect(before(november(23, 10))).toEqual({ from: november(9), to: november(23) });
  expect(before(november(23))).toEqual({ from: november(9), to: november(23) });
  expect(before(november(23) - 1)).toEqual({ from: november(2), to: november(16) });
  expect(before(november(23), "thu")).toEqual({ from: november(5), to: november(19) });
});
