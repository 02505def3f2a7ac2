/** Whole numbers of a calendar, one or two digits that are not part of a longer number. */
const DAY = "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])(?!\\d)";
const MONTH = "(?<!\\d)(?:0?[1-9]|1[0-2])(?!\\d)";
const WEEK = "(?<!\\d)(?:0?[1-9]|[1-4]\\d|5[0-3])(?!\\d)";
const YEAR = "(?<!\\d)(?:19|20)\\d\\d(?!\\d)";
const SHORT_YEAR = "(?<!\\d)\\d\\d(?!\\d)";
const ANY_YEAR = `(?:${YEAR}|${SHORT_YEAR})`;
const MONTH_NAME =
  "(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?";
const SEASON = "(?<![a-z])(?:spring|summer|autumn|fall|winter)";
const PART = "(?:(?<![a-z])(?:q\\s?[1-4]|h\\s?[12])(?!\\d)|(?<!\\d)(?:[1-4]\\s?q|[12]\\s?h)(?![a-z]))";
const GAP = "[\\s,.'’/_-]{0,3}";
const ORDINAL = "(?:st|nd|rd|th)?";
const TIME = "(?:[T\\s]{1,2}\\d{1,2}[:h]\\d{2}(?::\\d{2})?(?:Z|\\s?[ap]m)?)?";

/**
 * The ways people write dates and periods, in English and Japanese. None of them repeats without a bound: titles come
 * from people.
 */
export const PERIODS: readonly RegExp[] = [
  // 2026-11-30, 2026/11, 2026.11.30 10:00, and as one number: 20261130, 202611, 261130
  `${YEAR}[-/._]${MONTH}(?:[-/._]${DAY})?${TIME}`,
  "(?<!\\d)(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])?(?!\\d)",
  "(?<!\\d)[23]\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)",
  // 30.11.2026, 11/30/2026, 11/30, 30.11., 11.2026
  `${DAY}[-/.]${DAY}[-/.]${YEAR}${TIME}`,
  `${DAY}/${DAY}(?:/${SHORT_YEAR})?`,
  `${DAY}\\.${MONTH}\\.(?!\\d)`,
  `${MONTH}[-/.]${YEAR}`,
  // 2026, 2026/27, '26, FY26, FY 2026-27
  `(?<!\\d\\.)${YEAR}(?:[-/–]${ANY_YEAR})?`,
  `['’]${SHORT_YEAR}`,
  `(?<![a-z])[fc]y${GAP}${ANY_YEAR}(?:[-/–]${ANY_YEAR})?`,
  // November 2026, Nov 30, Nov 30th, 2026, 30 November, 30th of Nov 26
  `${MONTH_NAME}${GAP}(?:${DAY}${ORDINAL}${GAP})?${ANY_YEAR}`,
  `${MONTH_NAME}${GAP}${DAY}${ORDINAL}(?:\\s?[-–~]\\s?${DAY})?`,
  `${DAY}${ORDINAL}${GAP}(?:of\\s)?${MONTH_NAME}(?:${GAP}${ANY_YEAR})?`,
  `${SEASON}${GAP}${ANY_YEAR}`,
  // Q4, 4Q26, H1 2026, FY26Q1, 2026-Q4, Quarter 4, 4th quarter
  `${PART}(?:${GAP}(?:fy\\s?)?${ANY_YEAR})?`,
  `(?<![a-z])(?:quarter|half|semester|trimester)\\s?[1-4](?!\\d)`,
  `(?<!\\d)[1-4]${ORDINAL}\\s(?:quarter|half|semester|trimester)`,
  // W48, 2026w48, Week 48, week #48, CW48, KW 48, 48th week
  `(?<![a-z])(?:week|wk|[ckw]?w)${GAP}(?:#|no\\.?\\s?)?${WEEK}(?:${GAP}${YEAR})?`,
  `${WEEK}${ORDINAL}\\sweek`,
  // 10:00
  "(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)",
  // 2026年11月30日, 第48週, 第4四半期, 26年度上期, 26年春, 令和8; 2週間 is a duration
  "(?<!\\d)\\d+\\s?(?:(?:年度?|月|日|週)(?!間)|四?半期|[上下]半?期|[春夏秋冬])",
  "(?:令和|平成|昭和)\\s?\\d{1,2}(?!\\d)",
].map((pattern) => new RegExp(pattern, "gi"));

/**
 * Whether the number from `start` to `end` of a title is part of a date or of a period of the calendar: then it is not
 * a counter.
 */
export function isOfCalendar(title: string, start: number, end: number): boolean {
  return PERIODS.some((pattern) =>
    [...title.matchAll(pattern)].some(({ index, 0: found }) => index <= start && end <= index + found.length),
  );
}
