import type { Lane } from "../../../config/schema.ts";
import { type Item, ships } from "../changes/items.ts";
import type { MergedPull } from "../facts.ts";
import type { Person } from "../person.ts";

/** The people behind a pull request: its assignees, or else its author; with `author` always the author. */
function peopleOf(pull: MergedPull, mode: Lane["mention"]): readonly Person[] {
  const humans = pull.assignees.filter((person) => !person.bot);
  if (mode !== "author" && humans.length > 0) return humans;
  return pull.author === null ? [] : [pull.author];
}

/** Logins that an item names, and therefore pings; bots are never among them. */
export function mentionsOf(pull: MergedPull, mode: Lane["mention"]): readonly string[] {
  return mode === "none" ? [] : [...humansOf(pull, mode)];
}

function humansOf(pull: MergedPull, mode: Lane["mention"]): Set<string> {
  return new Set(peopleOf(pull, mode).flatMap((person) => (person.bot ? [] : [person.login])));
}

/** ` @hakobe`, or ` (renovate)` for a bot, which nobody can ping. */
export function namedAt(pull: MergedPull, mode: Lane["mention"]): string {
  if (mode === "none") return "";
  return peopleOf(pull, mode)
    .map((person) => (person.bot ? ` (${person.login.replace(/\[bot\]$/, "")})` : ` @${person.login}`))
    .join("");
}

/** Everybody whom the release concerns, once: for `assign` and `request-review`. */
export function concerned(items: readonly Item[], mode: Lane["mention"]): readonly string[] {
  return [...new Set(items.filter(ships).flatMap((item) => [...humansOf(item.pull, mode)]))];
}
