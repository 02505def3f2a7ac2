import { nth } from "./days.ts";

/** The day in March and the day in November on which the United States change their clocks. Source: 15 U.S.C. 260a (a). */
export function changesOf(year: number): { readonly march: string; readonly november: string } {
  return { march: nth(2, "sun", year, 3), november: nth(1, "sun", year, 11) };
}

/** The instant at which New York's clock shows that; the first one when it comes twice. 02:00 to 02:59 in March never does. */
export function newYork(day: string, clock: string): Date {
  const { march, november } = changesOf(yearOf(day));
  return instant(day, clock, within(day, clock, `${march} 02:00`, `${november} 02:00`) ? "-04:00" : "-05:00");
}

/** The same in Los Angeles. */
export function losAngeles(day: string, clock: string): Date {
  const { march, november } = changesOf(yearOf(day));
  return instant(day, clock, within(day, clock, `${march} 02:00`, `${november} 02:00`) ? "-07:00" : "-08:00");
}

/** The same in Berlin: all of Europe changes at 01:00 UTC, on the last Sundays of March and October. Source: 2000/84/EC. */
export function berlin(day: string, clock: string): Date {
  const [march, october] = [nth(-1, "sun", yearOf(day), 3), nth(-1, "sun", yearOf(day), 10)];
  return instant(day, clock, within(day, clock, `${march} 02:00`, `${october} 03:00`) ? "+02:00" : "+01:00");
}

/** The same in Tokyo, which has no summer time. */
export function tokyo(day: string, clock: string): Date {
  return instant(day, clock, "+09:00");
}

function within(day: string, clock: string, first: string, end: string): boolean {
  const shown = `${day} ${clock}`;
  return shown >= first && shown < end;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function instant(day: string, clock: string, offset: string): Date {
  return new Date(`${day}T${clock}:00${offset}`);
}
