import { parseChecklist } from "../../../markdown/checklist.ts";
import { shortHash } from "../../../markdown/short-hash.ts";
import type { BlockData, WrittenLine } from "./block-data.ts";

/** A line of the list for one of our pull requests. */
export interface ItemRow {
  readonly kind: "item";
  readonly number: number;
  readonly indent: string;
  /** The bullet and box as somebody wrote them (`* [X] `); null for a new line. */
  readonly opening: string | null;
  /** It has a box; a line of a cancelled pair does not. */
  readonly boxed: boolean;
  readonly checked: boolean;
  /** What somebody wrote after our text, with the space before it. */
  readonly note: string;
  /** The whole text, where somebody replaced ours. */
  readonly own: string | null;
}

/** A line that somebody wrote: an item of their own, a heading between items, a note. */
interface HumanRow {
  readonly kind: "human";
  readonly raw: string;
}

export type Row = ItemRow | HumanRow;

const REVERTED = /^([ \t]*)([-*+][ \t]+)~~#(\d{1,10})(?![\w-])/;
const OPENING = /^[ \t]*([-*+][ \t]+\[[ xX]\][ \t]+)/;

/**
 * The rows of a block's content, in order. `current` is our text as it would be written now, with and without the
 * title, for blocks whose marker was lost; lines in `frame` or like those in `around` are ours and not rows.
 */
export function readListRows(
  content: string,
  data: BlockData,
  current: ReadonlyMap<number, readonly string[]>,
  around: readonly string[],
): Row[] {
  const starts = new Set(around.map(startOf).filter((start) => start !== ""));
  const seen = new Set<number>();
  const rows: Row[] = [];
  for (const line of parseChecklist(content)) {
    if (data.headerFooter.has(shortHash(unticked(line.raw))) || starts.has(startOf(line.raw))) continue;
    const back = REVERTED.exec(line.raw);
    const number = line.kind === "item" ? line.number : back === null ? null : Number(back[3]);
    if (number === null || seen.has(number) || !(current.has(number) || data.lines.has(number))) {
      rows.push({ kind: "human", raw: line.raw });
      continue;
    }
    seen.add(number);
    const opening = line.kind === "item" ? (OPENING.exec(line.raw)?.[1] ?? "") : (back?.[2] ?? "");
    const indent = line.kind === "item" ? line.indent : (back?.[1] ?? "");
    const text = line.raw.slice(indent.length + opening.length).trimEnd();
    rows.push({
      kind: "item",
      number,
      indent,
      opening,
      boxed: line.kind === "item",
      checked: line.kind === "item" && line.checked,
      ...noteIn(text, data.lines.get(number), current.get(number) ?? []),
    });
  }
  return withoutEdges(rows);
}

function noteIn(
  text: string,
  written: WrittenLine | undefined,
  current: readonly string[],
): Pick<ItemRow, "note" | "own"> {
  if (written?.length != null && shortHash(text.slice(0, written.length)) === written.hash) {
    return { note: text.slice(written.length), own: null };
  }
  const ours = current.find((words) => text === words || text.startsWith(`${words} `));
  if (ours !== undefined) return { note: text.slice(ours.length), own: null };
  return { note: "", own: text };
}

/** Indentation, bullet and box of a list item. */
export function openingOf(line: string): string {
  return /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/.exec(line)?.[0] ?? "";
}

/** A line as it was before somebody ticked it. */
export function unticked(line: string): string {
  return line.trimEnd().replace(/^([ \t]*[-*+][ \t]+)\[[xX]\]/, "$1[ ]");
}

/** Somebody may have changed one of our lines around the list; it is still ours, and is written again. */
export function startOf(line: string): string {
  return /^\s*[-*+]\s/.test(line) ? "" : line.trim().replace(/\d+/g, "0").slice(0, 16);
}

function isBlank(row: Row | undefined): boolean {
  return row?.kind === "human" && row.raw.trim() === "";
}

/** Without empty lines at either end, and with at most one in a row: our own lines stood between them. */
function withoutEdges(all: readonly Row[]): Row[] {
  const rows = all.filter((row, index) => !(isBlank(row) && isBlank(all[index - 1])));
  const first = rows.findIndex((row) => !isBlank(row));
  const last = rows.findLastIndex((row) => !isBlank(row));
  return first === -1 ? [] : rows.slice(first, last + 1);
}
