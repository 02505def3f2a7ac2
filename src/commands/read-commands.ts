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

const COMMAND = /^ {0,3}(\/sre(?:\s+(\S+)(.*))?)\s*$/i;

/**
 * The commands in a comment, in order: lines of text that begin with `/sre`. What stands in code, quotes, HTML, tables or
 * list items is somebody's example or somebody else's words.
 */
export function readCommands(body: string): readonly Command[] {
  if (!/^ {0,3}\/sre(?!\S)/im.test(body)) return [];
  const lines = body.split(/\r\n|\n|\r/);
  return paragraphsOf(body)
    .flatMap(linesOfText)
    .flatMap((index) => commandOn(lines[index] ?? ""));
}

/** Indexes of the lines that begin with `/sre`, in text and in no list item. */
function linesOfText(paragraph: Paragraph): number[] {
  const isCandidate = ({ text, free }: Paragraph[number]) => free && /^\/sre(?!\S)/i.test(text);
  if (!paragraph.some(isCandidate)) return [];
  const spans = codeAndHtml(paragraph.map(({ text }) => text).join("\n"));
  let start = 0;
  let span = 0;
  return paragraph.flatMap((line) => {
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span += 1;
    const isHidden = (spans[span]?.start ?? Number.POSITIVE_INFINITY) < start;
    start += line.text.length + 1;
    return isCandidate(line) && !isHidden ? [line.index] : [];
  });
}

function commandOn(line: string): Command[] {
  const [, written, word, argument] = COMMAND.exec(line) ?? [];
  if (written === undefined) return [];
  return [{ word: word?.toLowerCase() ?? "help", argument: argument?.trim() ?? "", line: written.trim() }];
}
