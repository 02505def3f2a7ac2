import { cronProblem } from "../../calendar/cron.ts";
import { parseDuration } from "../../calendar/duration.ts";
import { zoneProblem } from "../../calendar/zone.ts";
import { plainCharacters } from "../characters.ts";
import { nearest } from "../nearest.ts";
import { checked } from "./checked.ts";
import type { ValueDiagnostic } from "./value-diagnostic.ts";

/** `3 business days`; not negative. */
export const duration = (example: string) => checked((value) => durationProblem(value, example));

/** The same, for what nobody can do in no time. */
export const positiveDuration = (example: string) =>
  checked((value) => {
    const isZero = parseDuration(value)?.amount === 0;
    return durationProblem(value, example) ?? (isZero ? { kind: "zero-duration", value, example } : null);
  });

function durationProblem(value: string, example: string): ValueDiagnostic | null {
  if (parseDuration(value) === null) return { kind: "not-a-duration", value, example };
  return value.trim().startsWith("-") ? { kind: "negative-duration", value, example } : null;
}

/** `-3 business days`: before or after something. */
export const offset = (example: string) =>
  checked((value) => (parseDuration(value) === null ? { kind: "not-a-duration", value, example } : null));

/** Five-field cron. */
export const cron = () =>
  checked((value) => {
    const reason = cronProblem(value);
    return reason === null ? null : { kind: "not-a-cron", value, reason };
  });

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether this is a day of the calendar, as `YYYY-MM-DD`. */
function isDay(value: string): boolean {
  if (!DATE.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
}

/** One day, `2026-12-29`. */
export const day = () => checked((value) => (isDay(value) ? null : { kind: "not-a-date", value }));

const LONGEST_RANGE = 200;

/** `2026-12-29/2027-01-03` of a text with just two days in it (`2026-12-29 - 2027-01-03`), or its only day; else null. */
export function daysMeantBy(text: string): string | null {
  const plain = plainCharacters(text.slice(0, LONGEST_RANGE));
  const days = [...plain.matchAll(/\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/g)].map(
    ([, year, month = "", day = ""]) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
  return (days.length === 1 || days.length === 2) && days.every(isDay) ? days.toSorted().join("/") : null;
}

/** A day or an inclusive range, `2026-12-29/2027-01-03`. */
export const dayOrRange = () =>
  checked((value) => {
    const ends = value.split("/");
    if (ends.length > 2 || !ends.every(isDay)) return { kind: "not-a-range", value, meant: daysMeantBy(value) };
    const [from = "", to = from] = ends;
    return from <= to ? null : { kind: "range-backwards", value };
  });

/** `09:00-18:00`, the first before the second; `24:00` ends a day. */
export const hours = () =>
  checked((value) => {
    const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(value);
    if (!match) return { kind: "not-hours", value };
    const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = match.slice(1).map(Number);
    const from = h1 * 60 + m1;
    const to = h2 * 60 + m2;
    return m1 < 60 && m2 < 60 && from < to && to <= 24 * 60 ? null : { kind: "not-hours", value };
  });

/** An IANA time zone, `Asia/Tokyo`. */
export const zone = () =>
  checked((value) => {
    if (zoneProblem(value) === null) return null;
    return { kind: "not-a-zone", value, near: nearest(value, Intl.supportedValuesOf("timeZone")) };
  });
