import { expect, test } from "vitest";
import { durationOf, parseDuration } from "../../src/calendar/duration.ts";

test.each([
  ["5 minutes", 5, "minutes"],
  ["1 minute", 1, "minutes"],
  ["1 hour", 1, "hours"],
  ["7 days", 7, "days"],
  ["1 day", 1, "days"],
  ["4 weeks", 4, "weeks"],
  ["1 month", 1, "months"],
  ["8 business hours", 8, "business hours"],
  ["1 business day", 1, "business days"],
  ["-3 business days", -3, "business days"],
  ["-1 day", -1, "days"],
  ["0 days", 0, "days"],
  ["-0 days", 0, "days"],
  [" 2  weeks ", 2, "weeks"],
  ["3650 days", 3650, "days"],
])("%j is %i %s", (text, amount, unit) => {
  expect(parseDuration(text)).toEqual({ amount, unit });
});

test.each([
  "",
  "3",
  "days",
  "1.5 days",
  "+1 day",
  "--1 day",
  "- 1 day",
  "1day",
  "1 busines days",
  "1 business week",
  "1 business months",
  "1 business minutes",
  "1 year",
  "1 Day",
  "1 dayss",
  "1 day 2 hours",
  "１ day",
  "1e3 days",
  "3651 days",
  "99999999999999999999 minutes",
])("%j is not a duration", (text) => {
  expect(parseDuration(text)).toBeNull();
});

test("what was validated needs no answer for a text that is not a duration", () => {
  expect(durationOf("1 hour")).toEqual({ amount: 1, unit: "hours" });
  expect(() => durationOf("soon")).toThrow("not a duration: soon");
});
