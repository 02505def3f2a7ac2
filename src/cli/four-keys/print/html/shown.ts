import { formatDay, formatMoment } from "../../../../calendar/format.ts";
import type { Band } from "../../../../metrics/bands.ts";
import { durationText, percentText, UNKNOWN, type Words, wordsIn } from "../../../../metrics/words.ts";
import type { Instant } from "../../../../records/record.ts";
import { isoInstant } from "../../../../records/written.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { type PageMessages, pageMessages } from "./text.ts";

/** How a page writes what was measured. */
export interface Shown {
  readonly text: PageMessages;
  readonly words: Words;
  /** The configured one. */
  readonly statistic: string;
  /** Seconds. */
  duration(seconds: number | null): string;
  rate(share: number | null): string;
  band(band: Band): string;
  /** With the year: the page may be read in another one. */
  moment(time: Instant): string;
  day(time: Instant): Html;
}

const ANOTHER_YEAR = new Date(0);

export function shownFor({ language, settings, at }: Measured): Shown {
  const words = wordsIn(language);
  const zone = settings.timezone;
  return {
    text: pageMessages(language),
    words,
    statistic: words.statistics[settings.statistic],
    duration: (seconds) => (seconds === null ? UNKNOWN : durationText(seconds, language)),
    rate: (share) => (share === null ? UNKNOWN : percentText(share)),
    band: (band) => words.bands[band],
    moment: (time) => formatMoment(new Date(time), zone, language, ANOTHER_YEAR),
    day: (time) =>
      html`<time datetime="${isoInstant(time)}">${formatDay(new Date(time), zone, language, new Date(at))}</time>`,
  };
}
