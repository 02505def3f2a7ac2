import { type Html, html, type Part } from "../../../html.ts";

/** What is shown, and what its column is sorted by; null: not known, which stays last. */
export interface SortableCell {
  readonly shown: Part;
  readonly value: string | number | null;
}

interface Head {
  readonly caption: string;
  readonly header: readonly string[];
}

/**
 * A table whose headings sort it, once sort.js has made buttons of them; without it the table is as it was made. It alone
 * moves sideways on a phone.
 */
export function sortableTable({ caption, header }: Head, rows: readonly (readonly SortableCell[])[]): Html {
  const value = (cell: SortableCell) => cell.value !== null && html` data-value="${cell.value}"`;
  return html`<div class="wide sortable" role="region" aria-label="${caption}" tabindex="0"><table data-sortable>
<caption class="aloud">${caption}</caption>
<thead><tr>${header.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([
    first,
    ...rest
  ]) => html`<tr>${first !== undefined && html`<th scope="row"${value(first)}>${first.shown}</th>`}${rest.map((cell) => html`<td${value(cell)}>${cell.shown}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;
}
