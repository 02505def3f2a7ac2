/** What stays together at the end of a row: blanks, one wide character with the marks that close it, or a word. */
const PIECES =
  /\s+|[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60][、。，．」』）)]*|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+/g;
const WIDE = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]/g;

/** How many columns of a terminal a text takes. */
const columnsOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** A line as rows of at most `width` columns; only a word that is longer than a row goes beyond. */
export function wrapped(line: string, width: number): string[] {
  const rows: string[] = [];
  let row = "";
  for (const piece of line.match(PIECES) ?? []) {
    if (row.trim() !== "" && piece.trim() !== "" && columnsOf(row + piece) > width) {
      rows.push(row.trimEnd());
      row = "";
    }
    // a row that goes on begins with a word
    if (row !== "" || piece.trim() !== "" || rows.length === 0) row += piece;
  }
  return row.trim() === "" && rows.length > 0 ? rows : [...rows, row];
}
