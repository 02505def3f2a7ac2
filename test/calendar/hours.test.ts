import { expect, test } from "vitest";
import { parseHours } from "../../src/calendar/hours.ts";

const HOUR = 3_600_000;

test.each([
  ["09:00-18:00", 9, 18],
  ["9:30-17:15", 9.5, 17.25],
  ["00:00-24:00", 0, 24],
  ["09:00 - 18:00", 9, 18],
])("%j is %d to %d o'clock", (text, from, to) => {
  expect(parseHours(text)).toEqual({ from: from * HOUR, to: to * HOUR });
});

test.each([
  "",
  "9-18",
  "09:00",
  "18:00-09:00",
  "09:00-09:00",
  "09:00-25:00",
  "09:60-18:00",
  "09:00-24:01",
  "09:00-12:00-18:00",
  "a-b",
])("%j are not hours", (text) => {
  expect(parseHours(text)).toBeNull();
});
