/** `- [ ] #12 Title @who` */
interface ChecklistItem {
  readonly kind: "item";
  /** The spaces before the bullet, as written. */
  readonly indent: string;
  readonly bullet: "-" | "*" | "+";
  readonly checked: boolean;
  /** The pull request or issue that the item stands for; null if it does not begin with `#12`. */
  readonly number: number | null;
  /** What follows the number, or the box, trimmed. */
  readonly rest: string;
  /** The line without its line end. */
  readonly raw: string;
}

interface OtherLine {
  readonly kind: "other";
  readonly raw: string;
}

export type ChecklistLine = ChecklistItem | OtherLine;

// The rest is not part of the pattern: it may contain line separators (U+2028), at which a pattern would backtrack over
// the blanks.
const ITEM = /^([ \t]*)([-*+])[ \t]+\[([ xX])\](?![^ \t])/;
const NUMBERED = /^(?:~~|\*\*|__)?#(\d{1,10})(?![\w-])/;

/** Parses every line; lines that are not items stay as they are. Joining all `raw` with \n gives the text again (CRLF as LF). */
export function parseChecklist(text: string): ChecklistLine[] {
  return text.split(/\r?\n/).map(parseLine);
}

function parseLine(raw: string): ChecklistLine {
  const item = ITEM.exec(raw);
  if (item === null) return { kind: "other", raw };
  const text = raw.slice(item[0].length).trim();
  const numbered = NUMBERED.exec(text);
  return {
    kind: "item",
    indent: item[1] ?? "",
    bullet: item[2] as ChecklistItem["bullet"],
    checked: item[3] !== " ",
    number: numbered === null ? null : Number(numbered[1]),
    rest: text.slice(numbered?.[0].length ?? 0).trim(),
    raw,
  };
}
