import type { Duration } from "../../../calendar/duration.ts";

/** The promises that have a name, the shortest first: a period of the calendar, and the longest that it lasts, in days. */
export const NAMED_CADENCES = [
  { name: "weekly", duration: { amount: 1, unit: "weeks" }, days: 7 },
  { name: "biweekly", duration: { amount: 2, unit: "weeks" }, days: 14 },
  { name: "monthly", duration: { amount: 1, unit: "months" }, days: 31 },
  { name: "quarterly", duration: { amount: 3, unit: "months" }, days: 92 },
  { name: "half-yearly", duration: { amount: 6, unit: "months" }, days: 184 },
] as const;

export type CadenceName = (typeof NAMED_CADENCES)[number]["name"];

/** How often updates are promised to be merged. */
export interface Cadence {
  /** As in sre.yml: `monthly`, `45 days`. */
  readonly name: string;
  /** One period: calendar weeks, calendar months, or days, which are counted back from now. */
  readonly duration: Duration & { readonly unit: "days" | "weeks" | "months" };
  /** The longest that a period lasts. */
  readonly days: number;
}

const DAYS = /^([1-9]\d{0,2}) days?$/;

/** Of a validated sre.yml. Throws if it is not valid. */
export function cadenceOf(name: string): Cadence {
  const named = NAMED_CADENCES.find((each) => each.name === name);
  if (named !== undefined) return named;
  const days = Number(DAYS.exec(name)?.[1]);
  if (Number.isNaN(days)) throw new Error(`not a cadence: ${name}`);
  return { name, duration: { amount: days, unit: "days" }, days };
}
