import { isDeepStrictEqual } from "node:util";
import { isScalar, parseDocument } from "yaml";
import { MAX_BYTES } from "./limits.ts";

/**
 * A text of sre.yml with another plain value (one without quotes in it) at a path; comments, order and everything else stay as people wrote them. null: the
 * text does not hold the value itself (it is extended, an alias, merged in), something else depends on it by an anchor, or the
 * text cannot be read.
 */
export function withValue(text: string, path: readonly string[], value: string): string | null {
  if (Buffer.byteLength(text) > MAX_BYTES) return null;
  const node = parseDocument(text, { logLevel: "silent" }).getIn(path, true);
  if (!isScalar(node) || node.range == null) return null;
  const [start, end] = node.range;
  const edited = text.slice(0, start) + asBefore(text[start], value) + text.slice(end);
  const before = readPlain(text);
  const after = readPlain(edited);
  if (before === null || after === null) return null;
  return isDeepStrictEqual(after.value, changedAt(before.value, path, value)) ? edited : null;
}

/** In quotes where it was: sre.yml may be JSON, or have rules about them. */
function asBefore(first: string | undefined, value: string): string {
  return first === '"' || first === "'" ? first + value + first : value;
}

/** As JSON has it: what an alias stands for is there a second time, and does not change with the first. */
function readPlain(text: string): { readonly value: unknown } | null {
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) return null;
  try {
    return { value: JSON.parse(JSON.stringify(document.toJS() ?? null)) };
  } catch {
    // Aliases of aliases: yaml refuses to follow too many.
    return null;
  }
}

function changedAt(value: unknown, [key, ...rest]: readonly string[], to: string): unknown {
  if (key === undefined) return to;
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: changedAt(object[key], rest, to) };
}
