import { createHash } from "node:crypto";
import type { Language } from "../../../../calendar/format.ts";
import { type Html, html, type Part } from "../../../html.ts";

interface Head {
  readonly language: Language;
  readonly title: string;
  readonly style: Html;
  /** Detoil's own, at the end of the page; absent: nothing runs. */
  readonly script?: Html;
}

/** Nothing is loaded, and nothing runs but this very script, whatever a record may hold. */
function policy(script: Html | undefined): string {
  const ours =
    script === undefined ? [] : [`script-src 'sha256-${createHash("sha256").update(script.text).digest("base64")}'`];
  return ["default-src 'none'", ...ours, "style-src 'unsafe-inline'", "img-src data:"].join("; ");
}

/** A whole page in one file. */
export function page({ language, title, style, script }: Head, content: Part): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
${style}</style>
</head>
<body>
<main>
${content}
</main>
${script !== undefined && html`<script>${script}</script>`}</body>
</html>`;
}

export function section(heading: string, ...content: Part[]): Html {
  return html`<section>
<h2>${heading}</h2>
${content.map(
  (part) => html`${part}
`,
)}</section>
`;
}

/** A paragraph below the main matter; nothing for no text. */
export function note(text: Part): Html | null {
  return text === "" ? null : html`<p class="note">${text}</p>`;
}

export interface TableHead {
  readonly caption: string;
  readonly header: readonly string[];
  /** Shown by default; otherwise only read aloud, because the heading above says the same. */
  readonly captionShown?: boolean;
  /** More columns than a phone can show, so that it alone moves sideways. */
  readonly wide?: boolean;
}

/** The first cell of a row names it. */
export function table(
  { caption, header, captionShown = true, wide = false }: TableHead,
  rows: readonly (readonly Part[])[],
): Html {
  const whole = html`<table>
<caption${captionShown ? null : html` class="aloud"`}>${caption}</caption>
<thead><tr>${header.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>`;
  return wide ? html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">${whole}</div>` : whole;
}
