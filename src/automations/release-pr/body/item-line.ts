import type { Lane, Language } from "../../../config/schema.ts";
import { escapeTitle } from "../../../markdown/escape.ts";
import type { Item } from "../changes/items.ts";
import type { RevertedBy } from "../changes/reverts.ts";
import { namedAt } from "../pull-request/people.ts";
import { messages } from "../text.ts";

/** How much of an item is written. A body that would be too long loses titles first, then the people. */
export type Detail = "whole" | "no-titles" | "numbers";

/** How items are worded here. */
export interface Wording {
  readonly titles: boolean;
  readonly mention: Lane["mention"];
  readonly language: Language;
  /** `https://github.com/owner/name` */
  readonly repoUrl: string;
}

/** Our text for an item, from its number on: `#12 @who`, `#12 Title @who`, or `~~#12~~ reverted by [#13](…)`. */
export function wordsFor(item: Item, detail: Detail, { titles, mention, language, repoUrl }: Wording): string {
  const title = titles && detail === "whole" ? ` ${escapeTitle(item.pull.title)}` : "";
  if (item.reverted !== null)
    return `~~#${item.pull.number}${title}~~ ${messages(language).reverted(linked(item.reverted, repoUrl))}`;
  return `#${item.pull.number}${title}${detail === "numbers" ? "" : namedAt(item.pull, mention)}`;
}

/** A second reference on a line is a plain link, because GitHub would show that one's title too. */
function linked(by: RevertedBy, repoUrl: string): string {
  return "pull" in by ? `[#${by.pull}](${repoUrl}/pull/${by.pull})` : by.commit.slice(0, 7);
}

/** Two spaces per level put an item under the one above it. */
export function indentOf(depth: number): string {
  return "  ".repeat(depth);
}
