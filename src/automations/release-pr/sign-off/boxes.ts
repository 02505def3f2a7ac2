import { paragraphsOf } from "../../../commands/blocks.ts";
import { parseChecklist } from "../../../markdown/checklist.ts";
import { shortHash } from "../../../markdown/short-hash.ts";

/** A box that GitHub shows in a pull request's description. */
export interface Box {
  /** What it stands for: `#12`, or the hash of its words. Two boxes with the same words are one. */
  readonly key: string;
  /** null: people's own. */
  readonly number: number | null;
  /** As they were written; of one that begins with a number, what follows it. */
  readonly words: string;
  readonly checked: boolean;
}

export function keyOf(number: number): string {
  return `#${number}`;
}

/**
 * All boxes of a description, each once: those of the list, of the intro, and those that people add anywhere. None of a comment
 * (a template's), of code or of a quote. One that stands twice counts as ticked where both are.
 */
export function boxesOf(body: string): readonly Box[] {
  const boxes = new Map<string, Box>();
  for (const [first, second] of paragraphsOf(body)) {
    if (first === undefined || first.free) continue;
    const [item] = parseChecklist(`- ${first.text}`);
    if (item?.kind !== "item") continue;
    const { number, rest, checked } = item;
    const words = number === null && rest === "" ? (second?.text.trim() ?? "") : rest;
    // GitHub makes no box of one without a word, so that nobody could tick it (GFM: a space and more has to follow).
    if (number === null && words === "") continue;
    const key = number === null ? shortHash(words) : keyOf(number);
    const known = boxes.get(key);
    boxes.set(key, { key, number, words, checked: checked && (known?.checked ?? true) });
  }
  return [...boxes.values()];
}
