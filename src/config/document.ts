import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Diagnostic } from "./diagnostic.ts";
import type { SourceLocation } from "./finding.ts";
import { MAX_BYTES, MAX_DEPTH, MAX_VALUES } from "./limits.ts";
import type { Path } from "./path.ts";
import { inQuotes } from "./plain-value.ts";
import type { Remedy } from "./remedies.ts";
import { yamlDiagnostics } from "./yaml-diagnostics.ts";

interface DocumentFinding {
  readonly diagnostic: Diagnostic;
  readonly path: Path;
  readonly location: SourceLocation;
  readonly remedies: readonly Remedy[];
}

/** One YAML text as plain values, with the place of every key and value. */
export interface ReadDocument {
  /** undefined when the text cannot be read as YAML. */
  readonly value: unknown;
  readonly findings: readonly DocumentFinding[];
  /** Place of the value at a path, or of the nearest value around it. */
  valueAt(path: Path): SourceLocation;
  /** Place of the key that a path ends in; of a list item: the item. */
  keyAt(path: Path): SourceLocation;
  /** A scalar as the file has it (`1.10`, not 1.1), without its quotes; null for everything else. */
  sourceAt(path: Path): string | null;
  /** A text without quotes of YAML's. */
  isPlain(path: Path): boolean;
  /** The text after the key on its line, if YAML reads it only as a comment. */
  commentFor(path: Path): string | null;
  /** The key is there with nothing after the colon. */
  isBlank(path: Path): boolean;
}

interface Spot {
  readonly key: readonly [number, number] | null;
  readonly value: readonly [number, number] | null;
  readonly source: string | null;
}

class Unreadable extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.kind);
    this.diagnostic = diagnostic;
  }
}

/** Reads a text of at most `MAX_BYTES`; never throws. Aliases are followed within `MAX_VALUES`. */
export function readDocument(text: string): ReadDocument {
  const lines = new LineCounter();
  const spots = new Map<string, Spot>();
  const findings: DocumentFinding[] = [];
  const locationOf = (range: readonly [number, number]): SourceLocation => location(lines, text, range);
  const find = (path: Path): Spot | undefined => spots.get(JSON.stringify(path));
  const valueAt = (path: Path): SourceLocation => {
    const range = find(path)?.value ?? find(path)?.key;
    if (range) return locationOf(range);
    return path.length === 0 ? { line: 1, column: 1, endLine: 1, endColumn: 1 } : keyAt(path.slice(0, -1));
  };
  const keyAt = (path: Path): SourceLocation => {
    const range = find(path)?.key;
    return range ? locationOf(range) : valueAt(path);
  };
  const isBlank = (path: Path): boolean => find(path)?.key != null && find(path)?.value === null;
  const sourceAt = (path: Path): string | null => find(path)?.source ?? null;
  const isPlain = (path: Path): boolean => {
    const { value, source } = find(path) ?? { value: null, source: null };
    return value != null && source !== null && text.startsWith(source, value[0]);
  };
  const commentFor = (path: Path): string | null => {
    const end = find(path)?.key?.[1];
    return end === undefined
      ? null
      : (/^:[ \t]{1,20}(#\S.{0,200})/.exec(text.slice(end, end + 250))?.[1]?.trim() ?? null);
  };
  const result = (value: unknown): ReadDocument => ({
    value,
    findings,
    valueAt,
    keyAt,
    isBlank,
    sourceAt,
    isPlain,
    commentFor,
  });

  const refuse = (diagnostic: Diagnostic, path: Path = []): ReadDocument => {
    findings.push({ diagnostic, path, location: keyAt(path), remedies: [] });
    return result(undefined);
  };
  if (Buffer.byteLength(text) > MAX_BYTES) return refuse({ kind: "too-large", limit: MAX_BYTES });

  const document = parsed(text, lines);
  if (document === null) return refuse({ kind: "too-deep", limit: MAX_DEPTH });
  for (const { diagnostic, range, remedies } of yamlDiagnostics(document, text, lines)) {
    findings.push({ diagnostic, path: [], location: locationOf(range), remedies });
  }
  if (document.errors.length > 0) return result(undefined);
  try {
    return result(plainValues(text, document, spots, findings, locationOf));
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.diagnostic);
    throw error;
  }
}

function plainValues(
  text: string,
  document: Document.Parsed,
  spots: Map<string, Spot>,
  findings: DocumentFinding[],
  locationOf: (range: readonly [number, number]) => SourceLocation,
): unknown {
  let count = 0;
  let following = 0;
  // kept while walking: `alias.resolve` searches the whole document each time
  const anchors = new Map<string, Node>();
  const walk = (node: Node | null, path: Path, key: Spot["key"]): unknown => {
    if (++count > MAX_VALUES) throw new Unreadable({ kind: "too-many-values", limit: MAX_VALUES });
    if (path.length > MAX_DEPTH) throw new Unreadable({ kind: "too-deep", limit: MAX_DEPTH });
    const range = rangeOf(node);
    const source = isScalar(node) && node.value !== null ? (node.source ?? null) : null;
    spots.set(JSON.stringify(path), { key, value: range && range[1] > range[0] ? range : null, source });
    // `title: {{name}}` is a map of a map to YAML
    if (isMap(node) && range !== null && text.startsWith("{{", range[0])) {
      const value = text.slice(range[0], Math.min(range[1], range[0] + 200)).trim();
      const isWhole = range[1] - range[0] <= 200 && !/[\r\n]/.test(value);
      const quoted = isWhole ? inQuotes(value) : null;
      const diagnostic: Diagnostic = { kind: "needs-quotes", value, quoted, bare: null };
      findings.push({ diagnostic, path, location: locationOf(range), remedies: remediesOf(range, quoted) });
      return null;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) {
        following++;
        const value = walk(target, path, key);
        following--;
        return value;
      }
      const quoted = inQuotes(`*${node.source}`);
      findings.push({
        diagnostic: { kind: "unknown-alias", alias: node.source, quoted },
        path,
        location: locationOf(range ?? [0, 0]),
        remedies: remediesOf(range, quoted),
      });
      return null;
    }
    if (node && following === 0 && "anchor" in node && node.anchor) anchors.set(node.anchor, node);
    if (isSeq<Node | null>(node)) return node.items.map((item, index) => walk(item, [...path, index], null));
    if (!isMap<Node, Node | null>(node)) return isScalar(node) ? node.value : null;
    const object: Record<string, unknown> = {};
    for (const pair of node.items) add(object, pair, path);
    return object;
  };
  const add = (object: Record<string, unknown>, pair: Pair<Node, Node | null>, path: Path): void => {
    const name = keyText(pair.key);
    const range = rangeOf(pair.key);
    if (name === null) {
      findings.push({ diagnostic: { kind: "odd-key" }, path, location: locationOf(range ?? [0, 0]), remedies: [] });
      return;
    }
    if (Object.hasOwn(object, name)) {
      // the first one counts
      const diagnostic: Diagnostic = { kind: "key-twice", key: name };
      findings.push({ diagnostic, path, location: locationOf(range ?? [0, 0]), remedies: [] });
      return;
    }
    const value = walk(pair.value, [...path, name], range);
    // defineProperty: a key `__proto__` is a key like any other
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  };
  return walk(document.contents, [], null);
}

function remediesOf(range: readonly [number, number] | null, quoted: string | null): readonly Remedy[] {
  return range === null || quoted === null ? [] : [{ field: "quoted", range, text: quoted }];
}

function keyText(key: Node): string | null {
  if (!isScalar(key)) return null;
  return key.value === null ? (key.source ?? "") : String(key.value);
}

function rangeOf(node: Node | null): readonly [number, number] | null {
  const range = node?.range;
  return range ? [range[0], range[1]] : null;
}

/** null: nested so deeply that the parser, which recurses, ran out of stack. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      schema: "core",
      uniqueKeys: false,
      logLevel: "error",
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function location(lines: LineCounter, text: string, [start, end]: readonly [number, number]): SourceLocation {
  const trimmed = text.slice(start, end).trimEnd().length;
  const from = lines.linePos(start);
  const to = lines.linePos(start + Math.max(trimmed, 0));
  return { line: from.line || 1, column: from.col || 1, endLine: to.line || 1, endColumn: to.col || 1 };
}
