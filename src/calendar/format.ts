import type { IsoDay } from "./day.ts";
import { isoDay, wallClock } from "./zone.ts";

/** The languages that Detoil writes. */
export type Language = "en" | "ja";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = {
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  ja: ["日", "月", "火", "水", "木", "金", "土"],
} as const;

/**
 * A plain date as people read it: `Fri 27 Nov`, 「11月27日(金)」. The year is written unless it is the year of `today`;
 * without `today` never.
 */
export function formatIsoDay(day: IsoDay, language: Language, today?: IsoDay): string {
  const date = new Date(day);
  const year = today === undefined || today.slice(0, 4) === day.slice(0, 4) ? null : day.slice(0, 4);
  const weekday = weekdayName(day, language);
  const [month, number] = [date.getUTCMonth(), date.getUTCDate()];
  if (language === "ja") return `${year === null ? "" : `${year}年`}${month + 1}月${number}日(${weekday})`;
  return `${weekday} ${number} ${MONTHS[month]}${year === null ? "" : ` ${year}`}`;
}

/** For the axis of a chart, where no more fits: `27 Nov`, `11/27`. */
export function formatAxisDay(day: IsoDay, language: Language): string {
  const date = new Date(day);
  const [month, number] = [date.getUTCMonth(), date.getUTCDate()];
  return language === "ja" ? `${month + 1}/${number}` : `${number} ${MONTHS[month]}`;
}

/** `Fri`, 「金」 */
export function weekdayName(day: IsoDay, language: Language): string {
  return WEEKDAYS[language][new Date(day).getUTCDay()] ?? "";
}

/** The day of an instant in the team's zone: `Fri 27 Nov`, with the year when it is not that of `now`. */
export function formatDay(date: Date, zone: string, language: Language, now?: Date): string {
  return formatIsoDay(isoDay(date, zone), language, now && isoDay(now, zone));
}

/** To the minute, with the zone: `Fri 27 Nov 17:00 JST`, 「11月27日(金)17:00 JST」. */
export function formatMoment(date: Date, zone: string, language: Language, now?: Date): string {
  const day = formatDay(date, zone, language, now);
  const minutes = Math.floor(wallClock(date, zone).time / 60_000);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ${zoneName(date, zone)}`;
  return language === "ja" ? `${day}${clock}` : `${day} ${clock}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

// Each English knows the abbreviations of its own parts of the world only, and JST is known in Japanese alone.
const LOCALES = ["en-US", "en-GB", "en-AU", "en-NZ", "en-IN", "en-ZA", "en-SG", "ja-JP"];

/** `JST`, `CEST`, and `GMT+5:45` where nobody has a name for it. */
function zoneName(date: Date, zone: string): string {
  const names = formatsOf(zone).map((format) => {
    const parts = format.formatToParts(date);
    return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  });
  return names.find((name) => /^[A-Z]{3,5}$/.test(name)) ?? names[0] ?? zone;
}

const known = new Map<string, readonly Intl.DateTimeFormat[]>();

/** Making one takes longer than formatting a hundred dates. */
function formatsOf(zone: string): readonly Intl.DateTimeFormat[] {
  const formats =
    known.get(zone) ??
    LOCALES.map((locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }));
  known.set(zone, formats);
  return formats;
}
