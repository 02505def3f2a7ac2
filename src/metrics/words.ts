import type { Language } from "../calendar/format.ts";
import type { Band } from "./bands.ts";
import type { FourKeysSettings, Statistic } from "./settings.ts";
import type { Stage } from "./stages.ts";

/** What is not known. */
export const UNKNOWN = "–";

export interface Words {
  /** DORA's names of the five. */
  readonly deploymentFrequency: string;
  readonly leadTime: string;
  readonly changeFailRate: string;
  readonly recoveryTime: string;
  readonly reworkRate: string;
  readonly bands: Readonly<Record<Band, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  /** From where to where a stage goes. */
  readonly spans: Readonly<Record<Stage, string>>;
  readonly statistics: Readonly<Record<Statistic, string>>;
  /** Where the clock of the lead time starts. */
  readonly starts: Readonly<Record<FourKeysSettings["leadTime"], string>>;
  /** Columns of a table of weeks. */
  readonly week: Readonly<Record<"start" | "deployments" | "leadTime" | "failRate" | "recovery", string>>;
  readonly often: Readonly<Record<"perDay" | "perWeek" | "everyDays", (number: string) => string>>;
  readonly units: Readonly<Record<"day" | "hour" | "minute" | "second", (count: number) => string>>;
  /** Between two units. */
  readonly gap: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    deploymentFrequency: "Deployment frequency",
    leadTime: "Lead time for changes",
    changeFailRate: "Change fail rate",
    recoveryTime: "Failed deployment recovery time",
    reworkRate: "Deployment rework rate",
    bands: { elite: "elite", high: "high", medium: "medium", low: "low" },
    stages: { coding: "coding", pickup: "pickup", review: "review", merge: "merge", deploy: "deploy" },
    spans: {
      coding: "from the first commit until ready for review",
      pickup: "from ready for review until the first review",
      review: "from the first review until the approval",
      merge: "from the approval until the merge",
      deploy: "from the merge until the deployment",
    },
    statistics: { p50: "median", p75: "p75", p90: "p90", mean: "mean" },
    starts: { "first-commit": "the first commit", opened: "opening", merged: "merging" },
    week: {
      start: "week of",
      deployments: "deployments",
      leadTime: "lead time",
      failRate: "fail rate",
      recovery: "recovery",
    },
    often: {
      perDay: (number) => `${number} a day`,
      perWeek: (number) => `${number} a week`,
      everyDays: (number) => `1 in ${number} days`,
    },
    units: {
      day: (count) => `${count} d`,
      hour: (count) => `${count} h`,
      minute: (count) => `${count} min`,
      second: (count) => `${count} s`,
    },
    gap: " ",
  },
  ja: {
    deploymentFrequency: "デプロイの頻度",
    leadTime: "変更のリードタイム",
    changeFailRate: "変更障害率",
    recoveryTime: "失敗したデプロイからの復旧時間",
    reworkRate: "デプロイの手戻り率",
    bands: { elite: "エリート", high: "高", medium: "中", low: "低" },
    stages: {
      coding: "コーディング",
      pickup: "レビュー待ち",
      review: "レビュー",
      merge: "マージ待ち",
      deploy: "デプロイ待ち",
    },
    spans: {
      coding: "最初のコミットからレビュー可能になるまで",
      pickup: "レビュー可能になってから最初のレビューまで",
      review: "最初のレビューから承認まで",
      merge: "承認からマージまで",
      deploy: "マージからデプロイまで",
    },
    statistics: { p50: "中央値", p75: "75パーセンタイル", p90: "90パーセンタイル", mean: "平均" },
    starts: { "first-commit": "最初のコミット", opened: "作成", merged: "マージ" },
    week: {
      start: "週の初日",
      deployments: "デプロイ",
      leadTime: "リードタイム",
      failRate: "障害率",
      recovery: "復旧時間",
    },
    often: {
      perDay: (number) => `1日に${number}回`,
      perWeek: (number) => `週に${number}回`,
      everyDays: (number) => `${number}日に1回`,
    },
    units: {
      day: (count) => `${count}日`,
      hour: (count) => `${count}時間`,
      minute: (count) => `${count}分`,
      second: (count) => `${count}秒`,
    },
    gap: "",
  },
};

export function wordsIn(language: Language): Words {
  return WORDS[language];
}

const UNITS = [
  { name: "day", seconds: 86_400 },
  { name: "hour", seconds: 3600 },
  { name: "minute", seconds: 60 },
  { name: "second", seconds: 1 },
] as const;

/** Seconds as people say them, to the second largest unit: `1 d 12 h`, 「43分」. */
export function durationText(seconds: number, language: Language): string {
  const { units, gap } = WORDS[language];
  const largest = UNITS.findIndex((unit) => seconds >= unit.seconds);
  const precision = UNITS[largest < 0 ? 3 : Math.min(largest + 1, 3)]?.seconds ?? 1;
  let rest = Math.round(seconds / precision) * precision;
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) parts.push(units[unit.name](count));
  }
  return parts.length === 0 ? units.second(0) : parts.join(gap);
}

/** Per day or per week, whichever is at least one; else one in so many days. */
export function frequencyText(perDay: number, language: Language): string {
  const { often } = WORDS[language];
  if (perDay >= 1) return often.perDay(shortNumber(perDay));
  if (perDay * 7 >= 1) return often.perWeek(shortNumber(perDay * 7));
  return often.everyDays(shortNumber(Math.round(1 / perDay)));
}

/** Three digits that count: `0.179`, `12.5`. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** `40%`, `6.7%` */
export function percentText(rate: number): string {
  return `${Number((rate * 100).toFixed(1))}%`;
}
