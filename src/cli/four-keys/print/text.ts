import { quote } from "../../../config/text/quote.ts";
import type { Measured } from "../measured.ts";
import { detailGrids } from "./detail-grids.ts";
import { type Grid, summaryOf } from "./summary.ts";

/** For a terminal. */
export function printText(measured: Measured): string {
  const { heading, keys, lines, weeks, notes } = summaryOf(measured);
  const grids = detailGrids(measured, (text) => quote(text));
  const parts = [
    heading,
    columns({ header: [], rows: keys.rows }),
    lines.join("\n"),
    columns(weeks),
    ...grids.map(columns),
  ];
  return [...parts, notes.join("\n")].filter((part) => part !== "").join("\n\n");
}

export function columns({ header, rows }: Grid): string {
  const all = header.length === 0 ? rows : [header, ...rows];
  // A call has room for some 100,000 arguments, and a history for more rows.
  const widths = (all[0] ?? []).map((_, column) =>
    all.reduce((most, row) => Math.max(most, widthOf(row[column] ?? "")), 0),
  );
  return all
    .map((row) =>
      row
        .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - widthOf(cell)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Columns of a terminal: Japanese characters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return width;
}
