import { readFileSync } from "node:fs";
import { shownText } from "../../../../config/text/quote.ts";
import { urlPath } from "../../../../markdown/url-path.ts";
import { wordsIn } from "../../../../metrics/words.ts";
import { Html, html } from "../../../html.ts";
import { named } from "../../print/html/names.ts";
import { note, page } from "../../print/html/page.ts";
import type { OrgMeasured } from "../measured.ts";
import { type SortableCell, sortableTable } from "./sortable-table.ts";
import { numbersOf, orgSummary } from "./summary.ts";

const read = (file: string) => new Html(readFileSync(new URL(file, import.meta.url), "utf8"));

/** One page with the table, each repository linked. Its headings sort it. */
export function printOrgHtml(measured: OrgMeasured, webUrl: string): string {
  const { language, heading, title, window, grid, notes } = orgSummary(measured, (name) => shownText(name));
  const { bands } = wordsIn(language);
  const rows = measured.rows.map((row, at) => {
    const numbers = numbersOf(row, language);
    const name = html`<a href="${`${webUrl}/${urlPath(row.repo)}`}">${named(row.repo.slice(row.repo.indexOf("/") + 1))}</a>`;
    const more = grid.rows[at]?.slice(1 + numbers.length) ?? [];
    return [
      { shown: name, value: row.repo },
      ...numbers.map(
        ({ shown, band, value }): SortableCell => ({
          shown: html`${shown}${band !== null && html` <span class="band ${band}">${bands[band]}</span>`}`,
          value,
        }),
      ),
      ...more.map((text): SortableCell => ({ shown: text, value: text })),
    ];
  });
  return page(
    {
      language,
      title: heading,
      style: read("../../print/html/style.css"),
      ...(rows.length > 0 && { script: read("sort.js") }),
    },
    html`<header>
<h1>${title}</h1>
${window !== null && html`<p>${window}</p>`}
</header>
${
  rows.length > 0 &&
  html`<section>
${sortableTable({ caption: heading, header: grid.header }, rows)}
</section>
`
}${notes.map(note)}`,
  ).text;
}
