import type { Origin } from "../../config/effective.ts";
import type { Path } from "../../config/path.ts";
import { inlineYaml } from "../../config/plain-value.ts";
import { isMapping } from "../../config/raw.ts";
import { checkText } from "../text.ts";

/** A line of YAML, and the value that ends on it; null: what it opens follows beneath. */
export interface ValueLine {
  readonly yaml: string;
  readonly leaf: { readonly path: Path; readonly value: unknown } | null;
}

/** A configuration as YAML: values of one line, with their paths. */
export function* valueLines(value: unknown, path: Path = [], indent = "", first = indent): Generator<ValueLine> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* valueLines(item, [...path, index], `${indent}  `, `${indent}- `);
    }
    return;
  }
  for (const [place, [key, part]] of Object.entries(value as object).entries()) {
    const [at, start] = [[...path, key], place === 0 ? first : indent];
    if (isLeaf(part)) yield { yaml: `${start}${inlineYaml(key)}: ${oneLine(part)}`, leaf: { path: at, value: part } };
    else {
      yield { yaml: `${start}${inlineYaml(key)}:`, leaf: null };
      yield* valueLines(part, at, `${indent}  `);
    }
  }
}

/** A list of mappings is written out; a list of anything else is one value, because it is replaced as a whole. */
function isLeaf(value: unknown): boolean {
  if (Array.isArray(value)) return !value.some(isMapping);
  return !isMapping(value) || Object.keys(value).length === 0;
}

function oneLine(value: unknown): string {
  return typeof value === "string" && value.includes("\n") ? JSON.stringify(value) : inlineYaml(value);
}

const WIDEST = 60;

/** The lines, each value with where it comes from as a comment: a sre.yml of its own. */
export function printValues(lines: readonly ValueLine[], origin: (path: Path) => Origin | null): string {
  const width = Math.min(WIDEST, Math.max(...lines.map(({ yaml, leaf }) => (leaf === null ? 0 : yaml.length))));
  return lines
    .map(({ yaml, leaf }) => (leaf === null ? yaml : `${yaml.padEnd(width)}  # ${said(origin(leaf.path))}`))
    .join("\n");
}

function said(origin: Origin | null): string {
  return origin === null ? checkText.byDefault : checkText.from(origin.file, origin.line);
}
