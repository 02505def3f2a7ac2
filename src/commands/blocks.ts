import { type Container, containerAt, within } from "./containers.ts";
import { htmlBlockAt } from "./html.ts";
import {
  beginTable,
  endsFence,
  fenceAt,
  indentOf,
  isBlank,
  isHeading,
  isRule,
  isUnderline,
  withoutTabs,
} from "./line-starts.ts";

interface ParagraphLine {
  /** Without its indentation and the marks of lists. */
  readonly text: string;
  /** It has no list marker and is not indented into a list item. */
  readonly free: boolean;
}

/** A paragraph, or the words of an underlined heading. */
export type Paragraph = readonly ParagraphLine[];

type Leaf =
  | { readonly kind: "paragraph"; readonly lines: ParagraphLine[] }
  | { readonly kind: "fence"; readonly mark: string; readonly length: number }
  | { readonly kind: "html"; readonly end: RegExp | null }
  | { readonly kind: "table" }
  | { readonly kind: "none" };

/** Nobody nests this deep by hand, and every line visits all open blocks. */
const DEEPEST = 100;

const NONE: Leaf = { kind: "none" };

/**
 * The paragraphs of a comment outside quotes: CommonMark 0.31 with GitHub's tables. It is a parser of its own because
 * anybody may comment on a public repository, and the parser that the tests compare it with takes a minute for 64 KB of
 * `1. 1. 1. `. For absurdly deep nesting it returns none.
 */
export function paragraphsOf(body: string): readonly Paragraph[] {
  const reader = new Reader();
  for (const line of body.split(/\r\n|\n|\r/)) {
    reader.read(withoutTabs(line));
    if (reader.depth > DEEPEST) return [];
  }
  return reader.end();
}

/** Reads line by line, as CommonMark's appendix "A parsing strategy" has it. */
class Reader {
  readonly #found: Paragraph[] = [];
  readonly #containers: Container[] = [];
  /** The block that is open within the containers. */
  #leaf: Leaf = NONE;

  get depth(): number {
    return this.#containers.length;
  }

  end(): readonly Paragraph[] {
    this.#close(0);
    return this.#found;
  }

  read(line: string): void {
    const { matched, rest } = this.#walk(line);
    if (matched < this.depth && this.#leaf.kind !== "paragraph") this.#close(matched);
    if (this.#swallows(rest)) return;
    if (isBlank(rest)) {
      this.#close(matched);
      return;
    }
    // a line that leaves a quote or an item may still continue its paragraph
    const lazy = matched < this.depth;
    const inner = this.#enter(rest, matched, lazy);
    const entered = inner !== rest;
    if (isBlank(inner) || this.#opens(inner, entered ? this.depth : matched, lazy && !entered)) return;
    if (this.#leaf.kind === "table") return;
    if (this.#leaf.kind !== "paragraph") this.#leaf = { kind: "paragraph", lines: [] };
    this.#leaf.lines.push({ text: unindented(inner), free: matched === 0 && !entered });
  }

  /** How many of the open containers the line is in, and its content within them. */
  #walk(line: string): { matched: number; rest: string } {
    let rest = line;
    for (const [matched, container] of this.#containers.entries()) {
      const inner = within(container, rest);
      if (inner === null) return { matched, rest };
      rest = inner;
    }
    return { matched: this.depth, rest };
  }

  /** Fences and HTML include every line until their end. */
  #swallows(rest: string): boolean {
    const leaf = this.#leaf;
    if (leaf.kind === "fence") {
      if (indentOf(rest) < 4 && endsFence(unindented(rest), leaf)) this.#leaf = NONE;
    } else if (leaf.kind === "html") {
      if (leaf.end === null ? isBlank(rest) : leaf.end.test(rest)) this.#leaf = NONE;
    } else return false;
    return true;
  }

  /** Opens the quotes and items that the line begins; returns what follows their markers. */
  #enter(line: string, matched: number, lazy: boolean): string {
    let rest = line;
    let inParagraph = this.#leaf.kind === "paragraph";
    for (;;) {
      if (inParagraph && !lazy && isUnderline(unindented(rest))) return rest;
      const opened = containerAt(rest, inParagraph && !lazy);
      if (opened === null) return rest;
      this.#close(rest === line ? matched : this.depth);
      this.#containers.push(opened.container);
      inParagraph = false;
      rest = opened.rest;
      if (this.depth > DEEPEST) return "";
    }
  }

  /** Whether the line is or begins something other than text. */
  #opens(line: string, depth: number, lazy: boolean): boolean {
    const paragraph = this.#leaf.kind === "paragraph" ? this.#leaf : null;
    const text = unindented(line);
    if (indentOf(line) > 3) {
      if (paragraph !== null) return false;
      this.#close(depth);
      return true;
    }
    if (paragraph !== null && !lazy && isUnderline(text)) {
      this.#close(depth);
      return true;
    }
    const header = paragraph?.lines.at(-1);
    if (paragraph !== null && header !== undefined && !lazy && beginTable(header.text, text)) {
      paragraph.lines.pop();
      this.#close(depth);
      this.#leaf = { kind: "table" };
      return true;
    }
    const leaf = leafAt(text, paragraph !== null);
    if (leaf === null) return false;
    this.#close(depth);
    this.#leaf = leaf;
    return true;
  }

  /** Ends the open block, and all containers but the first so many. */
  #close(depth: number): void {
    const isQuoted = this.#containers.some(({ kind }) => kind === "quote");
    if (this.#leaf.kind === "paragraph" && !isQuoted) this.#found.push(this.#leaf.lines);
    this.#leaf = NONE;
    this.#containers.length = depth;
  }
}

function unindented(line: string): string {
  return line.slice(indentOf(line));
}

/** The block that a line other than text begins; `NONE` ends with the line. */
function leafAt(text: string, inParagraph: boolean): Leaf | null {
  const fence = fenceAt(text);
  if (fence !== null) return { kind: "fence", ...fence };
  if (isHeading(text) || isRule(text)) return NONE;
  const html = htmlBlockAt(text, inParagraph);
  if (html === null) return null;
  return html.end?.test(text) ? NONE : { kind: "html", end: html.end };
}
