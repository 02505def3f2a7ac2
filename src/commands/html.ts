// As in line-starts.ts, only spaces are space; attributes may be on several lines.
const ATTRIBUTE = String.raw`[ \n]+[A-Z_:][\w.:-]*(?:[ \n]*=[ \n]*(?:[^ \n"'=<>\x60]+|'[^']*'|"[^"]*"))?`;

/** An opening or closing tag, without anchors and flags (`i`). */
const TAG = `<[A-Z][A-Z0-9-]*(?:${ATTRIBUTE})*[ \\n]*/?>|</[A-Z][A-Z0-9-]*[ \\n]*>`;

/** A tag within text. Sticky. */
export const inlineTag = new RegExp(TAG, "iy");

const CONTAINERS = [
  "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt",
  "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link",
  "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead",
  "title tr track ul",
]
  .join(" ")
  .replaceAll(" ", "|");

interface HtmlBlock {
  readonly start: RegExp;
  /** On which line it ends, that line included; null: before the next blank line. */
  readonly end: RegExp | null;
}

/** The kinds of HTML blocks that may begin in the middle of a paragraph (CommonMark 0.31 §4.6, conditions 1 to 6). */
const BLOCKS: readonly HtmlBlock[] = [
  { start: /^<(?:script|pre|style|textarea)(?: |>|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Z]/i, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^</?(?:${CONTAINERS})(?: |/?>|$)`, "i"), end: null },
];

/** Condition 7: any other tag that is alone on its line. */
const LONE_TAG: HtmlBlock = { start: new RegExp(`^(?:${TAG}) *$`, "i"), end: null };

/** The HTML block that a line without its indentation begins, or null. */
export function htmlBlockAt(text: string, inParagraph: boolean): HtmlBlock | null {
  if (!text.startsWith("<")) return null;
  const found = BLOCKS.find(({ start }) => start.test(text));
  if (found !== undefined) return found;
  return !inParagraph && LONE_TAG.start.test(text) ? LONE_TAG : null;
}
