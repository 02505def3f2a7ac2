import { tzOffset } from "@date-fns/tz";
import type { IsoDay } from "./day.ts";

// Names that Node accepts beside IANA's: abbreviations that several zones share, or that stay at one offset all year.
const SHARED =
  /^(?:ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|IET|IST|JST|MIT|NET|NST|PLT|PNT|PRT|PST|SST|VST)$/i;

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Good names in small letters: to try one takes longer than the rest of a configuration. */
const known = new Set<string>();

/** What is wrong with a time zone's name, in one sentence; null if it is an IANA name. */
export function zoneProblem(zone: string): string | null {
  const example = "Write an IANA name such as Asia/Tokyo, Europe/Berlin or UTC.";
  if (/^[+-]/.test(zone)) return `"${zone}" is an offset, which knows no summer time. ${example}`;
  if (SHARED.test(zone)) return `"${zone}" is an abbreviation, not a time zone. ${example}`;
  if (known.has(zone.toLowerCase())) return null;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    known.add(zone.toLowerCase());
    return null;
  } catch {
    return `"${zone}" is not a time zone. ${example}`;
  }
}

/** The wall clock of a zone: the day, and the milliseconds that it shows since midnight. */
export interface WallClock {
  readonly day: IsoDay;
  readonly time: number;
}

export function wallClock(date: Date, zone: string): WallClock {
  const local = date.getTime() + offsetAt(date.getTime(), zone);
  const time = ((local % DAY) + DAY) % DAY;
  return { day: new Date(local).toISOString().slice(0, 10), time };
}

/** The calendar day of an instant in a zone: `2026-11-27`. */
export function isoDay(date: Date, zone: string): IsoDay {
  return wallClock(date, zone).day;
}

/**
 * The instant at which a zone's clock shows this time (milliseconds since midnight, 24:00 is the next day's midnight).
 * When summer time begins, 02:30 does not exist and becomes 03:30; when it ends, 02:30 comes twice and the first counts.
 */
export function instantOf(day: IsoDay, time: number, zone: string): Date {
  const local = Date.parse(day) + time;
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const first = local - before;
  if (offsetAt(first, zone) === before) return new Date(first);
  const second = local - after;
  return new Date(offsetAt(second, zone) === after ? second : first);
}

function offsetAt(time: number, zone: string): number {
  return tzOffset(zone, new Date(time)) * MINUTE;
}
