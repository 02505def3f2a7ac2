interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** The start of fenced code. Three backticks are none where another follows on the line. */
export function fenceAt(text: string): Fence | null {
  const [, backticks, tildes] = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text) ?? [];
  const marks = backticks ?? tildes;
  return marks === undefined ? null : { mark: marks.slice(0, 1), length: marks.length };
}

export function endsFence(text: string, fence: Fence): boolean {
  const marks = text.trimEnd();
  return marks.length >= fence.length && marks === fence.mark.repeat(marks.length);
}

export function isHeading(text: string): boolean {
  return /^#{1,6}(?:\s|$)/.test(text);
}

/** What makes a heading of the paragraph above it. */
export function isUnderline(text: string): boolean {
  return /^(?:=+|-+)\s*$/.test(text);
}

/** `---`, `* * *` */
export function isRule(text: string): boolean {
  return /^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/.test(text);
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
