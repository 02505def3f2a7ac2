import { hashOf } from "../../github/hash.ts";
import type { ParentMetadata } from "./facts.ts";

const LONGEST = 16;

/**
 * A key as it stands in a marker that has no room for long ones: a key may have 100 characters, and each may be written with
 * six. Short ones stay, and so does what is short already.
 */
export function shortKey(key: string): string {
  const isPlain = key.length <= LONGEST && JSON.stringify(key).length === key.length + 2 && !/[<>]|--|\{\{/.test(key);
  return isPlain ? key : `~${hashOf(key).slice(0, LONGEST - 1)}`;
}

/** The mark with short keys for all. */
export function withShortKeys<Mark extends Keyed>(mark: Mark): Mark {
  return renamed(mark, shortKey);
}

/** The mark with the whole keys, as far as they are known, for short ones. */
export function withKnownKeys(mark: ParentMetadata, known: Iterable<string>): ParentMetadata {
  const whole = new Map([...known].map((key) => [shortKey(key), key]));
  return renamed(mark, (key) => whole.get(key) ?? key);
}

interface Keyed {
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly turns: Readonly<Record<string, string>>;
  readonly ended: readonly string[];
}

function renamed<Mark extends Keyed>(mark: Mark, name: (key: string) => string): Mark {
  const keys = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]));
  return {
    ...mark,
    numbers: keys(mark.numbers),
    turns: keys(mark.turns),
    ended: [...new Set(mark.ended.map(name))].sort(),
  };
}
