/** A part of a template. All sources joined are the template. */
export type Token =
  | { readonly kind: "text" | "comment" | "close"; readonly source: string }
  | { readonly kind: "value"; readonly source: string; readonly name: string }
  | {
      readonly kind: "open";
      readonly source: string;
      readonly name: string;
      readonly inverted: boolean;
      /** The index of the token that closes it. */
      readonly end: number;
    };

/** What keeps a template from being filled in, and the tag that does. */
export interface TemplateProblem {
  readonly kind: "unclosed-tag" | "unclosed-section" | "stray-end" | "unsupported" | "unknown-name";
  readonly tag: string;
}

/** The rest of a line that has nothing more. */
const BLANK_LINE_END = /[ \t]*(?:\r?\n|$)/y;

/**
 * Mustache's values, sections, inverted sections and comments, in linear time. Mustache's own parser takes quadratic time for
 * blanks within a tag, and a fork may send any template. As in Mustache, a line with nothing but a section's tag or a comment
 * leaves no empty line behind.
 */
export function tokensOf(template: string): readonly Token[] | TemplateProblem {
  const tokens: Token[] = [];
  const opened: { readonly name: string; readonly index: number; readonly tag: string }[] = [];
  let at = 0;
  let isLineBlank = true;
  for (let open = template.indexOf("{{"); open !== -1; open = template.indexOf("{{", at)) {
    const before = template.slice(at, open);
    const blanks = trailingBlanks(before);
    isLineBlank = blanks.length === before.length ? isLineBlank : before[before.length - blanks.length - 1] === "\n";
    const isTriple = template.startsWith("{{{", open);
    const closing = isTriple ? "}}}" : "}}";
    const close = template.indexOf(closing, open + closing.length);
    if (close === -1) return { kind: "unclosed-tag", tag: "{{" };
    const tag = template.slice(open, close + closing.length);
    const content = tag.slice(closing.length, -closing.length).trim();
    const sign = isTriple ? "" : content.slice(0, 1);
    const name = "#^/&".includes(sign) ? content.slice(sign.length).trim() : content;
    if (sign === ">" || sign === "=") return { kind: "unsupported", tag };

    BLANK_LINE_END.lastIndex = close + closing.length;
    const isAlone: boolean = sign !== "" && "#^/!".includes(sign) && isLineBlank && BLANK_LINE_END.test(template);
    const [from, to] = isAlone ? [open - blanks.length, BLANK_LINE_END.lastIndex] : [open, close + closing.length];
    if (from > at) tokens.push({ kind: "text", source: template.slice(at, from) });
    at = to;
    isLineBlank = isAlone;
    const source = template.slice(from, to);
    if (sign === "!") tokens.push({ kind: "comment", source });
    else if (sign === "#" || sign === "^") {
      opened.push({ name, index: tokens.length, tag });
      tokens.push({ kind: "open", source, name, inverted: sign === "^", end: -1 });
    } else if (sign === "/") {
      const last = opened.pop();
      const token = last && tokens[last.index];
      if (last?.name !== name || token?.kind !== "open") return { kind: "stray-end", tag };
      tokens[last.index] = { ...token, end: tokens.length };
      tokens.push({ kind: "close", source });
    } else tokens.push({ kind: "value", source, name });
  }
  const unclosed = opened.at(-1);
  if (unclosed !== undefined) return { kind: "unclosed-section", tag: unclosed.tag };
  return at < template.length ? [...tokens, { kind: "text", source: template.slice(at) }] : tokens;
}

function trailingBlanks(text: string): string {
  let start = text.length;
  while (start > 0 && (text[start - 1] === " " || text[start - 1] === "\t")) start--;
  return text.slice(start);
}
