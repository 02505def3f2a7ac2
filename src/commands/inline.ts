import { inlineTag } from "./html.ts";

/** Offsets, end exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const AUTOLINK = /<(?:[A-Z][A-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@`]+@[^\s<>`]+)>/iy;

/** What comments, instructions, CDATA and declarations end with. The longer beginnings come first. */
const CLOSERS: readonly (readonly [string, string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
];

/** The parts of a paragraph that are code or HTML, in order. */
export function codeAndHtml(paragraph: string): readonly Span[] {
  const spans: Span[] = [];
  const search = new Search(paragraph);
  const special = /[\\`<]/g;
  for (let found = special.exec(paragraph); found !== null; found = special.exec(paragraph)) {
    const start = found.index;
    if (found[0] === "\\") {
      special.lastIndex = start + 2;
      continue;
    }
    const end = found[0] === "`" ? search.endOfCode(start) : search.endOfHtml(start);
    if (end !== null) spans.push({ start, end });
    else if (found[0] === "`") special.lastIndex = start + search.ticksAt(start);
    if (end !== null) special.lastIndex = end;
  }
  return spans;
}

/**
 * Searches for ends, from left to right. Failed searches are cached: ten thousand unclosed openings must not cause ten
 * thousand searches of the rest.
 */
class Search {
  readonly #text: string;
  /** Start positions of the backtick runs of each length, last first. */
  readonly #runs = new Map<number, number[]>();
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      const same = this.#runs.get(run.length);
      if (same === undefined) this.#runs.set(run.length, [index]);
      else same.push(index);
    }
  }

  ticksAt(start: number): number {
    let end = start;
    while (this.#text[end] === "`") end += 1;
    return end - start;
  }

  /** Code ends at the next run of as many backticks as it began with. */
  endOfCode(start: number): number | null {
    const length = this.ticksAt(start);
    const ahead = this.#runs.get(length) ?? [];
    while ((ahead.at(-1) ?? Number.POSITIVE_INFINITY) < start + length) ahead.pop();
    const close = ahead.at(-1);
    return close === undefined ? null : close + length;
  }

  endOfHtml(start: number): number | null {
    for (const pattern of [AUTOLINK, inlineTag]) {
      pattern.lastIndex = start;
      if (pattern.test(this.#text)) return pattern.lastIndex;
    }
    const [open, close] = CLOSERS.find(([opening]) => this.#text.startsWith(opening, start)) ?? [];
    if (open === undefined || close === undefined || this.#missing.has(close)) return null;
    // `<!-->` is a whole comment
    const end = this.#text.indexOf(close, start + (open === "<!--" ? 2 : open.length));
    if (end === -1) this.#missing.add(close);
    return end === -1 ? null : end + close.length;
  }
}
