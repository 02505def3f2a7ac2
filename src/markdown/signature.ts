const DOCS = "https://github.com/detoil/detoil/blob/main/docs";

/** Where each part of Detoil is explained to the team that reads its texts. */
export const PAGES = {
  "release-pr": "release-pr.md",
  "milestone-tasks": "milestone-tasks.md",
  commands: "milestone-tasks.md#commands",
  config: "configuration.md",
  permissions: "operations.md#when-something-changes-on-github",
} as const;

/**
 * The last line of every text, small and in one form: Detoil, linked to the page that explains it; what stays if people
 * edit; sre.yml. `says` is Markdown.
 */
export function signature(page: keyof typeof PAGES, says: string, configUrl: string | null): string {
  const parts = [`[Detoil](${DOCS}/${PAGES[page]})`, says, ...(configUrl === null ? [] : [`[sre.yml](${configUrl})`])];
  return `<sub>${parts.join(" · ")}</sub>`;
}
