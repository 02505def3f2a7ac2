import { formatMoment, type Language } from "../../../../calendar/format.ts";
import type { Band } from "../../../../metrics/bands.ts";
import { durationText, percentText, shortNumber, UNKNOWN, wordsIn } from "../../../../metrics/words.ts";
import type { Grid } from "../../print/summary.ts";
import type { OrgMeasured, OrgRow } from "../measured.ts";
import { orgMessages } from "../text.ts";

/** More names than these are counted only. */
const MOST_NAMED = 10;

export interface OrgSummary {
  readonly language: Language;
  readonly heading: string;
  /** The same in two parts; the window is null where it differs. */
  readonly title: string;
  readonly window: string | null;
  /** The first column names the repository. */
  readonly grid: Grid;
  /** What is not in the table, and why. */
  readonly notes: readonly string[];
}

/** The table in words; `shown` makes a name safe where it is printed. */
export function orgSummary(measured: OrgMeasured, shown: (name: string) => string): OrgSummary {
  const { org, rows, at } = measured;
  const language = languageOf(rows);
  const text = orgMessages(language);
  const [first] = rows;
  const moment = (time: number, { settings }: OrgRow) =>
    formatMoment(new Date(time), settings.timezone, language, new Date(at));
  const windowText = (row: OrgRow) => text.window(moment(row.window.from, row), moment(row.window.to, row));
  const isOneWindow = new Set(rows.map(windowText)).size === 1;
  const statistics = rows.map(({ settings }) => wordsIn(language).statistics[settings.statistic]);
  const isOneStatistic = new Set(statistics).size === 1;
  if (first === undefined)
    return {
      language,
      heading: text.heading(org),
      title: text.heading(org),
      window: null,
      grid: { header: [], rows: [] },
      notes: notesOf(measured, language, shown),
    };
  return {
    language,
    heading: isOneWindow ? text.headingOf(org, windowText(first)) : text.heading(org),
    title: text.heading(org),
    window: isOneWindow ? windowText(first) : null,
    grid: {
      header: [
        ...text.columns((isOneStatistic && statistics[0]) || null),
        ...(isOneStatistic ? [] : [text.statisticColumn]),
        ...(isOneWindow ? [] : [text.windowColumn]),
      ],
      rows: rows.map((row, index) => [
        shown(row.repo),
        ...numbersOf(row, language).map((number) => banded(number, language)),
        ...(isOneStatistic ? [] : [statistics[index] ?? ""]),
        ...(isOneWindow ? [] : [windowText(row)]),
      ]),
    },
    notes: notesOf(measured, language, shown),
  };
}

/** A number of one row: in words, its band, and as it is sorted; null: not known. */
export interface OrgNumber {
  readonly shown: string;
  readonly band: Band | null;
  readonly value: number | null;
}

/** In the order of the columns. */
export function numbersOf({ report }: OrgRow, language: Language): OrgNumber[] {
  const { deploymentFrequency: frequency, leadTime, changeFailRate, recoveryTime, reworkRate } = report;
  const duration = (seconds: number | null) => (seconds === null ? UNKNOWN : durationText(seconds, language));
  const rate = (value: number | null) => (value === null ? UNKNOWN : percentText(value));
  return [
    { shown: shortNumber(frequency.perWeek), band: frequency.band, value: frequency.perWeek },
    { shown: duration(leadTime.seconds), band: leadTime.band, value: leadTime.seconds },
    { shown: rate(changeFailRate.rate), band: changeFailRate.band, value: changeFailRate.rate },
    { shown: duration(recoveryTime.seconds), band: recoveryTime.band, value: recoveryTime.seconds },
    { shown: rate(reworkRate.rate), band: null, value: reworkRate.rate },
  ];
}

function banded({ shown, band }: OrgNumber, language: Language): string {
  return band === null ? shown : `${shown} (${wordsIn(language).bands[band]})`;
}

function notesOf(
  { rows, without, archived, unread }: OrgMeasured,
  language: Language,
  shown: (name: string) => string,
): string[] {
  const text = orgMessages(language);
  const named = (repos: readonly string[]) => {
    const names = repos.slice(0, MOST_NAMED).map(shown).join(text.separator);
    return repos.length > MOST_NAMED ? text.more(names, repos.length - MOST_NAMED) : names;
  };
  const told = (repos: readonly string[], say: (count: number, names: string) => string) =>
    repos.length === 0 ? [] : [say(repos.length, named(repos))];
  return [
    ...(rows.length === 0 ? [text.none] : []),
    ...told(without, text.without),
    ...told(archived, text.archived),
    ...told(
      unread.map(({ repo }) => repo),
      text.unread,
    ),
  ];
}

/** Japanese where every team writes Japanese. */
export function languageOf(rows: readonly OrgRow[]): Language {
  return rows.length > 0 && rows.every(({ language }) => language === "ja") ? "ja" : "en";
}
