/** A Markdown table, its heading in lower case. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Stands for an escaped pipe while a line is cut at the others. */
const PIPE = "\uE000";

/**
 * The tables of a text whose lines begin with a pipe. A row may be broken over several lines, as in the message of a squash
 * commit; a row with more or fewer cells than the heading is left out.
 */
export function readTables(text: string): readonly Table[] {
  const tables: { header: string[]; rows: string[][] }[] = [];
  let before: string[] = [];
  let open: RowReader | null = null;
  for (const line of text.split("\n")) {
    if (line.trim() === "") {
      open = null;
      before = [];
    } else if (open === null && isRule(line)) {
      const header = cellsOf(before.join(" ")).map(wordsOf);
      const table = { header, rows: [] };
      if (header.length === cellsOf(line).length) tables.push(table);
      open = new RowReader(header.length, table.rows);
    } else if (open !== null) open.add(line);
    else if (before.length > 0 || line.startsWith("|")) before.push(line);
  }
  return tables;
}

/** Takes lines until there are as many cells as in the heading. */
class RowReader {
  private readonly columns: number;
  private readonly rows: string[][];
  private lines: string[] = [];
  private pipes = 0;

  constructor(columns: number, rows: string[][]) {
    this.columns = columns;
    this.rows = rows;
  }

  add(line: string): void {
    this.lines.push(line);
    this.pipes += line.replaceAll("\\|", "").split("|").length - 1;
    if (this.pipes <= this.columns) return;
    const cells = cellsOf(this.lines.join(" "));
    if (cells.length === this.columns) this.rows.push(cells);
    this.lines = [];
    this.pipes = 0;
  }
}

function cellsOf(row: string): string[] {
  const cells = row.replaceAll("\\|", PIPE).trim().split("|");
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells.map((cell) => cell.replaceAll(PIPE, "|").trim());
}

function isRule(line: string): boolean {
  return line.trim().startsWith("|") && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
}

/** A heading may be a link. */
function wordsOf(cell: string): string {
  const end = cell.indexOf("](");
  return (cell.startsWith("[") && end !== -1 ? cell.slice(1, end) : cell).toLowerCase();
}
