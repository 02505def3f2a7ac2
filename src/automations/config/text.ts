import type { Language } from "../../config/schema.ts";

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
  issueRemedy(branch: string): string;
  readonly fixed: string;
  footer(url: string): string;
}

const en: Texts = {
  broken: (problems) =>
    problems === 1
      ? "1 problem, nothing changes until it is mended"
      : `${problems} problems, nothing changes until they are mended`,
  valid(changes) {
    if (changes === null) return "Valid";
    if (changes === 0) return "Valid, nothing changes in what Detoil does";
    return changes === 1 ? "Valid, 1 change in what Detoil does" : `Valid, ${changes} changes in what Detoil does`;
  },
  validLater: "Valid, but what it changes is not available yet",
  later: (names) => `Changed, but not available yet: ${names}. Nothing acts on it so far.`,
  deleted: "The file goes away",
  untouched: "This pull request does not change sre.yml",
  misnamed: (path) => `${path} is not read: the file must be .github/sre.yml`,
  misnamedRemedy: (path) =>
    `Detoil reads \`.github/sre.yml\` only, so ${path} does nothing. Rename it to \`.github/sre.yml\`.`,
  noFile: "This repository no longer has a sre.yml.",
  untouchedGroup: "Nothing in this merge group changes sre.yml",
  warnings: "Worth knowing:",
  beneath: "In files that it extends:",
  more: (count) => `and ${count} more`,
  hiddenErrors: "A file that it extends has problems. This pull request comes from a fork, so they are not shown here.",
  notCompared: "What it inherits is not read for a pull request from a fork, so what changes is not listed here.",
  nothingChanges: "Detoil does the same as before.",
  deletion: "What this repository's own sre.yml asked for stops.",
  offAfterDeletion: "Once it is merged, Detoil does nothing here any more.",
  orgAfterDeletion: "Once it is merged, the organisation's sre.yml counts here.",
  onceOn: (branch) => `It counts once it is on ${branch}.`,
  currentStands: (branch) => `On ${branch} the present version stays in force.`,
  versionStands: (branch, day) => `On ${branch} the version of ${day} stays in force.`,
  orgStands: "What the organisation's sre.yml says stays in force.",
  nothingStands: "There is no earlier version in order, so Detoil does nothing here until then.",
  noIssue: (branch, problems) =>
    `The sre.yml on ${branch} has ${problems === 1 ? "1 problem" : `${problems} problems`}. This repository has no issues, so only this check can say it.`,
  issueTitle: (problems) => `.github/sre.yml has ${problems === 1 ? "1 problem" : `${problems} problems`}`,
  issueRemedy: (branch) => `Mend it on ${branch}, and this issue closes by itself.`,
  fixed: "The sre.yml is in order again and in force.",
  footer: (url) => `<sub>Detoil · config · [sre.yml](${url})</sub>`,
};

const ja: Texts = {
  broken: (problems) => `${problems}件の問題があり、直るまで何も変わりません`,
  valid(changes) {
    if (changes === null) return "問題ありません";
    if (changes === 0) return "問題ありません。Detoil の動きは変わりません";
    return `問題ありません。Detoil の動きが${changes}件変わります`;
  },
  validLater: "問題ありません。変更した設定はまだ使えません",
  later: (names) => `変更した設定のうち ${names} はまだ使えません。内容の確認だけで、何も動きません。`,
  deleted: "ファイルがなくなります",
  untouched: "このプルリクエストは sre.yml を変更していません",
  misnamed: (path) => `${path} は読み込まれません(正しくは .github/sre.yml)`,
  misnamedRemedy: (path) =>
    `Detoil が読むのは \`.github/sre.yml\` だけなので、${path} は何の効果もありません。\`.github/sre.yml\` に名前を変えてください。`,
  noFile: "sre.yml はもうありません。",
  untouchedGroup: "このマージグループに sre.yml の変更はありません",
  warnings: "注意点:",
  beneath: "継承しているファイル:",
  more: (count) => `ほか${count}件`,
  hiddenErrors: "継承しているファイルに問題があります。フォークからのプルリクエストなので、内容はここに示しません。",
  notCompared: "フォークからのプルリクエストでは継承先を読まないので、何が変わるかは示しません。",
  nothingChanges: "Detoil の動きは今までと同じです。",
  deletion: "このリポジトリの sre.yml で指定していたことは止まります。",
  offAfterDeletion: "マージすると、Detoil はここで何もしなくなります。",
  orgAfterDeletion: "マージすると、組織の sre.yml が使われます。",
  onceOn: (branch) => `${branch} に入った時点で有効になります。`,
  currentStands: (branch) => `${branch} では今の版が引き続き有効です。`,
  versionStands: (branch, day) => `${branch} では ${day} の版が引き続き有効です。`,
  orgStands: "組織の sre.yml が引き続き有効です。",
  nothingStands: "正しい版がまだないので、直るまで Detoil はここで何もしません。",
  noIssue: (branch, problems) =>
    `${branch} の sre.yml には問題が${problems}件あります。このリポジトリでは Issue を使えないため、このチェックでのみお知らせします。`,
  issueTitle: (problems) => `.github/sre.yml に${problems}件の問題があります`,
  issueRemedy: (branch) => `${branch} で直すと、この Issue は自動で閉じます。`,
  fixed: "sre.yml は直り、有効になりました。",
  footer: (url) => `<sub>Detoil · config · [sre.yml](${url})</sub>`,
};

const texts: Readonly<Record<Language, Texts>> = { en, ja };

export function messages(language: Language): Texts {
  return texts[language];
}
