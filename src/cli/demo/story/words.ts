import type { Language } from "../../../calendar/format.ts";

/** How a chapter is told: what Detoil did, and what was expected. */
interface Words {
  opened(title: string): string;
  updated(title: string): string;
  closed(title: string): string;
  commented(title: string): string;
  editedComment(title: string): string;
  reacted(face: string, person: string, number: number): string;
  milestone(done: "made" | "reopened" | "closed", title: string): string;
  readonly expected: string;
  readonly missing: string;
  readonly nothing: string;
  more(lines: number): string;
}

export const wordsIn: Readonly<Record<Language, Words>> = {
  en: {
    opened: (title) => `opened ${title}`,
    updated: (title) => `updated ${title}`,
    closed: (title) => `closed ${title}`,
    commented: (title) => `commented on ${title}`,
    editedComment: (title) => `edited a comment on ${title}`,
    reacted: (face, person, number) => `${face} on ${person}'s comment on #${number}`,
    milestone: (done, title) => `${done} the milestone ${title}`,
    expected: "as expected:",
    missing: "missing:",
    nothing: "Detoil has nothing to write.",
    more: (lines) => `… and ${lines} lines more`,
  },
  ja: {
    opened: (title) => `${title} を作成`,
    updated: (title) => `${title} を更新`,
    closed: (title) => `${title} をクローズ`,
    commented: (title) => `${title} にコメント`,
    editedComment: (title) => `${title} のコメントを編集`,
    reacted: (face, person, number) => `#${number} の ${person} のコメントに ${face}`,
    milestone: (done, title) =>
      `マイルストーン「${title}」を${{ made: "作成", reopened: "再オープン", closed: "クローズ" }[done]}`,
    expected: "期待どおり:",
    missing: "不足:",
    nothing: "Detoil が書くことはありません。",
    more: (lines) => `… ほか${lines}行`,
  },
};
