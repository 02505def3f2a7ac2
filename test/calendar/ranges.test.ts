import { expect, test } from "vitest";
import { covers, endOf, rangeProblem } from "../../src/calendar/ranges.ts";

const example = 'Write for example "2026-12-29" or "2026-12-29/2027-01-03".';

test.each([
  ["2026-12-29", null],
  ["2026-12-29/2027-01-03", null],
  ["2026-12-29/2026-12-29", null],
  ["2027-01-03/2026-12-29", '"2027-01-03/2026-12-29" ends before it begins. Write it as "2026-12-29/2027-01-03".'],
  ["2026-02-30", `There is no day 2026-02-30. ${example}`],
  ["2026-02-01/2026-02-29", `There is no day 2026-02-29. ${example}`],
  ["", `"" is not a date or a range. ${example}`],
  ["next week", `"next week" is not a date or a range. ${example}`],
  ["2026-1-1", `"2026-1-1" is not a date or a range. ${example}`],
  ["2026-12-29/", `"2026-12-29/" is not a date or a range. ${example}`],
  ["2026-12-29/2026-12-30/2026-12-31", `"2026-12-29/2026-12-30/2026-12-31" is not a date or a range. ${example}`],
  ["2026-12-29 / 2026-12-30", `"2026-12-29 / 2026-12-30" is not a date or a range. ${example}`],
])("%j: %s", (text, problem) => {
  expect(rangeProblem(text)).toBe(problem);
});

test.each([
  [["2026-12-29/2027-01-03"], "2026-12-28", false, null],
  [["2026-12-29/2027-01-03"], "2026-12-29", true, "2027-01-03"],
  [["2026-12-29/2027-01-03"], "2027-01-03", true, "2027-01-03"],
  [["2026-12-29/2027-01-03"], "2027-01-04", false, null],
  [["2026-12-29"], "2026-12-29", true, "2026-12-29"],
  [[], "2026-12-29", false, null],
  // touching, overlapping and nested ones are one stretch, in whatever order they are written
  [["2026-12-31", "2026-12-29/2026-12-30"], "2026-12-29", true, "2026-12-31"],
  [["2027-01-02/2027-01-05", "2026-12-29/2027-01-03"], "2026-12-30", true, "2027-01-05"],
  [["2026-12-01/2026-12-31", "2026-12-05/2026-12-06"], "2026-12-05", true, "2026-12-31"],
  [["2026-12-01/2026-12-02", "2026-12-04"], "2026-12-01", true, "2026-12-02"],
  [["2026-12-01", "2026-12-02", "2026-12-03"], "2026-12-02", true, "2026-12-03"],
])("%j on %s: %s, until %s", (ranges, day, yes, end) => {
  expect(covers(ranges, day)).toBe(yes);
  expect(endOf(ranges, day)).toBe(end);
});
