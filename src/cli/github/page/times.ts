import type { Time } from "../../../../simulator/state.ts";
import { formatDay, formatIsoDay, formatMoment, type Language } from "../../../calendar/format.ts";
import { wallClock } from "../../../calendar/zone.ts";
import { type Html, html } from "../../html.ts";

/** A moment. Its words are filled in by `withTimes`: whose zone they are read in is known only there. */
export const when = (time: Time, language: Language = "en"): Html =>
  html`<time${language === "en" ? null : html` lang="${language}"`} datetime="${time}"></time>`;

/** No moment of a page is of this year. */
const ANOTHER_YEAR = new Date(0);

/** The page's clock: with the name of the zone, and the year that every moment without one is in. */
export const whenInZone = (time: Time): Html => html`<time class="zoned" datetime="${time}"></time>`;

/** "Thu 17 Dec 2026": the day that a milestone's `due_on` means, its UTC date part; with the year as any other moment. */
export const dayOf = (dueOn: Time, now: Time) => formatIsoDay(dueOn.slice(0, 10), "en", now.slice(0, 10));

/** Fills in the moments of a page; the exact one appears on hover. Text of people holds no `<time>`: it is escaped. */
export function withTimes(page: string, zone: string, now: Time): string {
  const today = new Date(now);
  return page.replace(
    /<time( class="zoned")?( lang="ja")? datetime="([^"]+)"><\/time>/g,
    (_all, zoned: string | undefined, lang: string | undefined, time: Time) => {
      const [at, language] = [new Date(time), lang === undefined ? "en" : "ja"] as const;
      const words =
        zoned === undefined ? moment(at, zone, language, today) : formatMoment(at, zone, language, ANOTHER_YEAR);
      return `<time datetime="${time}" title="${time}">${words}</time>`;
    },
  );
}

/** "Fri 20 Nov 10:00", with the year when it is not this one. */
function moment(at: Date, zone: string, language: Language, now: Date): string {
  const clock = new Date(wallClock(at, zone).time).toISOString().slice(11, 16);
  return `${formatDay(at, zone, language, now)}${language === "ja" ? "" : " "}${clock}`;
}
