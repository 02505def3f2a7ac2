/**
 * A table of cells that are Markdown already (escape what people typed before). Line breaks in a cell become spaces, bare
 * pipes are escaped, short rows are filled up, cells beyond the header are left out.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map(() => "---");
  return [header.map(cell), rule, ...rows.map((row) => header.map((_, column) => cell(row[column] ?? "")))]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function cell(markdown: string): string {
  const line = markdown
    .split("\n")
    .map((part) => part.trim())
    .join(" ")
    .trim();
  // A pipe ends a cell even within code; one behind an odd number of backslashes is escaped already.
  return line.replace(/(?<!\\)(\\*)\|/g, (pipe, slashes: string) =>
    slashes.length % 2 === 1 ? pipe : `${slashes}\\|`,
  );
}
