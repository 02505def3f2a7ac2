import { shownText } from "../config/text/quote.ts";

/** Git's and GitHub's own bounds on names of branches, labels and environments. */
const LONGEST = 255;

/**
 * Whether a name can stand in a file that is shown in an issue: people choose names freely, and one must not carry a marker,
 * a reference that `apply` fills in, what cannot be seen or was no text (U+FFFD), or a secret. There is hardly one in a repository that is none.
 */
export function isQuotable(name: string): boolean {
  return shownText(name, LONGEST) === name && !/<!--|-->|\{\{|\uFFFD/.test(name);
}
