import { describe, expect, test } from "vitest";
import { isFarEnough } from "../../../src/automations/renovate-cadence/github/history-needed.ts";
import { batchStarts, latestGaps } from "../../../src/automations/renovate-cadence/measuring/batches.ts";
import { cadenceOf } from "../../../src/automations/renovate-cadence/measuring/cadence.ts";
import { dueBy, securityDueBy, type Terms } from "../../../src/automations/renovate-cadence/measuring/due.ts";
import { earliestOf, latestOf } from "../../../src/automations/renovate-cadence/measuring/extremes.ts";
import { measure } from "../../../src/automations/renovate-cadence/measuring/measured.ts";
import type { Offer } from "../../../src/automations/renovate-cadence/measuring/offer.ts";
import { outcomesSince } from "../../../src/automations/renovate-cadence/measuring/outcomes.ts";
import { fullPeriods, runningPeriod } from "../../../src/automations/renovate-cadence/measuring/periods.ts";
import { proposedCadence } from "../../../src/automations/renovate-cadence/measuring/proposed.ts";
import { securityOnTime } from "../../../src/automations/renovate-cadence/measuring/security.ts";
import {
  dependabotPause,
  isDashboardStale,
  silences,
} from "../../../src/automations/renovate-cadence/measuring/silence.ts";
import {
  oldestByClass,
  openByClass,
  waitingYears,
} from "../../../src/automations/renovate-cadence/measuring/waiting.ts";
import { calendarOf } from "../../../src/calendar/calendar.ts";
import { durationOf } from "../../../src/calendar/duration.ts";

const DAY = 86_400_000;
/** A Friday, 10:00 in Tokyo. */
const NOW = new Date("2026-11-20T01:00:00Z");

function terms(cadence: string, timezone = "Asia/Tokyo", calendar = {}): Terms {
  return {
    cadence: cadenceOf(cadence),
    grace: durationOf("5 business days"),
    security: durationOf("7 days"),
    calendar: calendarOf({ timezone, calendar }),
  };
}

const at = (text: string) => Date.parse(text.length === 10 ? `${text}T10:00:00+09:00` : text);
let number = 0;

/** Offered and, with a second day, merged at 10:00 in Tokyo. */
function offer(opened: string, merged: string | null = null, more: Partial<Offer> = {}): Offer {
  number += 1;
  return {
    ...{ number, bot: "renovate", kind: "minor", security: false, automerge: null, held: false },
    ...{ state: merged === null ? "open" : "merged", openedAt: at(opened) },
    closedAt: merged === null ? null : at(merged),
    ...more,
  };
}

describe("periods", () => {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
  test.each([
    ["weekly", "Asia/Tokyo", NOW, "2026-11-08T15:00", "2026-11-15T15:00"],
    // Weeks 45 and 46: a fortnight begins with week 1 of 2026.
    ["biweekly", "Asia/Tokyo", NOW, "2026-11-01T15:00", "2026-11-15T15:00"],
    ["monthly", "Asia/Tokyo", NOW, "2026-09-30T15:00", "2026-10-31T15:00"],
    ["quarterly", "Asia/Tokyo", NOW, "2026-06-30T15:00", "2026-09-30T15:00"],
    ["half-yearly", "Asia/Tokyo", NOW, "2025-12-31T15:00", "2026-06-30T15:00"],
    ["45 days", "Asia/Tokyo", NOW, "2026-10-06T01:00", "2026-11-20T01:00"],
    // Summer time ends on 25 October.
    ["monthly", "Europe/Berlin", NOW, "2026-09-30T22:00", "2026-10-31T23:00"],
    ["30 days", "Europe/Berlin", new Date("2026-11-20T01:00:00Z"), "2026-10-21T00:00", "2026-11-20T01:00"],
    // In the first moment of a month the one before is full, and a moment earlier it is running.
    ["monthly", "Asia/Tokyo", new Date("2026-10-31T15:00:00Z"), "2026-09-30T15:00", "2026-10-31T15:00"],
    ["monthly", "Asia/Tokyo", new Date("2026-10-31T14:59:59Z"), "2026-08-31T15:00", "2026-09-30T15:00"],
    ["weekly", "UTC", new Date("2027-01-02T00:00:00Z"), "2026-12-21T00:00", "2026-12-28T00:00"],
  ])("the last full one of %s in %s", (cadence, timezone, now, from, to) => {
    const periods = fullPeriods(cadenceOf(cadence), now, calendarOf({ timezone }), 6);
    expect(periods).toHaveLength(6);
    expect(periods.slice(1).map((period) => period.from)).toEqual(periods.slice(0, -1).map((period) => period.to));
    expect([periods.at(-1)].map((period) => [iso(period?.from ?? 0), iso(period?.to ?? 0)])).toEqual([[from, to]]);
  });

  test("the running one is the calendar's; of a number of days it begins with the latest merge", () => {
    const { calendar } = terms("monthly");
    const of = (cadence: string) => {
      const { from, to } = runningPeriod(cadenceOf(cadence), NOW, calendar, at("2026-11-03"));
      return [iso(from), iso(to)];
    };
    expect(of("monthly")).toEqual(["2026-10-31T15:00", "2026-11-30T15:00"]);
    expect(of("30 days")).toEqual(["2026-11-03T01:00", "2026-12-03T01:00"]);
  });
});

test.each([
  ["one period and 5 business days", "2026-10-02", "monthly", {}, "2026-11-09"],
  ["a holiday is no business day", "2026-10-02", "monthly", { holidays: "JP" }, "2026-11-10"],
  ["the last day of a shorter month", "2026-05-31", "monthly", {}, "2026-07-07"],
  ["weeks", "2026-11-02", "weekly", {}, "2026-11-16"],
  ["days", "2026-11-02", "10 days", {}, "2026-11-19"],
])("an update may wait: %s", (_name, opened, cadence, calendar, due) => {
  expect(new Date(dueBy(offer(opened), terms(cadence, "Asia/Tokyo", calendar)))).toEqual(new Date(at(due)));
});

test("a promise keeps the time on the team's clock when summer time ends", () => {
  const opened = { openedAt: Date.parse("2026-10-20T08:00:00Z") };
  const berlin = terms("monthly", "Europe/Berlin");
  expect(new Date(securityDueBy(opened, berlin)).toISOString()).toBe("2026-10-27T09:00:00.000Z");
  expect(new Date(dueBy(opened, berlin)).toISOString()).toBe("2026-11-27T09:00:00.000Z");
});

test("merges less than 48 hours after a batch's first are one batch, and the latest six gaps count", () => {
  const hours = (...list: number[]) =>
    batchStarts(list.map((hour) => hour * 3_600_000)).map((time) => time / 3_600_000);
  expect(hours(47.9, 0, 48, 95.9, 96)).toEqual([0, 48, 96]);
  expect(latestGaps([1, 3, 6, 10, 15, 21, 28, 36])).toEqual([3, 4, 5, 6, 7, 8]);
  expect(latestGaps([5])).toEqual([]);
});

test.each([
  [[7], "weekly"],
  [[7.01], "biweekly"],
  [[14], "biweekly"],
  [[31], "monthly"],
  [[31.01], "quarterly"],
  [[92], "quarterly"],
  [[184], "half-yearly"],
  [[184.01], null],
  // Between the third and the fourth: 7 + 8 / 4.
  [[7, 15, 7, 7], "biweekly"],
  [[], null],
])("gaps of %s days propose %s", (days, proposed) => {
  expect(proposedCadence(days.map((day) => day * DAY))).toBe(proposed);
});

/** Merged on the tenth of each of these months, a week after the offer. */
const monthly = (...months: number[]) =>
  months.map((month) => {
    const text = String(month).padStart(2, "0");
    return offer(`2026-${text}-03`, `2026-${text}-10`);
  });

interface Expected {
  readonly onTime: readonly [number, number];
  readonly median: number | null;
  readonly broken: boolean;
  readonly proposed: string | null;
  readonly oldest: number | null;
}

test.each<[string, string, Offer[], Expected]>([
  ["nothing was offered", "monthly", [], { onTime: [0, 0], median: null, broken: false, proposed: null, oldest: null }],
  [
    // May began before the first update. Gaps: 31, 30, 31, 31, 30.
    "every month something is merged",
    "monthly",
    monthly(5, 6, 7, 8, 9, 10),
    { onTime: [5, 5], median: 31, broken: false, proposed: null, oldest: null },
  ],
  [
    // From July on it is late at the end, and before that nothing was merged.
    "one batch, and an update that nobody merges",
    "monthly",
    [...monthly(5), offer("2026-06-03")],
    { onTime: [0, 5], median: null, broken: true, proposed: null, oldest: 170 },
  ],
  [
    // Gaps of 80 days. May and July are kept; from August on it is late.
    "about every 80 days",
    "monthly",
    [
      offer("2026-01-02", "2026-01-10"),
      offer("2026-03-25", "2026-03-31"),
      offer("2026-06-15", "2026-06-19"),
      offer("2026-07-02"),
    ],
    { onTime: [1, 5], median: 80, broken: true, proposed: "quarterly", oldest: 141 },
  ],
  [
    "what is held is not late, and months with nothing else do not count",
    "monthly",
    [...monthly(5), offer("2026-06-03", null, { held: true })],
    { onTime: [0, 0], median: null, broken: false, proposed: null, oldest: 170 },
  ],
  [
    "what was superseded or refused could have been merged",
    "monthly",
    [...monthly(9), offer("2026-10-03", "2026-10-20", { state: "superseded" })],
    { onTime: [0, 1], median: null, broken: true, proposed: null, oldest: null },
  ],
  [
    // Due on 7 September, merged on 2 October: late at the end of September only. Gaps: 61, 31, 22, 8.
    "a period is judged at its end",
    "monthly",
    [...monthly(6, 8, 9, 10), offer("2026-07-31", "2026-10-02")],
    { onTime: [2, 4], median: 26.5, broken: false, proposed: null, oldest: null },
  ],
  [
    "a merge in the first moment of a month is that month's",
    "monthly",
    [...monthly(8), offer("2026-09-03", "2026-10-01T00:00:00+09:00")],
    { onTime: [1, 2], median: 51.6, broken: false, proposed: null, oldest: null },
  ],
  [
    "a security update has its own promise",
    "monthly",
    [...monthly(9, 10), offer("2026-11-12", null, { security: true })],
    { onTime: [1, 1], median: 30, broken: true, proposed: "monthly", oldest: 8 },
  ],
  [
    "and keeps it up to the last moment",
    "monthly",
    [...monthly(9, 10), offer("2026-11-13", null, { security: true })],
    { onTime: [1, 1], median: 30, broken: false, proposed: null, oldest: 7 },
  ],
  [
    "an update keeps the promise up to the last moment",
    "monthly",
    [...monthly(9, 10), offer("2026-10-13")],
    { onTime: [1, 1], median: 30, broken: false, proposed: null, oldest: 38 },
  ],
  [
    "and breaks it after it",
    "monthly",
    [...monthly(9, 10), offer("2026-10-12T09:59:59+09:00")],
    { onTime: [1, 1], median: 30, broken: true, proposed: "monthly", oldest: 39 },
  ],
  [
    // Counted back from now, from 21 October on. Exactly 48 hours after a batch began another one does.
    "a number of days",
    "10 days",
    [offer("2026-10-20", "2026-11-05"), offer("2026-11-11", "2026-11-14"), offer("2026-11-11", "2026-11-16")],
    { onTime: [2, 3], median: 5.5, broken: false, proposed: null, oldest: null },
  ],
  [
    // On seven days in a row: four batches, but something on every day.
    "the rest of a batch keeps the period in which it is merged",
    "1 day",
    [13, 14, 15, 16, 17, 18, 19].map((day) => offer(`2026-11-${day}`, `2026-11-${day}T11:00:00+09:00`)),
    { onTime: [6, 6], median: 2, broken: false, proposed: null, oldest: null },
  ],
])("%s", (_name, cadence, offers, { onTime: [kept, of], median, broken, proposed, oldest }) => {
  expect(measure(offers, terms(cadence), NOW)).toMatchObject({
    ...{ promised: cadence, onTime: { kept, of }, keptMedianDays: median, broken, proposed, oldestOpenDays: oldest },
  });
});

test("what became of updates, and what waits", () => {
  const offers = [
    offer("2026-10-01", "2026-10-03", { automerge: true }),
    offer("2026-10-01", "2026-10-11", { automerge: false }),
    offer("2026-10-01", "2026-10-04", { state: "superseded" }),
    offer("2026-10-01", "2026-10-04", { state: "closed" }),
    offer("2026-01-01", "2026-01-02", { state: "closed" }),
    offer("2026-10-02", null, { kind: "major" }),
    offer("2026-10-05", null, { kind: "major" }),
    offer("2026-09-02"),
  ];
  expect(outcomesSince(offers, at("2026-06-01"))).toEqual({
    ...{ merged: 2, superseded: 1, refused: 1, automerge: { on: 1, of: 2 } },
    // Of 2 and 10 days.
    secondsToMerge: { p50: 6 * 86_400, p90: 794_880 },
  });
  expect(oldestByClass(offers).map(({ kind, openedAt }) => [kind, openedAt])).toEqual([
    ["minor", at("2026-09-02")],
    ["major", at("2026-10-02")],
  ]);
  const year = [offer("2025-11-20"), offer("2026-05-20")];
  expect(waitingYears(year, at("2026-11-20"))).toBeCloseTo((365 + 184) / 365.25);
  const periods = fullPeriods(cadenceOf("monthly"), NOW, terms("monthly").calendar, 2);
  expect(openByClass(offers, periods).map((counts) => Object.fromEntries(counts))).toEqual([
    { minor: 1 },
    { major: 2, minor: 1 },
  ]);
});

test.each<[string, string, Offer[], boolean]>([
  ["touched less than two periods ago", "2026-09-20T10:01:00+09:00", [offer("2026-11-01")], false],
  ["two periods ago, and nothing went on", "2026-09-20", [offer("2026-09-19")], false],
  ["two periods ago, and an update came", "2026-09-20", [offer("2026-09-21")], true],
  ["two periods ago, and one was closed", "2026-09-20", [offer("2026-09-01", "2026-09-21")], true],
  ["three periods ago", "2026-08-20", [], true],
])("the dashboard was %s", (_name, touched, offers, stale) => {
  expect(isDashboardStale(at(touched), offers, terms("monthly"), NOW.getTime())).toBe(stale);
});

test("a bot is silent two periods after it offered something, Renovate after it touched its dashboard too", () => {
  const offers = [offer("2026-03-01"), offer("2026-04-01"), offer("2026-05-01", null, { bot: "dependabot" })];
  const of = (touched: number | null) =>
    silences(offers, touched, terms("monthly")).map(({ bot, since, at: silent }) => [bot, since, silent]);
  const dependabot = ["dependabot", at("2026-05-01"), at("2026-07-01")];
  expect(of(null)).toEqual([["renovate", at("2026-04-01"), at("2026-06-01")], dependabot]);
  expect(of(at("2026-08-01"))).toEqual([dependabot, ["renovate", at("2026-08-01"), at("2026-10-01")]]);
});

const dependabot = (opened: string, merged: string | null = null) => offer(opened, merged, { bot: "dependabot" });
test.each<[string, Offer[], string | null]>([
  ["90 days after its last merge", [dependabot("2026-01-02", "2026-02-01"), dependabot("2026-03-01")], "2026-02-01"],
  [
    "90 days after its first offer, if none was merged",
    [dependabot("2026-03-01"), dependabot("2026-03-09")],
    "2026-03-01",
  ],
  ["not if it went on after that", [dependabot("2026-03-01"), dependabot("2026-06-01")], null],
  ["not with nothing open", [dependabot("2026-01-02", "2026-02-01")], null],
  ["Renovate does not", [offer("2026-03-01")], null],
])("Dependabot pauses itself %s", (_name, offers, since) => {
  const pause = since === null ? null : { since: at(since), at: at(since) + 90 * DAY };
  expect(dependabotPause(offers)).toEqual(pause);
});

test.each<[string, string, number, boolean]>([
  // Six months begin on 1 May; eight batches, the first of which was offered before that.
  ["over six periods and seven gaps", "2026-04-30", 8, true],
  ["not without all six periods", "2026-05-02", 8, false],
  ["not without seven gaps", "2026-04-30", 7, false],
  ["but after three and a half years in any case", "2023-05-19", 0, true],
])("closed pull requests are read far enough back: %s", (_name, from, batches, enough) => {
  const closed = Array.from({ length: batches }, (_, index) => ({
    ...offer(index === 0 ? "2026-04-20" : "2026-06-01", `2026-06-${String(2 * index + 2).padStart(2, "0")}`),
    ...{ packages: [], waiting: null },
  }));
  expect(isFarEnough(closed, at(from), terms("monthly"), NOW)).toBe(enough);
});

test("the first and the latest of more moments than a call can have arguments", () => {
  const times = Array.from({ length: 200_000 }, (_, time) => (time * 7) % 200_000);
  expect([earliestOf(times), latestOf(times), earliestOf([]), latestOf([])]).toEqual([0, 199_999, null, null]);
});

test("security updates against their own promise: what may still be merged in time does not count yet", () => {
  const security = (opened: string, merged: string | null = null, more: Partial<Offer> = {}) =>
    offer(opened, merged, { security: true, ...more });
  const offers = [
    security("2026-11-01", "2026-11-08"),
    security("2026-11-01", "2026-11-08T10:00:01+09:00"),
    security("2026-11-12"),
    security("2026-11-13"),
    security("2026-01-01", "2026-01-02"),
    security("2026-11-01", "2026-11-02", { state: "superseded" }),
    offer("2026-11-01", "2026-11-02"),
  ];
  expect(securityOnTime(offers, terms("monthly"), at("2026-06-01"), NOW.getTime())).toEqual({ kept: 1, of: 3 });
});
