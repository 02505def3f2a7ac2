import { expect, test } from "vitest";
import { addBusinessDays } from "../../src/calendar/business-days.ts";
import { dueDay, dueOn } from "../../src/calendar/due-day.ts";
import { isoDay } from "../../src/calendar/zone.ts";
import { changesOf, losAngeles } from "./law/clocks.ts";
import { DAYS, shifted } from "./law/days.ts";
import { team } from "./team.ts";

/** What GitHub stores of a time: the midnight before it, in the Pacific zone. */
function kept(sent: string): string {
  const time = Date.parse(sent);
  const day = sent.slice(0, 10);
  const midnights = [shifted(day, 1), day, shifted(day, -1)].map((each) => losAngeles(each, "00:00"));
  const floored = midnights.find((midnight) => midnight.getTime() <= time);
  if (floored === undefined) throw new Error(sent);
  return floored.toISOString().replace(".000Z", "Z");
}

const days = DAYS.map(({ day }) => day).filter((day) => day > "2024" && day < "2029");
const { march, november } = changesOf(2026);

test.each([
  [null, null],
  ["2026-12-01T08:00:00Z", "2026-12-01"],
  ["2026-07-01T07:00:00Z", "2026-07-01"],
  ["2026-07-01T07:00:00.000Z", "2026-07-01"],
  // midnight of the change days is still in the old time
  [`${march}T08:00:00Z`, march],
  [`${november}T07:00:00Z`, november],
])("due_on %s is %s", (dueOn, day) => {
  expect(dueDay(dueOn)).toBe(day);
});

test("an invalid time is an error", () => {
  expect(() => dueDay("soon")).toThrow(RangeError);
});

test("each day of 2024 to 2028 comes back from GitHub as it was sent", () => {
  expect(days.map((day) => dueDay(kept(dueOn(day))))).toEqual(days);
  expect(new Set(days.map((day) => kept(dueOn(day)).slice(10)))).toEqual(new Set(["T07:00:00Z", "T08:00:00Z"]));
});

test("midnight UTC would come back as the day before", () => {
  expect(dueDay(kept("2026-12-01T00:00:00Z"))).toBe("2026-11-30");
  // and so would the summer's midnight, sent in winter
  expect(dueDay(kept("2026-12-01T07:00:00Z"))).toBe("2026-11-30");
});

test.each(["Pacific/Honolulu", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Asia/Tokyo"])(
  "a team in %s counts from the milestone's own day",
  (zone) => {
    const day = dueDay("2026-12-01T08:00:00Z");
    expect(day && addBusinessDays(day, -3, team({}, zone))).toBe("2026-11-26");
  },
);

test("west of the Pacific zone, the instant itself lies on the day before", () => {
  expect(isoDay(new Date("2026-12-01T08:00:00Z"), "Pacific/Honolulu")).toBe("2026-11-30");
});
