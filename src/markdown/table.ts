/**
 * A table of cells that are already Markdown (escape people's text first). Line breaks in a cell become spaces, bare pipes
 * are escaped, short rows are filled, cells beyond the header are dropped.
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
  // A pipe ends a cell even within code; one after an odd number of backslashes is already escaped.
  return line.replace(/(?<!\\)(\\*)\|/g, (pipe, slashes: string) =>
    slashes.length % 2 === 1 ? pipe : `${slashes}\\|`,
  );
}
