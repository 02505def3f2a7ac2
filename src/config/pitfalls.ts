import type { YamlDiagnostic } from "./diagnostic.ts";
import { bareList, inQuotes, listAround, openBefore, plainValueAt, quotedList } from "./plain-value.ts";
import type { Remedy } from "./remedies.ts";

export interface Pitfall {
  readonly diagnostic: YamlDiagnostic;
  /** Columns in the line, from 0; those of the remedies too. */
  readonly range: readonly [number, number];
  readonly remedies: readonly Remedy[];
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
    const quoted = `- ${line.slice(at + 1).trim()}`;
    const remedies = [{ field: "quoted" as const, range: [at, line.trimEnd().length] as const, text: quoted }];
    return { diagnostic: { kind: "dash-space", quoted }, range: [at, at + 1], remedies };
  }
  const hash = HASH.exec(line);
  const at = hash === null ? 0 : line.indexOf("#", hash.index);
  if (hash !== null && openBefore(line, at).at(-1)?.character === "[") {
    return hashComment(line, at);
  }
  const outer = BRACES.exec(line);
  const inner = INNER_BRACES.exec(line);
  const braces = outer ?? (inner !== null && openBefore(line, inner.index).length > 0 ? inner : null);
  if (braces !== null) {
    const at = line.indexOf("{{", braces.index);
    const value = plainValueAt(line, at);
    const range = [at, at + value.length] as const;
    const quoted = inQuotes(value);
    const remedies = [{ field: "quoted" as const, range, text: quoted }];
    return { diagnostic: { kind: "needs-quotes", value, quoted, bare: null }, range, remedies };
  }
  return null;
}

function hashComment(line: string, at: number): Pitfall {
  const list = listAround(line, at);
  const [quoted, bare] = list === null ? [null, null] : [quotedList(list), bareList(list, "#")];
  const remedies: Remedy[] =
    list === null
      ? []
      : [
          { field: "quoted", range: list.range, text: quotedList(list) },
          { field: "bare", range: list.range, text: bareList(list, "#") },
        ];
  return { diagnostic: { kind: "hash-comment", quoted, bare }, range: [at, line.length], remedies };
}

/** Nobody writes longer lines by hand. */
const MOST_CHARACTERS = 2_000;
