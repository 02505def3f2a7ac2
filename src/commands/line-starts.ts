// Only spaces are space to Markdown, tabs being spread: a full-width one begins a paragraph like any other character.

/** Spaces before the text. */
export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

export function isBlank(line: string): boolean {
  return indentOf(line) === line.length;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** The start of fenced code. Three backticks do not start one if another backtick follows on the line. */
export function fenceAt(text: string): Fence | null {
  const marks = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
  if (marks === undefined) return null;
  const mark = marks.slice(0, 1);
  return mark === "`" && text.includes("`", marks.length) ? null : { mark, length: marks.length };
}

export function endsFence(text: string, fence: Fence): boolean {
  const marks = /^(`+|~+) *$/.exec(text)?.[1] ?? "";
  return marks.length >= fence.length && marks.startsWith(fence.mark);
}

export function isHeading(text: string): boolean {
  return /^#{1,6}(?: |$)/.test(text);
}

/** An underline that makes a heading of the paragraph above it. */
export function isUnderline(text: string): boolean {
  return /^(?:=+|-+) *$/.test(text);
}

/** `---`, `* * *` */
export function isRule(text: string): boolean {
  return /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/.test(text);
}

/** `--- | :-:` under a line of as many cells: the two begin a table. */
export function beginTable(header: string, delimiters: string): boolean {
  const cells = cellsOf(delimiters);
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) && cells.length === cellsOf(header).length;
}

function cellsOf(row: string): string[] {
  const cells = row
    .trim()
    .replace(/^\|/, "")
    .split(/(?<!\\)\|/);
  return cells.length > 1 && cells.at(-1) === "" ? cells.slice(0, -1) : cells;
}

/** Tabs as the spaces that they stand for: up to the next column that four divides. */
export function withoutTabs(line: string): string {
  if (!line.includes("\t")) return line;
  let spread = "";
  for (const [nth, part] of line.split("\t").entries()) {
    if (nth > 0) spread += " ".repeat(4 - (spread.length % 4));
    spread += part;
  }
  return spread;
}
