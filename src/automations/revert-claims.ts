import { paragraphsOf } from "../commands/blocks.ts";
import { codeAndHtml } from "../commands/inline.ts";

/**
 * On a line of its own: within a sentence it may mean a part of the pull request (flutter/cocoon#2226). A full stop may
 * follow.
 */
const PULL = /^Reverts +(?:([\w.-]+\/[\w.-]+))?#(\d{1,10})\.? *$/i;
const COMMIT = /\bThis reverts commit[ \n]{1,8}([0-9a-f]{7,40})\b/gi;
const TITLE = /^Revert "(.+)"(?: \(#\d{1,10}\))?$/s;

/** `Reverts owner/name#12` in a pull request's text or a commit message; those of other repositories do not count. */
export function pullsReverted(text: string, repository: string): number[] {
  if (!/\bReverts /i.test(text)) return [];
  return shownLines(text)
    .map((line) => PULL.exec(line))
    .filter((match) => match !== null)
    .filter(([, elsewhere]) => elsewhere === undefined || elsewhere.toLowerCase() === repository.toLowerCase())
    .map(([, , number]) => Number(number));
}

/** `This reverts commit SHA.` in a text or commit message. */
export function commitsReverted(text: string): string[] {
  if (!/\breverts commit\b/i.test(text)) return [];
  return paragraphs(text).flatMap(({ words }) =>
    [...words.matchAll(COMMIT)].map((match) => (match[1] ?? "").toLowerCase()),
  );
}

/** `Revert "TITLE"` → TITLE; null for any other title. */
export function titleReverted(title: string): string | null {
  return TITLE.exec(title)?.[1] ?? null;
}

/** The lines of a text that people read and mean: see `paragraphs`. */
export function shownLines(text: string): string[] {
  return paragraphs(text).flatMap(({ lines }) => lines);
}

interface Words {
  readonly words: string;
  readonly lines: readonly string[];
}

/**
 * The text without comments, code and quotes: those are words of a template, an example or somebody else
 * (ClickHouse#36339).
 */
function paragraphs(text: string): Words[] {
  return paragraphsOf(text).map((paragraph) => {
    const whole = paragraph.map((line) => line.text).join("\n");
    let words = "";
    let at = 0;
    for (const { start, end } of codeAndHtml(whole)) {
      // HTML is not shown; code is, and stays a part of its sentence.
      words += `${whole.slice(at, start)}${whole[start] === "`" ? "\u0000" : ""}`;
      at = end;
    }
    words += whole.slice(at);
    return { words, lines: words.split("\n") };
  });
}
