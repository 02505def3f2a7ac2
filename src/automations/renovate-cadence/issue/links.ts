import { escapeTitle } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import type { View } from "./view.ts";

const LONGEST_TITLE = 80;

/** `[#12](…)`, which GitHub does not unfold to the title. */
export function pullLink(number: number, { repoUrl }: Pick<View, "repoUrl">): string {
  return `[#${number}](${repoUrl}/pull/${number})`;
}

/** `#12` in a list item, whose title GitHub shows; where it does not, with the title. */
export function listedPull(
  { number, title }: { readonly number: number; readonly title: string },
  { showsTitles }: View,
): string {
  return showsTitles ? `#${number}` : `#${number} ${escapeTitle(cut(title, LONGEST_TITLE))}`;
}

export function dashboardLink(number: number, { repoUrl }: Pick<View, "repoUrl">): string {
  return `[Dependency Dashboard](${repoUrl}/issues/${number})`;
}
