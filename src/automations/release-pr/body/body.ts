import { LONGEST_BODY } from "../../../github-limits.ts";
import { managedBlock } from "../../../managed/managed-body.ts";
import { lengthOf } from "../../../markdown/length.ts";
import { shortHash } from "../../../markdown/short-hash.ts";
import { type Item, ships } from "../changes/items.ts";
import type { MergedPull } from "../facts.ts";
import { messages } from "../text.ts";
import { adoptList, type Listed } from "./adopt-list.ts";
import { type BlockData, readBlockData, type WrittenLine, writeBlockData } from "./block-data.ts";
import { BLOCK } from "./block-key.ts";
import { beginningsOf, type HeaderFooter, headerFooterHashes, keepTicks, linesOf } from "./header-footer.ts";
import { type Detail, type Wording, wordsFor } from "./item-line.ts";
import { type ItemRow, type Row, readListRows } from "./list-rows.ts";
import { mergeListRows } from "./merge-list-rows.ts";

/** Leaves room for references that apply fills in and for line ends that a browser doubles. */
const LONGEST_TEXT = LONGEST_BODY - 536;

export interface BodyRequest extends Wording {
  readonly items: readonly Item[];
  /** In the release too, but without a line of their own. */
  readonly unlisted: readonly MergedPull[];
  readonly headerFooter: HeaderFooter;
  readonly compareUrl: string;
  /** What the marker stores besides the list. */
  readonly stored: Pick<
    BlockData,
    "title" | "refreshed" | "assigned" | "requested" | "labeled" | "touched" | "unfrozen"
  >;
}

/** The present block, parsed. */
export interface OldBlock {
  readonly rows: readonly Row[];
  readonly data: BlockData;
  readonly content: string;
  /** People's text around it, byte for byte; a new block goes after it. */
  readonly before: string;
  readonly after: string;
}

type Reading = Pick<BodyRequest, "items" | "unlisted" | "headerFooter" | keyof Wording>;

/** Reads the block of a body. Without one an existing list is adopted; otherwise the block is empty. */
export function oldBlockOf(body: string, request: Reading): OldBlock {
  const words = new Map(request.items.map((item) => [item.pull.number, wordingsOf(item, request)]));
  const { intro, above, below } = request.headerFooter;
  const around = [...linesOf(above), ...linesOf(below)];
  const found = managedBlock.find(body, BLOCK);
  if (found !== null) {
    const { before, content, after } = found;
    const data = readBlockData(found.data);
    return { rows: readListRows(content, data, words, around), data, content, before, after };
  }
  const adopted = adoptList(body, listedIn(request), [...linesOf(intro), ...around]);
  const { before, content, after } = adopted ?? { before: behind(body), content: "", after: "" };
  const data = { ...readBlockData(null), headerFooter: headerFooterHashes([intro]) };
  return { rows: readListRows(content, data, words, around), data, content, before, after };
}

/** Our text for an item with and without its title, the longer one first: `titles` may have changed since. */
function wordingsOf(item: Item, request: Reading): string[] {
  return [true, false].map((titles) => wordsFor(item, "whole", { ...request, titles }));
}

function listedIn(request: Reading): ReadonlyMap<number, Listed> {
  const { items, unlisted } = request;
  const apart = unlisted.map((pull) => ({ pull, words: null }));
  const listed = items.map((item) => ({ pull: item.pull, words: wordsFor(item, "whole", request) }));
  return new Map([...apart, ...listed].map((each) => [each.pull.number, each]));
}

function behind(body: string): string {
  return body === "" ? "" : `${body}${body.endsWith("\n") ? "\n" : "\n\n"}`;
}

/**
 * The whole body with its list up to date. If it is too long, titles are left out first, then the people, then items
 * from the end, whose ticks and notes the marker stores. null: people's own text leaves no room even so.
 */
export function bodyWith(old: OldBlock, request: BodyRequest): string | null {
  const rows = mergeListRows(old.rows, request.items, old.data);
  const write = (detail: Detail, shown: number) => compose(old, rows, request, detail, shown);
  const all = request.items.length;
  for (const detail of ["whole", "no-titles", "numbers"] as const) {
    const text = write(detail, all);
    if (lengthOf(text) <= LONGEST_TEXT) return text;
  }
  let [fits, tooMany] = [-1, all];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (lengthOf(write("numbers", middle)) <= LONGEST_TEXT) fits = middle;
    else tooMany = middle;
  }
  return fits === -1 ? null : write("numbers", fits);
}

function compose(old: OldBlock, rows: readonly Row[], request: BodyRequest, detail: Detail, shown: number): string {
  const items = new Map(request.items.map((item) => [item.pull.number, item]));
  const ticked = new Set(old.data.ticked);
  const list: string[] = [];
  const hiddenTicks: number[] = [];
  const hiddenNotes = new Map<number, string>();
  const lines = new Map<number, WrittenLine>();
  let left = shown;
  for (const row of rows) {
    const item = row.kind === "item" ? items.get(row.number) : undefined;
    if (row.kind === "human" || item === undefined) {
      if (row.kind === "human") list.push(row.raw);
      continue;
    }
    const checked = row.opening !== null && row.boxed ? row.checked : ticked.has(row.number);
    const visible = left > 0 || row.own !== null;
    left -= 1;
    if (checked && !(visible && ships(item))) hiddenTicks.push(row.number);
    if (!visible) {
      if (row.note !== "") hiddenNotes.set(row.number, row.note);
      continue;
    }
    const words = wordsFor(item, detail, request);
    list.push(lineOf(row, item, words, checked));
    const length = row.own === null || !ships(item) ? words.length : null;
    lines.set(row.number, { depth: item.depth, length, hash: length === null ? "" : shortHash(words) });
  }
  const hidden = Math.max(0, request.items.length - lines.size);
  const more = hidden === 0 ? "" : messages(request.language).more(hidden, request.compareUrl);
  const { intro, above, below, untilReleased } = request.headerFooter;
  const content = [keepTicks(intro, old.content), above, list.join("\n"), more, below]
    .filter((part) => part !== "")
    .join("\n\n");
  const data = writeBlockData({
    ...request.stored,
    ticked: hiddenTicks,
    notes: hiddenNotes,
    lines,
    headerFooter: headerFooterHashes([intro, above, more, below]),
    untilReleased: beginningsOf(untilReleased),
  });
  return old.before + managedBlock.wrap(BLOCK, content, data) + old.after;
}

function lineOf(row: ItemRow, item: Item, words: string, checked: boolean): string {
  if (!ships(item)) {
    const opening = row.boxed || row.opening === null ? "- " : row.opening;
    // Somebody's own text for an item that was reverted follows ours, so that nothing of theirs is lost.
    const note = row.own === null ? row.note : ` · ${row.own.replace(/^~*#\d+~*\s*/, "")}`;
    return `${row.indent}${opening}${words}${note}`;
  }
  const opening = row.opening !== null && row.boxed ? row.opening : `- [${checked ? "x" : " "}] `;
  return `${row.indent}${opening}${row.own ?? `${words}${row.note}`}`;
}
