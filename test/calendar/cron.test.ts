import fc from "fast-check";
import { expect, test } from "vitest";
import { cronProblem, lastTick, nextTick } from "../../src/calendar/cron.ts";
import { wallClock } from "../../src/calendar/zone.ts";
import { runs } from "../harness/long.ts";

test.each([
  "0 10 * * mon",
  "0 10 * * MON",
  "*/15 * * * *",
  "0 9-17/2 * * mon-fri",
  "0 9,12,18 1,15 jan,jul *",
  "0 0 29 2 *",
  "0 0 31 * *",
  "0 0 * * 7",
  "0 0 * * 0-7",
  "0 0 * * sat-sun",
  "0 0 * Jan-Mar/2 Mon,Wed-Fri",
  " 0\t10  * * * ",
  "00 09 * * *",
])("%j is a schedule", (text) => {
  expect(cronProblem(text)).toBeNull();
});

test.each([
  ["", "five fields"],
  ["@daily", "five fields"],
  ["* * * *", "has 4"],
  ["0 0 10 * * mon", "has 6"],
  ["60 * * * *", '"60" is not a minute. It goes from 0-59.'],
  ["* 24 * * *", '"24" is not an hour. It goes from 0-23.'],
  ["* * 0 * *", '"0" is not a day of the month. It goes from 1-31.'],
  ["* * * 13 *", '"13" is not a month. It goes from 1-12 or jan-dec.'],
  ["* * * * 8", '"8" is not a day of the week. It goes from 0-7 or sun-sat.'],
  ["* * * mon *", '"mon" is not a month'],
  ["* * * * jan", '"jan" is not a day of the week'],
  ["* * * * monday", '"monday" is not a day of the week'],
  ["mon * * * *", '"mon" is not a minute'],
  ["* * L * *", '"L" is not a day of the month'],
  ["* * 15W * *", '"15W" is not a day of the month'],
  ["* * * * 5#2", '"5#2" is not a day of the week'],
  ["* * * * 5L", '"5L" is not a day of the week'],
  ["* * ? * *", '"?" is not a day of the month'],
  ["5/10 * * * *", "A step needs * or a range"],
  ["*/0 * * * *", "the step of a minute is from 1 to 59"],
  ["*/60 * * * *", "the step of a minute is from 1 to 59"],
  ["17-9 * * * *", '"17-9" runs backwards'],
  ["* * * * fri-mon", '"fri-mon" runs backwards'],
  ["1, * * * *", '"" is not a minute'],
  ["1-2-3 * * * *", '"1-2-3" is not a minute'],
  ["-5 * * * *", '"-5" is not a minute'],
  ["1.5 * * * *", '"1.5" is not a minute'],
  ["*5 * * * *", '"*5" is not a minute'],
  ["H * * * *", '"H" is not a minute'],
  ["0 0 30 2 *", "never comes"],
  ["0 0 31 4,6,9,11 *", "never comes"],
])("%j is not one", (text, problem) => {
  expect(cronProblem(text)).toContain(problem);
});

const iso = (date: Date | null) => date?.toISOString() ?? null;

test.each([
  // cron, zone, now, the last, the next
  ["0 10 * * mon", "Asia/Tokyo", "2026-11-22T15:00:00Z", "2026-11-16T01:00:00.000Z", "2026-11-23T01:00:00.000Z"],
  ["0 10 * * mon", "Asia/Tokyo", "2026-11-23T01:00:00Z", "2026-11-23T01:00:00.000Z", "2026-11-30T01:00:00.000Z"],
  ["0 10 * * mon", "Asia/Tokyo", "2026-11-23T01:00:00.500Z", "2026-11-23T01:00:00.000Z", "2026-11-30T01:00:00.000Z"],
  ["0 10 * * mon", "Asia/Tokyo", "2026-11-23T00:59:59.999Z", "2026-11-16T01:00:00.000Z", "2026-11-23T01:00:00.000Z"],
  ["0 0 * * sat-sun", "UTC", "2026-11-20T12:00:00Z", "2026-11-15T00:00:00.000Z", "2026-11-21T00:00:00.000Z"],
  ["0 0 * * sun-mon", "UTC", "2026-11-20T12:00:00Z", "2026-11-16T00:00:00.000Z", "2026-11-22T00:00:00.000Z"],
  ["0 0 29 2 *", "UTC", "2026-11-20T12:00:00Z", "2024-02-29T00:00:00.000Z", "2028-02-29T00:00:00.000Z"],
  ["0 9 1 1 *", "UTC", "2026-12-31T12:00:00Z", "2026-01-01T09:00:00.000Z", "2027-01-01T09:00:00.000Z"],
  // both day fields: either
  ["0 9 13 * fri", "UTC", "2026-11-14T00:00:00Z", "2026-11-13T09:00:00.000Z", "2026-11-20T09:00:00.000Z"],
  ["0 9 13 * fri", "UTC", "2026-12-12T00:00:00Z", "2026-12-11T09:00:00.000Z", "2026-12-13T09:00:00.000Z"],
  // summer time begins: a fixed time in the gap comes at its end, a step leaves it out
  ["30 2 * * *", "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-29T01:00:00.000Z", "2026-03-30T00:30:00.000Z"],
  ["30 2,14 * * *", "Europe/Berlin", "2026-03-29T02:00:00Z", "2026-03-29T01:00:00.000Z", "2026-03-29T12:30:00.000Z"],
  ["*/30 * * * *", "Europe/Berlin", "2026-03-29T00:45:00Z", "2026-03-29T00:30:00.000Z", "2026-03-29T01:00:00.000Z"],
  // and ends: a fixed time comes once, a step in both hours
  ["30 2 * * *", "Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-25T00:30:00.000Z", "2026-10-26T01:30:00.000Z"],
  ["30 * * * *", "Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
])("%s in %s at %s: last %s, next %s", (cron, zone, now, last, next) => {
  expect(iso(lastTick(cron, zone, new Date(now)))).toBe(last);
  expect(iso(nextTick(cron, zone, new Date(now)))).toBe(next);
});

test("finding the rarest day takes no time", () => {
  expect(iso(lastTick("0 0 29 2 *", "UTC", new Date("2103-01-01T00:00:00Z")))).toBe("2096-02-29T00:00:00.000Z");
  expect(iso(nextTick("0 0 29 2 *", "UTC", new Date("2097-01-01T00:00:00Z")))).toBe("2104-02-29T00:00:00.000Z");
});

const numbers = (lowest: number, highest: number) =>
  fc.uniqueArray(fc.integer({ min: lowest, max: highest }), { minLength: 1, maxLength: 3 });
const instant = fc.date({ min: new Date("2024-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });

/** Minute by minute, over four days: slow and plain. */
function walked(from: Date, step: 1 | -1, fits: (date: Date) => boolean): Date | null {
  let time = Math.floor(from.getTime() / 60_000) * 60_000 + (step === 1 ? 60_000 : 0);
  for (let minutes = 0; minutes < 4 * 1440; minutes++, time += step * 60_000) {
    if (fits(new Date(time))) return new Date(time);
  }
  return null;
}

test("ticks match a walk along the clock, without summer time", () => {
  fc.assert(
    fc.property(
      numbers(0, 59),
      numbers(0, 23),
      numbers(0, 7),
      numbers(1, 31),
      fc.boolean(),
      instant,
      (minutes, hours, weekdays, dates, both, now) => {
        const cron = `${minutes} ${hours} ${both ? dates : "*"} * ${weekdays}`;
        expect(cronProblem(cron)).toBeNull();
        const fits = (date: Date) => {
          const { day, time } = wallClock(date, "Asia/Tokyo");
          const weekday = new Date(day).getUTCDay();
          const inWeek = weekdays.some((each) => each % 7 === weekday);
          const onDay = inWeek || (both && dates.includes(Number(day.slice(8))));
          return onDay && minutes.includes((time / 60_000) % 60) && hours.includes(Math.floor(time / 3_600_000));
        };
        const last = walked(now, -1, fits);
        const next = walked(now, 1, fits);
        if (last !== null) expect(iso(lastTick(cron, "Asia/Tokyo", now))).toBe(iso(last));
        if (next !== null) expect(iso(nextTick(cron, "Asia/Tokyo", now))).toBe(iso(next));
      },
    ),
    runs(30),
  );
});

test("the last and the next tick agree, across summer time too", () => {
  const cron = fc.constantFrom(
    "30 2 * * *",
    "*/20 * * * *",
    "0 0 * * *",
    "15 1-3 * * *",
    "0 3 * * sun",
    "30 2,14 1 * *",
    "0 12 29 2 *",
  );
  const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC");
  const around = fc
    .tuple(
      fc.constantFrom(
        "2026-03-29T01:00:00Z",
        "2026-10-25T01:00:00Z",
        "2026-03-08T07:00:00Z",
        "2026-11-01T06:00:00Z",
        "2026-04-04T15:00:00Z",
      ),
      fc.integer({ min: -7200, max: 7200 }),
    )
    .map(([moment, seconds]) => new Date(Date.parse(moment) + seconds * 1000));
  fc.assert(
    fc.property(cron, zone, around, (text, where, now) => {
      const next = nextTick(text, where, now);
      expect(next).not.toBeNull();
      if (next === null) return;
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      expect(iso(lastTick(text, where, next))).toBe(iso(next));
      const last = lastTick(text, where, now);
      expect(last).not.toBeNull();
      if (last === null) return;
      expect(last.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(iso(nextTick(text, where, last))).toBe(iso(next));
    }),
    runs(300),
  );
});
