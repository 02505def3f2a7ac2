import type { Language } from "../config/schema.ts";
import type { Action } from "../github/actions.ts";
import type { Part, Refusal } from "../github/apply/registry.ts";
import { LONGEST_LABEL } from "../github-limits.ts";
import { code } from "../markdown/escape.ts";

/** Whom GitHub refuses, and on what; `on` is `#12`, or null where it is not known. */
interface Texts {
  readonly part: Readonly<Record<Part, (value: string, on: string | null) => string>>;
  whole(what: string, reason: string): string;
  readonly doing: Readonly<Record<Action["action"], (on: string | null) => string>>;
}

const on = (number: string | null) => (number === null ? "" : ` on ${number}`);
/** With the space that separates Latin letters from Japanese text. */
const at = (number: string | null, otherwise = "") => (number === null ? otherwise : ` ${number} の`);

const en: Texts = {
  part: {
    assignee: (login, number) =>
      `GitHub does not accept ${login} as an assignee${on(number)}. Give them access to this repository, or change the assignees in sre.yml.`,
    reviewer: (login, number) =>
      `GitHub does not accept ${login} as a reviewer${on(number)}. Give them access to this repository.`,
    label: (label, number) =>
      `GitHub does not accept the label ${label}${on(number)}. A label has at most ${LONGEST_LABEL} characters: change it in sre.yml.`,
    draft: (_, number) =>
      `This repository has no draft pull requests, so ${number ?? "it"} was opened as an ordinary one. Remove \`draft: true\` from sre.yml.`,
  },
  whole: (what, reason) =>
    `GitHub refused to ${what}: ${reason}. Detoil tries again once a day, and as soon as sre.yml changes it.`,
  doing: {
    "create-branch": () => "create a branch",
    "create-commit": () => "accept a commit",
    "create-pull-request": () => "open the pull request",
    "update-pull-request": (number) => `update ${number ?? "the pull request"}`,
    "create-issue": () => "create an issue",
    "update-issue": (number) => `update ${number ?? "an issue"}`,
    "create-comment": (number) => `accept a comment${on(number)}`,
    "update-comment": (number) => `update a comment${on(number)}`,
    "delete-comment": (number) => `delete a comment${on(number)}`,
    "set-check-run": () => "accept the check",
    "add-labels": (number) => `label ${number ?? "an issue"}`,
    "add-assignees": (number) => `assign ${number ?? "an issue"}`,
    "remove-assignees": (number) => `remove an assignee${on(number)}`,
    "request-reviewers": (number) => `ask for a review${on(number)}`,
    "add-reaction": (number) => `accept a reaction${on(number)}`,
    "add-sub-issue": (number) => `link a sub-issue${on(number)}`,
    "add-blocked-by": (number) => `mark ${number ?? "an issue"} as blocked`,
    "remove-blocked-by": (number) => `remove a dependency of ${number ?? "an issue"}`,
    "create-milestone": () => "create the next milestone",
    "update-milestone": () => "change the milestone",
    "create-label": () => "create a label",
    "add-to-project": () => "put an issue into the project",
    "set-project-field": () => "fill in a field of the project",
  },
};

const ja: Texts = {
  part: {
    assignee: (login, number) =>
      `GitHub は ${login} を${at(number)}担当者として受け付けません。このリポジトリへのアクセス権を付与するか、sre.yml の担当者を変更してください。`,
    reviewer: (login, number) =>
      `GitHub は ${login} を${at(number)}レビュアーとして受け付けません。このリポジトリへのアクセス権を付与してください。`,
    label: (label, number) =>
      `GitHub は${at(number)}ラベル ${label} を受け付けません。ラベルは${LONGEST_LABEL}文字までです。sre.yml を変更してください。`,
    draft: (_, number) =>
      `このリポジトリではドラフトを使えないため、${number === null ? "プルリクエストは" : `${number} は`}通常のプルリクエストとして作成しました。sre.yml から \`draft: true\` を削除してください。`,
  },
  whole: (what, reason) =>
    `GitHub が${what}を拒否しました: ${reason}。Detoil は1日に1回、また sre.yml が変わったときに再試行します。`,
  doing: {
    "create-branch": () => "ブランチの作成",
    "create-commit": () => "コミットの作成",
    "create-pull-request": () => "プルリクエストの作成",
    "update-pull-request": (number) => `${at(number, "プルリクエストの")}更新`,
    "create-issue": () => " Issue の作成",
    "update-issue": (number) => `${at(number, " Issue の")}更新`,
    "create-comment": (number) => `${at(number)}コメントの投稿`,
    "update-comment": (number) => `${at(number)}コメントの更新`,
    "delete-comment": (number) => `${at(number)}コメントの削除`,
    "set-check-run": () => "チェックの更新",
    "add-labels": (number) => `${at(number)}ラベルの追加`,
    "add-assignees": (number) => `${at(number)}担当者の割り当て`,
    "remove-assignees": (number) => `${at(number)}担当者の解除`,
    "request-reviewers": (number) => `${at(number)}レビューの依頼`,
    "add-reaction": (number) => `${at(number)}リアクションの追加`,
    "add-sub-issue": (number) => `${at(number, " ")}サブ Issue の追加`,
    "add-blocked-by": (number) => `${at(number)}依存関係の追加`,
    "remove-blocked-by": (number) => `${at(number)}依存関係の削除`,
    "create-milestone": () => "次のマイルストーンの作成",
    "update-milestone": () => "マイルストーンの変更",
    "create-label": () => "ラベルの作成",
    "add-to-project": () => "プロジェクトへの追加",
    "set-project-field": () => "プロジェクトのフィールドの更新",
  },
};

const texts: Readonly<Record<Language, Texts>> = { en, ja };

export function refusalTexts(language: Language): Texts {
  return texts[language];
}

/** One sentence for the team with the remedy: Markdown, with GitHub's own words as code. */
export function refusalText({ action, part, value, number, reason }: Refusal, language: Language): string {
  const text = texts[language];
  const shown = number === null ? null : `#${number}`;
  if (part !== null) return text.part[part](code(value ?? ""), shown);
  return text.whole(text.doing[action](shown), code(reason));
}
