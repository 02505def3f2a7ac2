import { type Paragraph, paragraphsOf } from "./blocks.ts";
import { codeAndHtml } from "./inline.ts";

/** `/sre snooze 2 business days` */
export interface Command {
  /** In lower case; `/sre` alone is `help`. */
  readonly word: string;
  /** The rest of the line, trimmed. */
  readonly argument: string;
  /** The whole line as written, trimmed, for quoting. */
  readonly line: string;
}

/** At the start of a trimmed line. */
const BEGINNING = /^\/sre(?!\S)/i;

/** Editors and chats insert invisible zero-width characters and byte order marks. */
const INVISIBLE = /^[ \p{Cf}\p{Default_Ignorable_Code_Point}]+/u;

/**
 * The commands in a comment, in order: lines of text that begin with `/sre`. Code, quotes, HTML, tables and list items are
 * ignored, because they are examples or somebody else's words. Invisible characters before `/sre` do not count.
 */
export function readCommands(comment: string): readonly Command[] {
  if (!/\/sre(?!\S)/i.test(comment)) return [];
  // Markdown removes a byte order mark at the beginning of a text (CommonMark's reference parsers and GitHub's).
  const body = comment.replace(/^\uFEFF/, "");
  return paragraphsOf(body).flatMap(linesOfText).map(commandOn);
}

/** The lines of text outside list items that begin with `/sre`, without what precedes it. */
function linesOfText(paragraph: Paragraph): string[] {
  const lines = paragraph.map((line) => ({ ...line, visible: line.text.replace(INVISIBLE, "") }));
  const isCandidate = ({ free, visible }: (typeof lines)[number]) => free && BEGINNING.test(visible);
  if (!lines.some(isCandidate)) return [];
  const spans = codeAndHtml(paragraph.map(({ text }) => text).join("\n"));
  let start = 0;
  let span = 0;
  return lines.flatMap((line) => {
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span += 1;
    const isHidden = (spans[span]?.start ?? Number.POSITIVE_INFINITY) < start;
    start += line.text.length + 1;
    return isCandidate(line) && !isHidden ? [line.visible] : [];
  });
}

/** Without a pattern, which would take quadratic time for blanks before a line separator (U+2028); anybody may comment. */
function commandOn(written: string): Command {
  const line = written.trim();
  const rest = line.slice("/sre".length).trimStart();
  const end = rest.search(/\s/);
  const word = end === -1 ? rest : rest.slice(0, end);
  return { word: word.toLowerCase() || "help", argument: rest.slice(word.length).trim(), line };
}
