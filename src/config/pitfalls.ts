import type { YamlDiagnostic } from "./diagnostic.ts";
import { inQuotes, openBefore, plainValueAt, quotedListAround } from "./plain-value.ts";

export interface Pitfall {
  readonly diagnostic: YamlDiagnostic;
  /** Columns in the line, from 0. */
  readonly range: readonly [number, number];
}

/** A dash directly followed by a key; a second dash belongs to the document's `---`. */
const DASH = /^(\s*)-(?=[A-Za-z_"'{[])/;
/** A number sign where a list value begins: the rest of the line is a comment. */
const HASH = /[[,]\s{0,20}#/;
/** A value that begins with the braces of a template: of a key, of an item; in a list or mapping of one line. */
const BRACES = /^[ -]*(?:[A-Za-z_][\w-]*: +)?(?=\{\{)/;
const INNER_BRACES = /[:,[] {0,20}(?=\{\{)/;

/** A common reason why YAML cannot read a line; null if none applies. */
export function pitfallIn(line: string): Pitfall | null {
  if (line.length > MOST_CHARACTERS) return null;
  const dash = DASH.exec(line);
  if (dash) {
    const at = dash[1]?.length ?? 0;
    const rest = line.slice(at + 1).trim();
    return { diagnostic: { kind: "dash-space", meant: `- ${rest}` }, range: [at, at + 1] };
  }
  const hash = HASH.exec(line);
  const at = hash === null ? 0 : line.indexOf("#", hash.index);
  if (hash !== null && openBefore(line, at).at(-1)?.character === "[") {
    return { diagnostic: { kind: "hash-comment", instead: quotedListAround(line, at) }, range: [at, line.length] };
  }
  const outer = BRACES.exec(line);
  const inner = INNER_BRACES.exec(line);
  const braces = outer ?? (inner !== null && openBefore(line, inner.index).length > 0 ? inner : null);
  if (braces !== null) {
    const at = line.indexOf("{{", braces.index);
    const value = plainValueAt(line, at);
    return { diagnostic: { kind: "needs-quotes", value, instead: inQuotes(value) }, range: [at, at + value.length] };
  }
  return null;
}

/** Nobody writes longer lines by hand. */
const MOST_CHARACTERS = 2_000;
