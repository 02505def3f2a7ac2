import { expect, test } from "vitest";
import { parseInstant } from "../../src/calendar/instant.ts";

test.each([
  ["2026-11-20T01:00:00Z", "2026-11-20T01:00:00.000Z"],
  ["2026-11-20t01:00:00z", "2026-11-20T01:00:00.000Z"],
  ["2026-11-20T10:00:00+09:00", "2026-11-20T01:00:00.000Z"],
  ["2026-11-20T10:00:00+0900", "2026-11-20T01:00:00.000Z"],
  ["2026-11-19T19:30-05:30", "2026-11-20T01:00:00.000Z"],
  ["2026-11-20 01:00:00.123456789Z", "2026-11-20T01:00:00.123Z"],
  ["2028-02-29T00:00:00Z", "2028-02-29T00:00:00.000Z"],
])("%s", (text, time) => {
  const parsed = parseInstant(text);
  expect(typeof parsed === "number" && new Date(parsed).toISOString()).toBe(time);
});

test.each(["2026-11-20T01:00:00", "2026-11-20T01:00", "2026-11-20"])("%s has no zone", (text) => {
  expect(parseInstant(text)).toBe("no-zone");
});

test.each([
  "",
  "yesterday",
  "1700000000",
  "2026-02-30T00:00:00Z",
  "2026-11-20T24:00:00Z",
  "2026-11-20T01:60:00Z",
  "2026-11-20T01:00:60Z",
  "2026-11-20T01:00:00+24:00",
  "2026-11-20T01:00:00 JST",
  "26-11-20T01:00:00Z",
])("%s is no moment", (text) => {
  expect(parseInstant(text)).toBeNull();
});
