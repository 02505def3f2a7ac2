import { isDay } from "./day.ts";

const WRITTEN =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?(Z|z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/;

/**
 * A moment with its zone, in milliseconds since 1970: `2026-11-20T10:00:00+09:00`. "no-zone": the zone is missing, and it would
 * be another moment on every machine. null: no such moment; 30 February is none, whatever `Date` makes of it.
 */
export function parseInstant(text: string): number | "no-zone" | null {
  const written = WRITTEN.exec(text);
  if (written === null) return isDay(text) ? "no-zone" : null;
  const [, day = "", hours, minutes, seconds = "00", fraction = "", zone] = written;
  // Every month has 28 days: only the others must be looked up, which takes as long as all the rest.
  if (day.slice(8) > "28" && !isDay(day)) return null;
  if (zone === undefined) return "no-zone";
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}${fraction.slice(0, 4)}${offset}`);
}
