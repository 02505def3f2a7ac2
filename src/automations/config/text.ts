import { signature } from "../../markdown/signature.ts";
import { textsIn } from "../texts.ts";

interface Texts {
  /** Title of a red check, in the words of texts.md. */
  broken(problems: number): string;
  /** Title of a green check; null: not compared. */
  valid(changes: number | null): string;
  /** Title of a green check where only settings change that are not available yet. */
  readonly validLater: string;
  /** Those settings, as Markdown. */
  later(names: string): string;
  readonly deleted: string;
  readonly untouched: string;
  /** Title of the check and of the issue; `path` is plain, because titles are not Markdown. */
  misnamed(path: string): string;
  misnamedRemedy(path: string): string;
  readonly noFile: string;
  /** On a merge group. */
  readonly untouchedGroup: string;
  readonly warnings: string;
  readonly beneath: string;
  more(count: number): string;
  readonly hiddenErrors: string;
  readonly notCompared: string;
  readonly nothingChanges: string;
  readonly deletion: string;
  readonly offAfterDeletion: string;
  readonly orgAfterDeletion: string;
  onceOn(branch: string): string;
  currentStands(branch: string): string;
  versionStands(branch: string, day: string): string;
  readonly orgStands: string;
  readonly nothingStands: string;
  /** The file on the default branch is broken, and there are no issues to report it in. */
  noIssue(branch: string, problems: number): string;
  issueTitle(problems: number): string;
  /** The first line of the issue. */
  issueLead(problems: number): string;
  issueRemedy(branch: string): string;
  readonly fixed: string;
  footer(url: string): string;
  issueFooter(url: string): string;
}

const en: Texts = {
  broken: (problems) =>
    problems === 1
      ? "1 problem: nothing changes until it is fixed"
      : `${problems} problems: nothing changes until they are fixed`,
  valid(changes) {
    if (changes === null) return "Valid";
    if (changes === 0) return "Valid, and nothing changes";
    return changes === 1 ? "Valid, 1 thing changes" : `Valid, ${changes} things change`;
  },
  validLater: "Valid, but what it changes is not available yet",
  later: (names) => `Changed, but not available yet: ${names}. Detoil checks it, but does not act on it.`,
  deleted: "This pull request deletes sre.yml",
  untouched: "This pull request does not change sre.yml",
  misnamed: (path) => `${path} is not read: it must be .github/sre.yml`,
  misnamedRemedy: (path) => `**${path} is not read**, so nothing in it happens. Rename it to \`.github/sre.yml\`.`,
  noFile: "**This repository no longer has a sre.yml.** Nothing is left to do here.",
  untouchedGroup: "Nothing in this merge group changes sre.yml",
  warnings: "Warnings:",
  beneath: "In files that it extends:",
  more: (count) => `and ${count} more`,
  hiddenErrors: "A file that it extends has problems. This pull request comes from a fork, so they are not shown here.",
  notCompared: "What it inherits is not read for a pull request from a fork, so what changes is not listed here.",
  nothingChanges: "Detoil does the same as before.",
  deletion: "What this repository's own sre.yml asks for stops.",
  offAfterDeletion: "Once this is merged, Detoil stops working here.",
  orgAfterDeletion: "Once this is merged, the organization's sre.yml applies here.",
  onceOn: (branch) => `It takes effect once it is on ${branch}.`,
  currentStands: (branch) => `The present version stays in force on ${branch}.`,
  versionStands: (branch, day) => `The version of ${day} stays in force on ${branch}.`,
  orgStands: "The organization's sre.yml stays in force.",
  nothingStands: "There is no earlier version that works, so Detoil does nothing here until then.",
  noIssue: (branch, problems) =>
    `The sre.yml on ${branch} has ${problems === 1 ? "1 problem" : `${problems} problems`}. This repository has no issues, so only this check says so.`,
  issueTitle: (problems) => `.github/sre.yml has ${problems === 1 ? "1 problem" : `${problems} problems`}`,
  issueLead: (problems) =>
    problems === 1
      ? "**.github/sre.yml has 1 problem; nothing changes until it is fixed.**"
      : `**.github/sre.yml has ${problems} problems; nothing changes until they are fixed.**`,
  issueRemedy: (branch) => `Fix it on ${branch}, and Detoil closes this issue.`,
  fixed: "**sre.yml is valid again** and in force.",
  footer: (url) => signature("configuration.md", "checked again on every push", url),
  issueFooter: (url) => signature("configuration.md", "what you write above or below this part stays", url),
};

const ja: Texts = {
  broken: (problems) => `${problems}件の問題があります。修正するまで何も変わりません`,
  valid(changes) {
    if (changes === null) return "問題ありません";
    if (changes === 0) return "問題ありません。動作は変わりません";
    return `問題ありません。動作が${changes}件変わります`;
  },
  validLater: "問題ありません。変更した設定はまだ使えません",
  later: (names) => `変更した設定のうち ${names} はまだ使えません。内容の確認だけを行い、動作はしません。`,
  deleted: "このプルリクエストは sre.yml を削除します",
  untouched: "このプルリクエストは sre.yml を変更していません",
  misnamed: (path) => `${path} は読み込まれません(正しくは .github/sre.yml)`,
  misnamedRemedy: (path) =>
    `**${path} は読み込まれないため、効果がありません。** ファイル名を \`.github/sre.yml\` に変更してください。`,
  noFile: "**このリポジトリに sre.yml はなくなりました。** 対応は不要です。",
  untouchedGroup: "このマージグループに sre.yml の変更はありません",
  warnings: "ご確認ください:",
  beneath: "継承しているファイル:",
  more: (count) => `ほか${count}件`,
  hiddenErrors: "継承しているファイルに問題があります。フォークからのプルリクエストなので、内容はここに表示しません。",
  notCompared: "フォークからのプルリクエストでは継承元を読み込まないため、何が変わるかは表示しません。",
  nothingChanges: "Detoil の動作は今までと同じです。",
  deletion: "このリポジトリの sre.yml で指定していた動作は止まります。",
  offAfterDeletion: "マージすると、Detoil はこのリポジトリで動作しなくなります。",
  orgAfterDeletion: "マージすると、Organization の sre.yml が適用されます。",
  onceOn: (branch) => `${branch} に取り込まれた時点で有効になります。`,
  currentStands: (branch) => `${branch} では現在のバージョンが引き続き有効です。`,
  versionStands: (branch, day) => `${branch} では${day}のバージョンが引き続き有効です。`,
  orgStands: "Organization の sre.yml が引き続き有効です。",
  nothingStands: "有効なバージョンがまだないため、修正するまで Detoil はこのリポジトリで動作しません。",
  noIssue: (branch, problems) =>
    `${branch} の sre.yml には問題が${problems}件あります。このリポジトリでは Issue を使えないため、このチェックだけでお知らせします。`,
  issueTitle: (problems) => `.github/sre.yml に${problems}件の問題があります`,
  issueLead: (problems) => `**.github/sre.yml に${problems}件の問題があります。修正するまで何も変わりません。**`,
  issueRemedy: (branch) => `${branch} で修正すると、Detoil がこの Issue をクローズします。`,
  fixed: "**sre.yml の問題は解消しました。** 現在の内容が有効です。",
  footer: (url) => signature("configuration.md", "プッシュのたびに確認します", url),
  issueFooter: (url) => signature("configuration.md", "この部分の上や下に書いた内容はそのまま残ります", url),
};

export const messages = textsIn<Texts>({
  seen: 'The check "Detoil / config", and the issue about a broken sre.yml',
  en,
  ja,
  samples: ({ day, configUrl }) => ({
    broken: [[1], [2]],
    valid: [[null], [0], [1], [2]],
    later: [["`back-merge`"]],
    misnamed: [["sre.yaml"]],
    misnamedRemedy: [["`sre.yaml`"]],
    more: [[3]],
    onceOn: [["`develop`"]],
    currentStands: [["`develop`"]],
    versionStands: [["`develop`", day]],
    noIssue: [["`develop`", 2]],
    issueTitle: [[1], [2]],
    issueLead: [[1], [2]],
    issueRemedy: [["`develop`"]],
    footer: [[configUrl]],
    issueFooter: [[configUrl]],
  }),
});
