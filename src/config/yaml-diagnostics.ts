import type { Document, ErrorCode, LineCounter, YAMLParseError } from "yaml";
import type { YamlDiagnostic } from "./diagnostic.ts";
import { MAX_REPORTED } from "./limits.ts";
import { pitfallIn } from "./pitfalls.ts";
import { bareList, inQuotes, listAround, plainValueAt, quotedList } from "./plain-value.ts";
import type { Remedy } from "./remedies.ts";

export interface LocatedYamlDiagnostic {
  readonly diagnostic: YamlDiagnostic;
  readonly range: readonly [number, number];
  readonly remedies: readonly Remedy[];
}

/** In the columns of its line. */
interface OnLine {
  readonly diagnostic: YamlDiagnostic;
  readonly remedies: readonly Remedy[];
}

/** The YAML parser's errors as diagnostics; of a cascade on one line, only its cause. */
export function* yamlDiagnostics(
  document: Document.Parsed,
  text: string,
  counter: LineCounter,
): Generator<LocatedYamlDiagnostic> {
  const lines = new Set<number>();
  const ordered = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  let knowsCause = false;
  for (const error of ordered) {
    const { line } = counter.linePos(error.pos[0]);
    if (lines.has(line)) continue;
    if (lines.size === MAX_REPORTED) break;
    lines.add(line);
    const start = counter.lineStarts[line - 1] ?? 0;
    const source = lineAt(text, start);
    const pitfall = pitfallIn(source);
    const opened = pitfall === null && error.code === "BAD_INDENT" ? openedBefore(text, counter, line) : null;
    if (opened !== null) {
      if (!lines.has(opened.line)) yield opened.found;
      return;
    }
    const { diagnostic, remedies } = pitfall ?? onLine(error, text, source, error.pos[0] - start);
    // errors that follow from a misread line are not separate mistakes
    if (knowsCause && FOLLOWS.has(diagnostic.kind)) continue;
    knowsCause ||= pitfall !== null || diagnostic.kind === "tab";
    const [from, to] = pitfall?.range ?? [0, 0];
    const range: readonly [number, number] = pitfall === null ? error.pos : [start + from, start + to];
    yield { diagnostic, range, remedies: moved(remedies, start) };
  }
  for (const warning of document.warnings.slice(0, MAX_REPORTED)) {
    if (warning.code !== "TAG_RESOLVE_FAILED") continue;
    const tag = wordAt(text, warning.pos[0]);
    yield { diagnostic: { kind: "unknown-tag", tag }, range: warning.pos, remedies: [] };
  }
}

/** A list that is never closed because a comment begins in it. Searches back no further than a person would. */
function openedBefore(
  text: string,
  counter: LineCounter,
  line: number,
): { readonly line: number; readonly found: LocatedYamlDiagnostic } | null {
  for (let before = line - 1; before >= Math.max(1, line - 10); before--) {
    const start = counter.lineStarts[before - 1] ?? 0;
    const pitfall = pitfallIn(lineAt(text, start));
    if (pitfall?.diagnostic.kind !== "hash-comment") continue;
    const [from, to] = pitfall.range;
    const { diagnostic, remedies } = pitfall;
    const found = { diagnostic, range: [start + from, start + to] as const, remedies: moved(remedies, start) };
    return { line: before, found };
  }
  return null;
}

function moved(remedies: readonly Remedy[], by: number): Remedy[] {
  return remedies.map((remedy) => ({ ...remedy, range: [remedy.range[0] + by, remedy.range[1] + by] }));
}

const FOLLOWS: ReadonlySet<YamlDiagnostic["kind"]> = new Set(["unclosed", "bad-indent", "not-yaml", "missing-colon"]);

function onLine(error: YAMLParseError, text: string, line: string, column: number): OnLine {
  switch (error.code satisfies ErrorCode) {
    case "BAD_ALIAS":
    case "BAD_SCALAR_START":
      return needsQuotes(line, column);
    case "BLOCK_AS_IMPLICIT_KEY":
      return nested(line);
    default:
      return { diagnostic: diagnosticOf(error, text, line, column), remedies: [] };
  }
}

function diagnosticOf(error: YAMLParseError, text: string, line: string, column: number): YamlDiagnostic {
  const start = error.pos[0];
  switch (error.code satisfies ErrorCode) {
    case "TAB_AS_INDENT":
      return { kind: "tab" };
    case "MISSING_CHAR":
      return unclosed(error.message) ?? { kind: "not-yaml" };
    case "BAD_INDENT":
      return unclosed(error.message) ?? { kind: "bad-indent" };
    case "UNEXPECTED_TOKEN":
    case "BLOCK_IN_FLOW":
      return { kind: "bad-indent" };
    case "MULTIPLE_DOCS":
      return { kind: "several-documents" };
    case "MULTILINE_IMPLICIT_KEY":
    case "IMPOSSIBLE":
      return { kind: "missing-colon", value: plainValueAt(line, column) };
    case "TAG_RESOLVE_FAILED":
      return { kind: "unknown-tag", tag: wordAt(text, start) };
    default:
      return { kind: "not-yaml" };
  }
}

/** In a list the suggestion is the whole list, because its other items may need quotes as well. */
function needsQuotes(line: string, column: number): OnLine {
  const value = plainValueAt(line, column);
  const list = listAround(line, column);
  const range = list?.range ?? ([column, column + value.length] as const);
  const quoted = list === null ? inQuotes(value) : quotedList(list);
  const isMention = value.startsWith("@");
  const bare = !isMention ? null : list === null ? value.slice(1) : bareList(list, "@");
  const remedies: Remedy[] = [
    { field: "quoted", range, text: quoted },
    ...(bare === null ? [] : [{ field: "bare" as const, range, text: bare }]),
  ];
  return { diagnostic: { kind: "needs-quotes", value, quoted, bare }, remedies };
}

/** `title: Release: {{date}}`, which is `title: "Release: {{date}}"`; where the line has another shape nothing is advised. */
function nested(line: string): OnLine {
  const [opening, key] = /^\s*(?:- )?([A-Za-z_][\w-]*): +(?=\S)/.exec(line) ?? [];
  const start = opening?.length ?? 0;
  const value = plainValueAt(line, start);
  if (opening === undefined || value.length > 150 || /^["'[{|>]/.test(value)) {
    return { diagnostic: { kind: "nested-on-one-line", quoted: null }, remedies: [] };
  }
  const text = inQuotes(value.replace(/^[\u2018-\u201F](.*)[\u2018-\u201F]$/, "$1"));
  return {
    diagnostic: { kind: "nested-on-one-line", quoted: `${key}: ${text}` },
    remedies: [{ field: "quoted", range: [start, start + value.length], text }],
  };
}

/** The parser names the closing character last: `must … end with a ]`, `Missing closing "quote`. */
function unclosed(message: string): YamlDiagnostic | null {
  const character = /end with a ([\]}])/.exec(message)?.[1] ?? /closing (["'])/.exec(message)?.[1];
  return character === undefined ? null : { kind: "unclosed", character };
}

const LONGEST_LINE = 2_000;

function lineAt(text: string, start: number): string {
  const part = text.slice(start, start + LONGEST_LINE);
  const end = part.search(/[\r\n]/);
  return end < 0 ? part : part.slice(0, end);
}

function wordAt(text: string, start: number): string {
  return /^["']?([^\s:"']+)/.exec(text.slice(start, start + 200))?.[1] ?? "";
}
