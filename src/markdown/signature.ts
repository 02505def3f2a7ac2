const DOCS = "https://github.com/detoil/detoil/blob/main/docs";

/** A page of docs, or a heading of it. */
export type Page = `${string}.md` | `${string}.md#${string}`;

/**
 * The last line of every text, small and in one form: Detoil, linked to the page that explains it to the team that reads
 * it; what stays if people edit; sre.yml. `says` is Markdown.
 */
export function signature(page: Page, says: string, configUrl: string | null): string {
  const parts = [`[Detoil](${DOCS}/${page})`, says, ...(configUrl === null ? [] : [`[sre.yml](${configUrl})`])];
  return `<sub>${parts.join(" · ")}</sub>`;
}
