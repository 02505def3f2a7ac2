/** Markdown that is read only by those who ask for it. `summary` is plain text of ours. */
export function folded(summary: string, content: string): string {
  // Without the empty lines GitHub shows the content as it is written.
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
