import { managedBlock } from "../../../managed/managed-body.ts";
import { readBlockData } from "../body/block-data.ts";
import { BLOCK } from "../body/block-key.ts";
import { boxesOf, keyOf } from "./boxes.ts";

/** The pull requests of a release, and the people who owe each one's tick. */
export type Expected = ReadonlyMap<number, readonly string[]>;

/** Something that somebody signs off, or has. */
export interface Signature {
  readonly key: string;
  readonly number: number | null;
  readonly words: string;
  readonly people: readonly string[];
  readonly checked: boolean;
  /** The description has no box for it (yet). */
  readonly hasBox: boolean;
}

/**
 * All that is to be signed off: every pull request of the release, with or without a box in this description, and every other
 * box in it. A former item that still stands there (the list is refreshed on a schedule) is none of it.
 */
export function signaturesOf(body: string, expected: Expected): readonly Signature[] {
  const boxes = boxesOf(body);
  const byNumber = new Map(boxes.flatMap((box) => (box.number === null ? [] : [[box.number, box] as const])));
  const data = readBlockData(managedBlock.find(body, BLOCK)?.data ?? null);
  const hidden = new Set(data.ticked);
  const items = [...expected].map(([number, people]): Signature => {
    const box = byNumber.get(number);
    const checked = box?.checked ?? hidden.has(number);
    return { key: keyOf(number), number, words: "", people, checked, hasBox: box !== undefined };
  });
  const others = boxes
    .filter(({ number }) => number === null || !(expected.has(number) || data.lines.has(number)))
    .map((box): Signature => ({ ...box, people: [], hasBox: true }));
  return [...items, ...others];
}

/** The boxes that are ticked, by their keys: those that a marker keeps too. */
export function tickedIn(body: string): ReadonlySet<string> {
  const data = readBlockData(managedBlock.find(body, BLOCK)?.data ?? null);
  const shown = boxesOf(body);
  const all = shown.filter(({ checked }) => checked).map(({ key }) => key);
  const keys = new Set(shown.map(({ key }) => key));
  return new Set([...all, ...data.ticked.map(keyOf).filter((key) => !keys.has(key))]);
}
