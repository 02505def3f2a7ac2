import { textsIn } from "../texts.ts";

/** What every table of an organization says around its rows. Names are Markdown. */
export interface OrgTablesText {
  readonly repository: string;
  /** Repositories of no team, as a heading. */
  readonly others: string;
  readonly none: string;
  more(count: number): string;
  names(names: readonly string[], more: number): string;
  lacking(count: number, what: string, names: string): string;
  /** Their sre.yml. */
  broken(count: number, names: string): string;
  unknown(count: number, names: string): string;
  hidden(count: number): string;
  readonly footer: string;
}

const repositoriesEn = (count: number) => (count === 1 ? "1 repository" : `${count} repositories`);

const en: OrgTablesText = {
  repository: "Repository",
  others: "Repositories of no team",
  none: "**No repository is in this table yet.** Each comes within a day after it is switched on there.",
  more: (count) => `And ${count} more.`,
  names: (names, more) => `${names.join(", ")}${more === 0 ? "" : ` and ${more} more`}`,
  lacking: (count, what, names) => `${repositoriesEn(count)} ${count === 1 ? "has" : "have"} ${what}: ${names}.`,
  broken: (count, names) =>
    `${repositoriesEn(count)} ${count === 1 ? "has" : "have"} problems in sre.yml, and an issue there that names them: ${names}. Until they are fixed, the last valid version counts, if there was one.`,
  unknown: (count, names) =>
    `${repositoriesEn(count)} ${count === 1 ? "was" : "were"} not measured in the last 7 days: ${names}.`,
  hidden: (count) =>
    `${repositoriesEn(count)} ${count === 1 ? "is" : "are"} not named here, because everybody can read this issue: private, or not measured yet.`,
  footer: "rewritten when `org.schedule` says; what you write around this text stays",
};

const ja: OrgTablesText = {
  repository: "リポジトリ",
  others: "どのチームにも属さないリポジトリ",
  none: "**この表にはまだリポジトリがありません。** 各リポジトリで有効にすると、1日以内に表示されます。",
  more: (count) => `ほか${count}件。`,
  names: (names, more) => `${names.join("、")}${more === 0 ? "" : ` ほか${more}件`}`,
  lacking: (count, what, names) => `${count}件のリポジトリには${what}がありません: ${names}`,
  broken: (count, names) =>
    `${count}件のリポジトリの sre.yml に問題があります: ${names}。内容は各リポジトリの Issue にあります。直るまでは、最後に有効だった版があればそれを使います。`,
  unknown: (count, names) => `${count}件のリポジトリはこの7日間に計測されていません: ${names}`,
  hidden: (count) =>
    `この Issue は誰でも読めるため、${count}件のリポジトリ(非公開、または未計測)の名前は表示していません。`,
  footer: "`org.schedule` の日時に書き換えます。前後に書いた内容は残ります",
};

export const messages = textsIn<OrgTablesText>({
  seen: "Around the rows of an organization's table",
  en,
  ja,
  samples: () => ({
    more: [[12]],
    names: [
      [["`web`", "`api`"], 0],
      [["`web`", "`api`"], 3],
    ],
    lacking: [
      [1, "no `renovate` section", "`web`"],
      [2, "no `renovate` section", "`web`, `api`"],
    ],
    broken: [[1, "`web`"]],
    unknown: [[2, "`web`, `api`"]],
    hidden: [[1], [3]],
  }),
});
