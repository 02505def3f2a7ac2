import type { Language } from "../../../calendar/format.ts";
import type { Cadence } from "../measuring/cadence.ts";
import type { Kind } from "../reading/update.ts";

type Unit = Cadence["duration"]["unit"];

interface Words {
  /** How often: `monthly`. */
  often(cadence: Cadence): string;
  /** So many periods of a promise: `6 months`; behind "the last". */
  periods(cadence: Cadence, count: number): string;
  /** null: nothing is said of it. */
  readonly kinds: Readonly<Record<Kind, string | null>>;
  /** A kind that could not be read, where all are listed. */
  readonly unknown: string;
  /** A month of a year on an axis, and in a sentence; a quarter, a half in a sentence. */
  month(month: number): string;
  monthInFull(month: number): string;
  quarter(year: string, quarter: number): string;
  half(year: string, half: number): string;
  /** The same on an axis, where neighbors must not overlap. */
  quarterOnAxis(year: string, quarter: number): string;
  halfOnAxis(year: string, half: number): string;
  /** A period of weeks in a sentence, `day` is its first one; of days the last, whose first one is another every day. */
  from(cadence: Cadence, day: string): string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const MONTHS_IN_FULL = [
  ...["January", "February", "March", "April", "May", "June", "July", "August", "September"],
  ...["October", "November", "December"],
];

const UNITS_EN: Readonly<Record<Unit, string>> = { days: "day", weeks: "week", months: "month" };

const NAMED_EN: Readonly<Record<string, string>> = {
  biweekly: "fortnight",
  quarterly: "quarter",
  "half-yearly": "half-year",
};

const en: Words = {
  often: ({ name, duration }) =>
    duration.unit === "days" ? (duration.amount === 1 ? "every day" : `every ${name}`) : name,
  periods({ name, duration: { amount, unit } }, count) {
    const one = NAMED_EN[name] ?? UNITS_EN[unit];
    if (unit === "days" && amount > 1) return `${count === 1 ? "" : `${count} periods of `}${amount} days`;
    return count === 1 ? one : `${count} ${one}s`;
  },
  kinds: {
    major: "major",
    minor: "minor",
    patch: "patch",
    pin: "pin",
    digest: "digest",
    lockfile: "lock file",
    replacement: "replacement",
    rollback: "roll-back",
    unknown: null,
  },
  unknown: "unknown",
  month: (month) => MONTHS[month - 1] ?? "",
  monthInFull: (month) => MONTHS_IN_FULL[month - 1] ?? "",
  quarter: (year, quarter) => `Q${quarter} ${year}`,
  half: (year, half) => `H${half} ${year}`,
  quarterOnAxis: (year, quarter) => `Q${quarter} ${year}`,
  halfOnAxis: (year, half) => `H${half} ${year}`,
  from({ duration: { amount, unit } }, day) {
    if (unit === "days") return `the last ${amount === 1 ? "day" : `${amount} days`}`;
    return amount === 1 ? `the week of ${day}` : `the ${amount} weeks from ${day}`;
  },
};

const NAMED_JA: Readonly<Record<string, { readonly often: string; readonly periods: (count: number) => string }>> = {
  weekly: { often: "毎週", periods: (count) => `${count}週` },
  biweekly: { often: "隔週", periods: (count) => `${count * 2}週` },
  monthly: { often: "毎月", periods: (count) => `${count}か月` },
  quarterly: { often: "四半期ごと", periods: (count) => `${count}四半期` },
  "half-yearly": { often: "半年ごと", periods: (count) => `${count}半期` },
};

const ja: Words = {
  often: ({ name, duration }) => NAMED_JA[name]?.often ?? (duration.amount === 1 ? "毎日" : `${duration.amount}日ごと`),
  periods: ({ name, duration }, count) =>
    NAMED_JA[name]?.periods(count) ?? `${duration.amount}日間${count === 1 ? "" : `×${count}回`}`,
  kinds: {
    major: "メジャー",
    minor: "マイナー",
    patch: "パッチ",
    pin: "固定",
    digest: "ダイジェスト",
    lockfile: "ロックファイル",
    replacement: "置き換え",
    rollback: "ロールバック",
    unknown: null,
  },
  unknown: "不明",
  month: (month) => `${month}月`,
  monthInFull: (month) => `${month}月`,
  quarter: (year, quarter) => `${year}年第${quarter}四半期`,
  half: (year, half) => `${year}年${half === 1 ? "上" : "下"}半期`,
  quarterOnAxis: (year, quarter) => `${year.slice(2)}年Q${quarter}`,
  halfOnAxis: (year, half) => `${year.slice(2)}年${half === 1 ? "上" : "下"}期`,
  from: ({ duration: { amount, unit } }, day) =>
    unit === "days" ? `直近${amount}日間` : `${day}からの${amount === 1 ? "週" : `${amount}週間`}`,
};

const WORDS: Readonly<Record<Language, Words>> = { en, ja };

/** Words that several texts of the cadence share. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
