import type { Language } from "../config/language.ts";
import { shownText } from "../config/text/quote.ts";
import type { FoundDeployments } from "./deployments.ts";
import type { FoundLane } from "./lanes.ts";

/** Sentences for comments of the suggested file, a line each, and for what is said beside it. Plain: names are on one line. */
export interface SuggestionText {
  /** What these days would have had, or a part of it. */
  had(releases: number | null, tasks: number | null, perWeek: number | null): string;
  replay(days: number, had: string): string;
  notReplayed(cut: boolean): string;
  readonly why: {
    readonly zone: string;
    lanes(lanes: readonly FoundLane[]): string;
    milestones(count: number, dated: number): string;
    /** `longest`: days between two of them. */
    updates(count: number, longest: number): string;
    deployments(setting: FoundDeployments["setting"], count: number): string;
    readonly repositories: string;
    readonly org: string;
  };
  /** Titles of tasks. */
  readonly examples: { readonly notes: string; readonly check: string };
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
const and = new Intl.ListFormat("en", { type: "conjunction" });
const pairOf = ({ from, to }: FoundLane) => `${shownText(from)} → ${shownText(to)}`;

function datedEn(count: number, dated: number): string {
  if (dated === 0) return "without";
  if (dated === count) return count === 1 ? "with" : "all with";
  return `${dated} of them with`;
}

const en: SuggestionText = {
  had: (releases, tasks, perWeek) =>
    and.format([
      ...(releases === null ? [] : [counted(releases, "release pull request")]),
      ...(tasks === null ? [] : [counted(tasks, "task")]),
      ...(perWeek === null ? [] : [`a deployment frequency of ${perWeek.toFixed(1)} a week`]),
    ]),
  replay: (days, had) => `With this file, those ${days} days would have had ${had}.`,
  notReplayed: (cut) =>
    `Not replayed: what people would have ticked, moved or closed, and what was deleted since; names and titles are those of today${cut ? "; only the last 1,000 merged pull requests were read" : ""}.`,
  why: {
    zone: "Set the zone in which you work.",
    lanes: (lanes) =>
      lanes
        .map((lane) => {
          const { length } = lane.releases;
          const times = length === 1 ? "once" : `${length} times`;
          return `${pairOf(lane)}: ${length === 0 ? "guessed from the branches' names.\nNo release between them was found." : `merged ${times}.`}`;
        })
        .join("\n"),
    milestones: (count, dated) =>
      `${counted(count, "milestone")}, ${datedEn(count, dated)} a date.\nThe tasks are examples: write what each release needs.`,
    updates: (count, longest) =>
      `${counted(count, "update")} by a bot were merged, at most ${counted(longest, "day")} apart.`,
    deployments(setting, count) {
      if ("environment" in setting)
        return `${counted(count, "deployment")} to ${and.format(setting.environment.map((one) => shownText(one)))}.`;
      if ("release" in setting) return `${counted(count, "release")} published.`;
      return `GitHub knows of no deployments here.\nWhat is merged into ${shownText(setting.merge)} counts as one: ${count}.`;
    },
    repositories:
      "Repositories without a sre.yml of their own that are named\nhere follow this file. None does so far: name a few.",
    org: "A table over all repositories with a sre.yml, once a week.",
  },
  examples: { notes: "Release notes for {{milestone.title}}", check: "Check {{milestone.title}} after its release" },
};

const ja: SuggestionText = {
  had: (releases, tasks, perWeek) =>
    [
      ...(releases === null ? [] : [`リリースのプルリクエスト${releases}件`]),
      ...(tasks === null ? [] : [`タスク${tasks}件`]),
      ...(perWeek === null ? [] : [`週${perWeek.toFixed(1)}回のデプロイ頻度`]),
    ].join("、"),
  replay: (days, had) => `この設定の場合、この${days}日間は${had}になっていました。`,
  notReplayed: (cut) =>
    `再現していないもの: チェック、移動、クローズなどの操作と、その後に削除されたもの。名前とタイトルは現在のものです。${cut ? "マージ済みプルリクエストは最新の1,000件だけを対象にしています。" : ""}`,
  why: {
    zone: "チームのタイムゾーンに変更してください。",
    lanes: (lanes) =>
      lanes
        .map((lane) => {
          const { length } = lane.releases;
          return `${pairOf(lane)}: ${length === 0 ? "ブランチ名による推測です。\nリリースは見つかりませんでした。" : `${length}回マージされています。`}`;
        })
        .join("\n"),
    milestones: (count, dated) =>
      `マイルストーン${count}件(${dated === 0 ? "期日なし" : dated === count ? "期日あり" : `うち期日あり${dated}件`})。\nタスクは例です。必要な作業に書き換えてください。`,
    updates: (count, longest) => `ボットによる更新が${count}件、最大${longest}日の間隔でマージされています。`,
    deployments(setting, count) {
      if ("environment" in setting)
        return `${setting.environment.map((one) => shownText(one)).join("、")} へのデプロイ${count}件。`;
      if ("release" in setting) return `公開されたリリース${count}件。`;
      return `GitHub にデプロイの記録がありません。\n${shownText(setting.merge)} へのマージをデプロイとみなします(${count}件)。`;
    },
    repositories:
      "sre.yml がないリポジトリのうち、ここに書いたものに適用します。\n今はどのリポジトリも対象外です。少数から始めてください。",
    org: "sre.yml のあるリポジトリの一覧表を、週に一度書きます。",
  },
  examples: { notes: "{{milestone.title}} のリリースノート", check: "{{milestone.title}} のリリース後の確認" },
};

const texts: Readonly<Record<Language, SuggestionText>> = { en, ja };

export function suggestionText(language: Language): SuggestionText {
  return texts[language];
}
