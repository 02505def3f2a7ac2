/** The lines that are not folded: release notes are, and they quote other pull requests. */
export function outsideDetails(text: string): readonly string[] {
  let depth = 0;
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const opened = line.split("<details").length - 1;
    const closed = line.split("</details>").length - 1;
    if (depth === 0 && opened === 0) lines.push(line);
    depth = Math.max(0, depth + opened - closed);
  }
  return lines;
}
