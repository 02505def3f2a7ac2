import { expect, test } from "vitest";
import { isLongOverdue } from "../../src/calendar/long-overdue.ts";

test.each([
  [null, false],
  ["2026-12-01", false],
  ["2026-11-20", false],
  ["2026-10-21", false],
  ["2026-10-20", true],
  ["2019-03-02", true],
])("on 20 November, a day 30 days ago is not long past, one before that is: %s", (due, expected) => {
  expect(isLongOverdue(due, "2026-11-20")).toBe(expected);
});
