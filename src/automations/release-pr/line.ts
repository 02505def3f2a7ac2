import type { Lane, Language } from "../../config/schema.ts";
import { escapeTitle } from "../../markdown/escape.ts";
import type { Item } from "./items.ts";
import { namedAt } from "./people.ts";
import { textOf } from "./text.ts";

/** How much of an item is written. A body that would be too long loses titles first, then the people. */
export type Detail = "whole" | "no-titles" | "numbers";

/** Our words for an item, from its number on: `#12 Title @who`, or `~~#12 Title~~ taken back by #13`. */
export function wordsFor(item: Item, detail: Detail, mode: Lane["mention"], language: Language): string {
  const title = detail === "whole" ? ` ${escapeTitle(item.pull.title)}` : "";
  if (item.takenBack !== null) return `~~#${item.pull.number}${title}~~ ${textOf(language).takenBack(item.takenBack)}`;
  return `#${item.pull.number}${title}${detail === "numbers" ? "" : namedAt(item.pull, mode)}`;
}

/** Two spaces a level put an item under the one above it. */
export function indentOf(depth: number): string {
  return "  ".repeat(depth);
}
