import { shownText } from "../../../../config/text/quote.ts";
import { code } from "../../../../markdown/escape.ts";
import { table } from "../../../../markdown/table.ts";
import type { Format } from "../../options.ts";
import { columns } from "../../print/text.ts";
import type { OrgMeasured } from "../measured.ts";
import { printOrgCsv } from "./csv.ts";
import { printOrgHtml } from "./html.ts";
import { orgSummary } from "./summary.ts";

/** `webUrl`: the GitHub that the repositories are on. */
export const orgPrinters: Readonly<Record<Format, (measured: OrgMeasured, webUrl: string) => string>> = {
  text: (measured) => {
    const { heading, grid, notes } = orgSummary(measured, (name) => shownText(name));
    return [heading, columns(grid), notes.join("\n")].filter((part) => part !== "").join("\n\n");
  },
  markdown: (measured) => {
    const { heading, grid, notes } = orgSummary(measured, code);
    const shown = grid.rows.length === 0 ? "" : table(grid.header, grid.rows);
    return [`### ${heading}`, shown, notes.join("  \n")].filter((part) => part !== "").join("\n\n");
  },
  json: ({ org, rows, without, archived, unread }) =>
    JSON.stringify(
      {
        org,
        repositories: rows.map(({ repo, report, detail }) => ({ repo, ...report, ...detail })),
        withoutFourKeys: without,
        archived,
        unread,
      },
      null,
      2,
    ),
  csv: printOrgCsv,
  ndjson: ({ rows }) => rows.flatMap(({ ndjson }) => (ndjson === null || ndjson === "" ? [] : [ndjson])).join("\n"),
  html: printOrgHtml,
};
