import { code } from "../../../markdown/escape.ts";
import { table } from "../../../markdown/table.ts";
import type { Measured } from "../measured.ts";
import { detailGrids } from "./detail-grids.ts";
import { summaryOf } from "./summary.ts";

/** For an issue, a wiki or a chat. */
export function printMarkdown(measured: Measured): string {
  const { heading, keys, lines, weeks, notes } = summaryOf(measured);
  const grids = [weeks, ...detailGrids(measured, code)];
  return [
    `### ${heading}`,
    table(keys.header, keys.rows),
    lines.join("  \n"),
    ...grids.map(({ header, rows }) => table(header, rows)),
    notes.join("  \n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
