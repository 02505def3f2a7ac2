import { parseChecklist } from "../../../markdown/checklist.ts";
import { escapeTitle } from "../../../markdown/escape.ts";
import { withLineFeeds } from "../../../markdown/line-ends.ts";
import type { MergedPull } from "../facts.ts";
import { openingOf, startOf, unticked } from "./list-rows.ts";

/** A list without Detoil's block, and what stands around it, byte for byte. */
interface AdoptedList {
  readonly before: string;
  /** In Detoil's format, with the ticks, notes and order that it has. */
  readonly content: string;
  readonly after: string;
}

export interface Listed {
  readonly pull: MergedPull;
  /** Our text for it; null: Detoil does not list it. */
  readonly words: string | null;
}

/**
 * The list in a body without Detoil's block: git-pr-release's (`- [x] #3 @bo`, with or without titles), one that a
 * person began, or Detoil's own without its comments. null: no list names a pull request that waits. `frame` has
 * Detoil's lines around a list, which are part of it where they adjoin it.
 */
export function adoptList(
  body: string,
  listed: ReadonlyMap<number, Listed>,
  headerFooter: readonly string[],
): AdoptedList | null {
  const lines = body.split("\n");
  const rows = readableLines(lines);
  const isItem = (row: string | null) => row !== null && listed.get(numberOn(row) ?? 0)?.words != null;
  let [first, last] = [rows.findIndex(isItem), rows.findLastIndex(isItem)];
  if (first === -1) return null;
  const starts = new Set(headerFooter.map(startOf).filter((start) => start !== ""));
  const whole = new Set(headerFooter.map(unticked));
  // Adjoining lines: ours around a list, and people's own items.
  const belongs = (row: string | null | undefined) =>
    row != null && row.trim() !== "" && (starts.has(startOf(row)) || whole.has(unticked(row)) || isBox(row));
  // Empty lines belong to what follows them.
  for (let at = first - 1; at >= 0 && (belongs(rows[at]) || rows[at]?.trim() === ""); at -= 1)
    if (belongs(rows[at])) first = at;
  for (let at = last + 1; at < rows.length && (belongs(rows[at]) || rows[at]?.trim() === ""); at += 1)
    if (belongs(rows[at])) last = at;
  const startOfList = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const list = lines.slice(first, last + 1).join("\n");
  return {
    before: body.slice(0, startOfList),
    content: onceEach(withLineFeeds(list).replace(/\r$/, "").split("\n"), listed).join("\n"),
    after: body.slice(startOfList + list.replace(/\r$/, "").length),
  };
}

/** The lines; null for those in code fences and comments. */
function readableLines(lines: readonly string[]): (string | null)[] {
  let fence: string | null = null;
  let comment = false;
  return lines.map((line) => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? null;
    const hidden = fence !== null || comment || mark !== null;
    if (fence === null ? mark !== null : mark === fence) fence = fence === null ? mark : null;
    if (fence === null && line.lastIndexOf("<!--") > line.lastIndexOf("-->")) comment = true;
    else if (line.includes("-->")) comment = false;
    return hidden ? null : line.replace(/\r$/, "");
  });
}

function isBox(line: string): boolean {
  return parseChecklist(line)[0]?.kind === "item";
}

function numberOn(line: string): number | null {
  const [item] = parseChecklist(line);
  if (item?.kind === "item") return item.number;
  const reverted = /^[ \t]*[-*+][ \t]+~~#(\d{1,10})\b/.exec(line);
  return reverted === null ? null : Number(reverted[1]);
}

interface Entry {
  readonly number: number;
  readonly opening: string;
  readonly note: string;
}

/** Each pull request on one line: of duplicates, ticked if either was, and with both notes. */
function onceEach(lines: readonly string[], listed: ReadonlyMap<number, Listed>): string[] {
  const entries = new Map<number, Entry>();
  const out: (string | number)[] = [];
  for (const line of lines) {
    const number = numberOn(line);
    const known = listed.get(number ?? 0);
    if (number === null || known === undefined) {
      out.push(line);
      continue;
    }
    const opening = openingOf(line);
    const note = noteBehind(line.slice(opening.length), number, known.pull);
    if (known.words === null) {
      // The revert in a pair, or one listed separately: Detoil names it elsewhere. The line stays with people's
      // changes.
      if (note !== "" || /\[[xX]\]/.test(opening)) out.push(line);
      continue;
    }
    const before = entries.get(number);
    if (before === undefined) out.push(number);
    entries.set(number, before === undefined ? { number, opening, note } : merged(before, { number, opening, note }));
  }
  return out.map((line) => {
    const entry = typeof line === "number" ? entries.get(line) : undefined;
    if (entry === undefined) return String(line);
    return `${entry.opening}${listed.get(entry.number)?.words ?? ""}${entry.note}`;
  });
}

function merged(first: Entry, second: Entry): Entry {
  const ticked = /\[[xX]\]/.test(second.opening);
  const opening = ticked ? first.opening.replace("[ ]", "[x]") : first.opening;
  const note = second.note === first.note ? first.note : `${first.note}${second.note}`;
  return { number: first.number, opening, note };
}

/** What somebody wrote after number, title and people, with the space before it. */
function noteBehind(text: string, number: number, pull: MergedPull): string {
  // Only Detoil writes the line of a reverted one, and writes it again.
  if (text.startsWith("~~")) return "";
  let rest = text.replace(/^(?:\*\*|__)?#\d+(?:\*\*|__)?/, "").trimEnd();
  for (const title of [pull.title.trim(), escapeTitle(pull.title)]) rest = without(rest, ` ${title}`);
  const people = [...pull.assignees, ...(pull.author === null ? [] : [pull.author])].map(({ login }) => login);
  const names = people.flatMap((login) => {
    const short = login.replace(/\[bot\]$/, "");
    return [` @${login}`, ` @${short}`, ` (${short})`];
  });
  for (let left = ""; left !== rest; ) {
    left = rest;
    for (const name of names) rest = without(rest, name);
  }
  return rest.trim() === "" || rest.trim() === `#${number}` ? "" : rest;
}

function without(text: string, start: string): string {
  const begins = text.slice(0, start.length).toLowerCase() === start.toLowerCase();
  return begins && /^(?:[\s,.:;–—-]|$)/.test(text.slice(start.length)) ? text.slice(start.length) : text;
}
