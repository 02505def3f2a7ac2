const PULL = /^[ \t]*(?:[-*+][ \t]+)?Reverts[ \t]+(?:([\w.-]+\/[\w.-]+))?#(\d{1,10})\b/gim;
const COMMIT = /\bThis reverts commit[ \t\r\n]+([0-9a-f]{7,40})\b/gi;
const TITLE = /^Revert "(.+)"(?: \(#\d+\))?$/s;

/** `Reverts owner/name#12` of a pull request's text; those of other repositories do not count. */
export function pullsReverted(body: string, repository: string): number[] {
  return [...body.matchAll(PULL)]
    .filter(([, elsewhere]) => elsewhere === undefined || elsewhere.toLowerCase() === repository.toLowerCase())
    .map((match) => Number(match[2]));
}

/** `This reverts commit SHA.` of a text or commit message. */
export function commitsReverted(text: string): string[] {
  return [...text.matchAll(COMMIT)].map((match) => (match[1] ?? "").toLowerCase());
}

/** `Revert "TITLE"` → TITLE; null for any other title. */
export function titleReverted(title: string): string | null {
  return TITLE.exec(title)?.[1] ?? null;
}
