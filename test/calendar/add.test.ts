import fc from "fast-check";
import { expect, test } from "vitest";
import { addDuration } from "../../src/calendar/add.ts";
import { parseDuration } from "../../src/calendar/duration.ts";
import { team } from "./team.ts";

const tokyo = team({ holidays: "JP" });
const berlin = team({}, "Europe/Berlin");

test.each([
  ["90 minutes", tokyo, "2026-11-20T08:00:00Z", "2026-11-20T09:30:00.000Z"],
  ["-1 hour", tokyo, "2026-11-20T08:00:00Z", "2026-11-20T07:00:00.000Z"],
  ["7 days", tokyo, "2026-11-20T08:00:00.123Z", "2026-11-27T08:00:00.123Z"],
  ["-2 weeks", tokyo, "2026-11-20T08:00:00Z", "2026-11-06T08:00:00.000Z"],
  // 00:30 on 1 December in Tokyo is still November in UTC
  ["3 months", tokyo, "2026-11-30T15:30:00Z", "2027-02-28T15:30:00.000Z"],
  ["1 business day", tokyo, "2026-11-20T08:00:00Z", "2026-11-24T08:00:00.000Z"],
  ["-3 business days", tokyo, "2026-12-18T03:00:00Z", "2026-12-15T03:00:00.000Z"],
  ["1 business day", tokyo, "2026-11-21T20:00:00Z", "2026-11-24T20:00:00.000Z"],
  ["8 business hours", tokyo, "2026-11-20T02:55:00Z", "2026-11-24T01:55:00.000Z"],
  // days keep the clock when summer time comes and goes, hours are elapsed time
  ["1 day", berlin, "2026-03-28T11:00:00Z", "2026-03-29T10:00:00.000Z"],
  ["24 hours", berlin, "2026-03-28T11:00:00Z", "2026-03-29T11:00:00.000Z"],
  ["1 week", berlin, "2026-10-20T10:00:00Z", "2026-10-27T11:00:00.000Z"],
  ["1 month", berlin, "2026-03-15T11:00:00Z", "2026-04-15T10:00:00.000Z"],
  ["1 business day", berlin, "2026-03-27T11:00:00Z", "2026-03-30T10:00:00.000Z"],
  ["1 day", berlin, "2026-03-28T01:30:00Z", "2026-03-29T01:30:00.000Z"],
  // the second 02:30 of that night stays the second one
  ["0 days", berlin, "2026-10-25T01:30:00Z", "2026-10-25T01:30:00.000Z"],
])("%s: from %o at %s to %s", (text, calendar, start, expected) => {
  const duration = parseDuration(text);
  expect(duration).not.toBeNull();
  if (duration !== null) expect(addDuration(new Date(start), duration, calendar).toISOString()).toBe(expected);
});

test("the longest possible durations end, on the right side", () => {
  for (const text of ["3650 business days", "-3650 business days", "87600 business hours", "-87600 business hours"]) {
    const duration = parseDuration(text);
    if (duration === null) throw new Error(text);
    const end = addDuration(new Date("2026-11-20T03:00:00Z"), duration, tokyo);
    expect(Math.sign(end.getTime() - Date.parse("2026-11-20T03:00:00Z"))).toBe(Math.sign(duration.amount));
  }
});

test("a longer duration never ends earlier", () => {
  const unit = fc.constantFrom("minutes", "hours", "days", "weeks", "months", "business hours", "business days");
  const start = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      unit,
      start,
      fc.integer({ min: -30, max: 30 }),
      fc.constantFrom(tokyo, berlin),
      (of, from, amount, calendar) => {
        const one = addDuration(from, { amount, unit: of }, calendar);
        const more = addDuration(from, { amount: amount + 1, unit: of }, calendar);
        expect(more.getTime()).toBeGreaterThanOrEqual(one.getTime());
      },
    ),
  );
});
