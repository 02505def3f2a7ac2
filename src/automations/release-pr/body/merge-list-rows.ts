import { type Item, ships } from "../changes/items.ts";
import type { BlockData } from "./block-data.ts";
import { indentOf } from "./item-line.ts";
import type { ItemRow, Row } from "./list-rows.ts";

/**
 * Brings the list up to date and keeps people's changes: ticks, notes, their own lines, their order. An item that is no
 * longer in the range is removed; a new one goes after the nearest one that was merged before it.
 */
export function mergeListRows(old: readonly Row[], items: readonly Item[], data: BlockData): Row[] {
  const desired = new Map(items.map((item) => [item.pull.number, item]));
  const rows: Row[] = old.filter((row) => row.kind === "human" || desired.has(row.number));
  for (const [index, item] of items.entries()) {
    if (rows.some((row) => isRowOf(row, item.pull.number))) continue;
    rows.splice(positionFor(rows, items, index), 0, newRow(item, data));
  }
  return rows.map((row, index) => (row.kind === "human" ? row : updated(row, rows.slice(0, index), desired, data)));
}

function isRowOf(row: Row, number: number): row is ItemRow {
  return row.kind === "item" && row.number === number;
}

function newRow(item: Item, data: BlockData): ItemRow {
  const { number } = item.pull;
  const note = data.notes.get(number) ?? "";
  return {
    kind: "item",
    number,
    indent: indentOf(item.depth),
    opening: null,
    boxed: ships(item),
    checked: false,
    note,
    own: null,
  };
}

function positionFor(rows: readonly Row[], items: readonly Item[], index: number): number {
  const depth = items[index]?.depth ?? 0;
  for (let before = index - 1; before >= 0; before -= 1) {
    const item = items[before];
    // A deeper one belongs to a sibling that comes later in this walk; after it, this one would land in its family.
    if (item === undefined || item.depth > depth) continue;
    const at = rows.findIndex((row) => isRowOf(row, item.pull.number));
    if (at !== -1) return item.depth === depth ? endOfFamily(rows, at) : at + 1;
  }
  const first = rows.findIndex((row) => row.kind === "item");
  return first === -1 ? rows.length : first;
}

/** After the row and everything that is indented under it. */
function endOfFamily(rows: readonly Row[], at: number): number {
  const width = (row: Row | undefined) =>
    (row === undefined ? 0 : /^[ \t]*/.exec(row.kind === "item" ? `${row.indent}.` : row.raw)?.[0].length) ?? 0;
  let end = at + 1;
  while (end < rows.length && width(rows[end]) > width(rows[at])) end += 1;
  return end;
}

/** Our indentation follows the nesting; one that somebody chose stays. */
function updated(row: ItemRow, before: readonly Row[], desired: ReadonlyMap<number, Item>, data: BlockData): ItemRow {
  const item = desired.get(row.number);
  if (item === undefined) return row;
  const written = data.lines.get(row.number);
  const theirs = row.opening !== null && row.indent !== indentOf(written?.depth ?? 0);
  const parentAbove = item.parent === null || before.some((other) => isRowOf(other, item.parent ?? 0));
  return { ...row, indent: theirs || !parentAbove ? row.indent : indentOf(item.depth) };
}
