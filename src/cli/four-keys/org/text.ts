import type { Language } from "../../../calendar/format.ts";

const repositories = (count: number) => `${count} ${count === 1 ? "repository" : "repositories"}`;
const of = (duration: string, statistic: string | null) =>
  statistic === null ? duration : `${duration} (${statistic})`;

const en = {
  heading: (org: string) => `Four Keys of ${org}`,
  headingOf: (org: string, window: string) => `Four Keys of ${org}, ${window}`,
  window: (from: string, to: string) => `${from} to ${to}`,
  /** `statistic`: of all durations; null: it differs. */
  columns: (statistic: string | null) => [
    ...["repository", "deployments a week", of("lead time", statistic)],
    ...["fail rate", of("recovery", statistic), "rework"],
  ],
  statisticColumn: "statistic",
  windowColumn: "window",
  none: "No repository has the section `four-keys` in its sre.yml.",
  without: (count: number, names: string) => `${repositories(count)} without the section \`four-keys\`: ${names}.`,
  archived: (count: number, names: string) => `${repositories(count)} archived: ${names}.`,
  unread: (count: number, names: string) => `${repositories(count)} not read: ${names}.`,
  more: (names: string, count: number) => `${names} and ${count} more`,
  separator: ", ",
};

type Messages = typeof en;

const ja: Messages = {
  heading: (org) => `${org} の Four Keys`,
  headingOf: (org, window) => `${org} の Four Keys(${window})`,
  window: (from, to) => `${from} から ${to} まで`,
  columns: (statistic) => [
    ...["リポジトリ", "週あたりのデプロイ", of("リードタイム", statistic)],
    ...["障害率", of("復旧時間", statistic), "手戻り率"],
  ],
  statisticColumn: "統計",
  windowColumn: "期間",
  none: "sre.yml に `four-keys` があるリポジトリはありません。",
  without: (count, names) => `\`four-keys\` がないリポジトリ${count}件: ${names}`,
  archived: (count, names) => `アーカイブ済みのリポジトリ${count}件: ${names}`,
  unread: (count, names) => `読み取れなかったリポジトリ${count}件: ${names}`,
  more: (names, count) => `${names} ほか${count}件`,
  separator: "、",
};

export function orgMessages(language: Language): Messages {
  return language === "ja" ? ja : en;
}
