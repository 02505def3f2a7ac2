import { hashOf } from "../../github/hash.ts";
import type { ParentMetadata } from "./facts.ts";

const LONGEST = 16;

/**
 * A key in a marker that has no room for long ones: a key may have 100 characters, and each may take six
 * once escaped. Keys that are short already stay.
 */
export function shortKey(key: string): string {
  const isPlain = key.length <= LONGEST && JSON.stringify(key).length === key.length + 2 && !/[<>]|--|\{\{/.test(key);
  return isPlain ? key : `~${hashOf(key).slice(0, LONGEST - 1)}`;
}

/** The metadata with short keys throughout. */
export function withShortKeys<Metadata extends Keyed>(metadata: Metadata): Metadata {
  return renamed(metadata, shortKey);
}

/** The metadata with whole keys, as far as they are known, in place of short ones. */
export function withKnownKeys(metadata: ParentMetadata, known: Iterable<string>): ParentMetadata {
  const whole = new Map([...known].map((key) => [shortKey(key), key]));
  return renamed(metadata, (key) => whole.get(key) ?? key);
}

interface Keyed {
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly turns: Readonly<Record<string, string>>;
  readonly ended: readonly string[];
}

function renamed<Metadata extends Keyed>(metadata: Metadata, name: (key: string) => string): Metadata {
  const keys = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]));
  return {
    ...metadata,
    numbers: keys(metadata.numbers),
    turns: keys(metadata.turns),
    ended: [...new Set(metadata.ended.map(name))].sort(),
  };
}
