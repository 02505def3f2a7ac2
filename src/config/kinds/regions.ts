import { createRequire } from "node:module";
import type DateHolidays from "date-holidays";

let cached: ReadonlySet<string> | null = null;

/** The countries and regions whose holidays are known. Read on first use: its tables take 100 ms to load, and most files name no country. */
export function regions(): ReadonlySet<string> {
  if (cached) return cached;
  const load = createRequire(import.meta.url);
  const Holidays: typeof DateHolidays = load("date-holidays");
  const holidays = new Holidays();
  const found = new Set<string>();
  for (const code of Object.keys(holidays.getCountries())) {
    found.add(code);
    for (const state of Object.keys(holidays.getStates(code) ?? {})) {
      found.add(`${code}-${state}`);
      for (const region of Object.keys(holidays.getRegions(code, state) ?? {})) found.add(`${code}-${state}-${region}`);
    }
  }
  cached = found;
  return found;
}
