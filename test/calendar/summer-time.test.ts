import { expect, test } from "vitest";
import { addDuration } from "../../src/calendar/add.ts";
import { addBusinessTime, isOpen, nextOpen } from "../../src/calendar/business.ts";
import { WEEKDAYS } from "../../src/calendar/day.ts";
import { wallClock } from "../../src/calendar/zone.ts";
import { changesOf, newYork } from "./law/clocks.ts";
import { DAYS, shifted } from "./law/days.ts";
import { team } from "./team.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = "America/New_York";

const office = team({}, ZONE);
const always = team({ week: [...WEEKDAYS], hours: "00:00-24:00" }, ZONE);
const night = team({ week: [...WEEKDAYS], hours: "01:00-04:00" }, ZONE);

const changes = [2024, 2025, 2026, 2027, 2028].map(changesOf);
const marches = changes.map(({ march }) => march);
const novembers = changes.map(({ november }) => november);
const both = [...marches, ...novembers];

test("the days of change are those that were announced", () => {
  expect(marches).toEqual(["2024-03-10", "2025-03-09", "2026-03-08", "2027-03-14", "2028-03-12"]);
  expect(novembers).toEqual(["2024-11-03", "2025-11-02", "2026-11-01", "2027-11-07", "2028-11-05"]);
});

test("New York's clock shows what the law says, at five times of each day of 2024 to 2028", () => {
  const wrong: string[] = [];
  for (const { day } of DAYS.filter((each) => each.day > "2024" && each.day < "2029")) {
    for (const clock of ["00:00", "01:45", "03:00", "12:30", "23:45"]) {
      const shown = wallClock(newYork(day, clock), ZONE);
      const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
      if (shown.day !== day || shown.time !== minutes * MINUTE) wrong.push(`${day} ${clock}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(both)("%s: days, weeks and months keep the clock over the change", (change) => {
  for (const clock of ["00:00", "01:30", "09:00", "23:59"]) {
    for (let before = 1; before <= 14; before++) {
      const [from, to] = [shifted(change, -before), shifted(change, 14 - before)];
      expect(addDuration(newYork(from, clock), { amount: 14, unit: "days" }, office)).toEqual(newYork(to, clock));
      expect(addDuration(newYork(from, clock), { amount: 2, unit: "weeks" }, office)).toEqual(newYork(to, clock));
      expect(addDuration(newYork(to, clock), { amount: -14, unit: "days" }, office)).toEqual(newYork(from, clock));
    }
    const [year, month, date] = change.split("-");
    const [last, next] = [Number(month) - 1, Number(month) + 1].map((each) => `${year}-${`${each}`.padStart(2, "0")}`);
    expect(addDuration(newYork(`${last}-${date}`, clock), { amount: 2, unit: "months" }, office)).toEqual(
      newYork(`${next}-${date}`, clock),
    );
  }
});

test.each(both)("%s: business days keep the clock, from the Friday before to the Monday after", (change) => {
  const [friday, monday] = [shifted(change, -2), shifted(change, 1)];
  for (const clock of ["00:00", "02:30", "09:00", "17:30", "23:59"]) {
    const one = { amount: 1, unit: "business days" } as const;
    const back = { amount: -1, unit: "business days" } as const;
    expect(addDuration(newYork(friday, clock), one, office)).toEqual(newYork(monday, clock));
    expect(addDuration(newYork(monday, clock), back, office)).toEqual(newYork(friday, clock));
    const elapsed = newYork(monday, clock).getTime() - newYork(friday, clock).getTime();
    expect(elapsed).toBe((marches.includes(change) ? 71 : 73) * HOUR);
  }
});

test.each(marches)("%s: a time that the clock skips is an hour later, one that it shows is itself", (march) => {
  const day = { amount: 1, unit: "days" } as const;
  const eve = shifted(march, -1);
  expect(addDuration(newYork(eve, "02:30"), day, office)).toEqual(newYork(march, "03:30"));
  expect(addDuration(newYork(eve, "01:59"), day, office)).toEqual(newYork(march, "01:59"));
  expect(addDuration(newYork(eve, "03:00"), day, office)).toEqual(newYork(march, "03:00"));
  // It is gone from then on: the next day is counted from the clock's time.
  const gap = addDuration(newYork(eve, "02:30"), day, office);
  expect(addDuration(gap, day, office)).toEqual(newYork(shifted(march, 1), "03:30"));
});

test.each(novembers)("%s: of a time that comes twice it is the first", (november) => {
  const first = newYork(november, "01:30");
  const second = new Date(first.getTime() + HOUR);
  const day = { amount: 1, unit: "days" } as const;
  expect(wallClock(second, ZONE)).toEqual(wallClock(first, ZONE));
  expect(addDuration(newYork(shifted(november, -1), "01:30"), day, office)).toEqual(first);
  for (const from of [first, second]) {
    expect(addDuration(from, day, office)).toEqual(newYork(shifted(november, 1), "01:30"));
    expect(addDuration(from, { amount: 24, unit: "hours" }, office)).toEqual(new Date(from.getTime() + 24 * HOUR));
  }
});

test.each(both)("%s: business hours in an office are the same before, over and after the change", (change) => {
  const [friday, monday] = [shifted(change, -2), shifted(change, 1)];
  const over = (start: Date, amount: number) => addDuration(start, { amount, unit: "business hours" }, office);
  expect(over(newYork(friday, "17:00"), 1)).toEqual(newYork(friday, "18:00"));
  expect(over(newYork(friday, "17:00"), 2)).toEqual(newYork(monday, "10:00"));
  expect(over(newYork(friday, "09:00"), 18)).toEqual(newYork(monday, "18:00"));
  expect(over(newYork(change, "12:00"), 1)).toEqual(newYork(monday, "10:00"));
  expect(over(newYork(monday, "10:00"), -2)).toEqual(newYork(friday, "17:00"));
  expect(over(newYork(change, "12:00"), -1)).toEqual(newYork(friday, "17:00"));
});

/** The working minutes of a day, one by one from the midnight before to the midnight after. */
function openMinutes(day: string, calendar: typeof office): number {
  let open = 0;
  const end = newYork(shifted(day, 1), "00:00").getTime();
  for (let time = newYork(day, "00:00").getTime(); time < end; time += MINUTE)
    if (isOpen(new Date(time), calendar)) open++;
  return open;
}

test.each(both)("%s: each minute of the night counts once", (change) => {
  const extra = marches.includes(change) ? -1 : 1;
  expect(openMinutes(change, always)).toBe((24 + extra) * 60);
  expect(openMinutes(change, night)).toBe((3 + extra) * 60);
  expect(openMinutes(shifted(change, 1), night)).toBe(3 * 60);
  expect(openMinutes(shifted(change, 1), office)).toBe(9 * 60);
  expect(openMinutes(change, office)).toBe(0);

  const start = newYork(shifted(change, -1), "12:00");
  expect(addBusinessTime(start, 36 * HOUR, always)).toEqual(new Date(start.getTime() + 36 * HOUR));
  // Three hours of the night before, those of this one, and one of the next.
  const hours = 3 + (3 + extra) + 1;
  const [first, last] = [newYork(shifted(change, -1), "01:00"), newYork(shifted(change, 1), "02:00")];
  expect(addBusinessTime(first, hours * HOUR, night)).toEqual(last);
  expect(addBusinessTime(last, -hours * HOUR, night)).toEqual(first);
});

test.each(both)("%s: opening time is on the clock of the day", (change) => {
  const monday = shifted(change, 1);
  const opening = newYork(monday, "09:00");
  for (const from of [newYork(change, "00:00"), newYork(change, "23:00"), newYork(monday, "08:59")]) {
    expect(isOpen(from, office)).toBe(false);
    expect(nextOpen(from, office)).toEqual(opening);
  }
  expect(isOpen(new Date(opening.getTime() - 1), office)).toBe(false);
  expect(isOpen(opening, office)).toBe(true);
  const closing = newYork(monday, "18:00");
  expect(isOpen(new Date(closing.getTime() - 1), office)).toBe(true);
  expect(isOpen(closing, office)).toBe(false);
  expect(nextOpen(closing, office)).toEqual(newYork(shifted(monday, 1), "09:00"));
  // In the night of the change itself.
  expect(nextOpen(newYork(change, "00:30"), night)).toEqual(newYork(change, "01:00"));
  expect(isOpen(newYork(change, "03:59"), night)).toBe(true);
  expect(nextOpen(newYork(change, "04:00"), night)).toEqual(newYork(monday, "01:00"));
});
