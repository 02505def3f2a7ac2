import { readFileSync } from "node:fs";
import { shownText } from "../../../../config/text/quote.ts";
import { urlPath } from "../../../../markdown/url-path.ts";
import { Html, html } from "../../../html.ts";
import { named } from "../../print/html/names.ts";
import { note, page, table } from "../../print/html/page.ts";
import type { OrgMeasured } from "../measured.ts";
import { orgSummary } from "./summary.ts";

/** One page with the table, each repository linked. */
export function printOrgHtml(measured: OrgMeasured, webUrl: string): string {
  const { language, heading, grid, notes } = orgSummary(measured, (name) => shownText(name));
  const style = new Html(readFileSync(new URL("../../print/html/style.css", import.meta.url), "utf8"));
  const rows = grid.rows.map(([, ...cells], at) => {
    const repo = measured.rows[at]?.repo ?? "";
    return [html`<a href="${`${webUrl}/${urlPath(repo)}`}">${named(repo)}</a>`, ...cells];
  });
  return page(
    { language, title: heading, style },
    html`<header>
<h1>${heading}</h1>
</header>
${
  rows.length > 0 &&
  html`<section>
${table({ caption: heading, captionShown: false, header: grid.header, wide: true }, rows)}
</section>
`
}${notes.map(note)}`,
  ).text;
}
