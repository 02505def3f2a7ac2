import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import type { HolidaysTypes } from "date-holidays";
import { addDays, type IsoDay } from "./day.ts";

type HolidaysClass = typeof Holidays;

// The data of all countries takes a tenth of a second and some memory to load: only for a team that names one.
const require = createRequire(import.meta.url);
let loaded: HolidaysClass | undefined;

function library(): HolidaysClass {
  loaded ??= require("date-holidays") as HolidaysClass;
  return loaded;
}

/** What is wrong with `JP` or `DE-BY`, in one sentence; null if the holidays there are known. */
export function holidayProblem(place: string): string | null {
  const [country = "", state, region, ...more] = place.split("-");
  const all = new (library())();
  if (!Object.hasOwn(all.getCountries() ?? {}, country)) {
    const better = country.toUpperCase();
    const hint = Object.hasOwn(all.getCountries() ?? {}, better)
      ? `Write ${better}`
      : "Write a two-letter code such as JP or DE";
    return `"${place}" is no country with known holidays. ${hint}, or a region such as DE-BY.`;
  }
  if (state === undefined) return null;
  const states = all.getStates(country) ?? {};
  if (!Object.hasOwn(states, state)) return missing(place, country, Object.keys(states));
  if (region === undefined) return null;
  const regions = all.getRegions(country, state) ?? {};
  if (more.length > 0 || !Object.hasOwn(regions, region))
    return missing(place, `${country}-${state}`, Object.keys(regions));
  return null;
}

function missing(place: string, within: string, known: readonly string[]): string {
  if (known.length === 0) return `"${place}": ${within} has no regions of its own. Write ${within}.`;
  return `"${place}" is no region of ${within}. Write ${within}, or with one of: ${known.join(", ")}.`;
}

const years = new Map<string, ReadonlySet<IsoDay>>();

/** Whether the day is a public holiday there, or the substitute for one. The place must have passed `holidayProblem`. */
export function isHoliday(place: string, day: IsoDay): boolean {
  const key = `${place} ${day.slice(0, 4)}`;
  let days = years.get(key);
  if (days === undefined) {
    days = holidaysOf(place, Number(day.slice(0, 4)));
    years.set(key, days);
  }
  return days.has(day);
}

function holidaysOf(place: string, year: number): ReadonlySet<IsoDay> {
  const [country = "", state = "", region = ""] = place.split("-");
  const holidays = new (library())(country, state, region, { types: ["public"] });
  // A holiday of several days may have begun in the old year.
  return new Set([year - 1, year].flatMap((each) => holidays.getHolidays(each)).flatMap(wholeDays));
}

function wholeDays(holiday: HolidaysTypes.Holiday): IsoDay[] {
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000;
  // The day on which summer time begins has 23 hours; half a day off still counts as a business day.
  const count = Math.floor((hours + 2) / 24);
  return Array.from({ length: count }, (_, index) => addDays(holiday.date.slice(0, 10), index));
}
