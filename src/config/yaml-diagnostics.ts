import type { Document, ErrorCode, LineCounter, YAMLParseError } from "yaml";
import type { YamlDiagnostic } from "./diagnostic.ts";
import { MAX_REPORTED } from "./limits.ts";
import { pitfallIn } from "./pitfalls.ts";
import { inQuotes, plainValueAt, quotedListAround } from "./plain-value.ts";

export interface LocatedYamlDiagnostic {
  readonly diagnostic: YamlDiagnostic;
  readonly range: readonly [number, number];
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
      yield opened;
      return;
    }
    const diagnostic = pitfall?.diagnostic ?? diagnosticOf(error, text, source, error.pos[0] - start);
    // errors that follow from a misread line are not separate mistakes
    if (knowsCause && FOLLOWS.has(diagnostic.kind)) continue;
    knowsCause ||= pitfall !== null;
    const [from, to] = pitfall?.range ?? [0, 0];
    yield { diagnostic, range: pitfall === null ? error.pos : [start + from, start + to] };
  }
  for (const warning of document.warnings.slice(0, MAX_REPORTED)) {
    if (warning.code !== "TAG_RESOLVE_FAILED") continue;
    yield { diagnostic: { kind: "unknown-tag", tag: wordAt(text, warning.pos[0]) }, range: warning.pos };
  }
}

/** A list that is never closed because a comment begins in it. Searches back no further than a person would. */
function openedBefore(text: string, counter: LineCounter, line: number): LocatedYamlDiagnostic | null {
  for (let before = line - 1; before >= Math.max(1, line - 10); before--) {
    const start = counter.lineStarts[before - 1] ?? 0;
    const pitfall = pitfallIn(lineAt(text, start));
    if (pitfall?.diagnostic.kind !== "hash-comment") continue;
    const [from, to] = pitfall.range;
    return { diagnostic: pitfall.diagnostic, range: [start + from, start + to] };
  }
  return null;
}

const FOLLOWS: ReadonlySet<YamlDiagnostic["kind"]> = new Set(["unclosed", "bad-indent", "not-yaml", "missing-colon"]);

function diagnosticOf(error: YAMLParseError, text: string, line: string, column: number): YamlDiagnostic {
  const start = error.pos[0];
  switch (error.code satisfies ErrorCode) {
    case "TAB_AS_INDENT":
      return { kind: "tab" };
    case "BAD_ALIAS":
    case "BAD_SCALAR_START":
      return needsQuotes(line, column);
    case "MISSING_CHAR":
      return unclosed(error.message) ?? { kind: "not-yaml" };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { kind: "nested-on-one-line", instead: oneValue(line) };
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
function needsQuotes(line: string, column: number): YamlDiagnostic {
  const value = plainValueAt(line, column);
  return { kind: "needs-quotes", value, instead: quotedListAround(line, column) ?? inQuotes(value) };
}

/** `title: Release: {{date}}` as `title: "Release: {{date}}"`; null where the line has another shape. */
function oneValue(line: string): string | null {
  const match = /^\s*(?:- )?([A-Za-z_][\w-]*): +(?=\S)/.exec(line);
  const start = match?.[0].length ?? 0;
  const value = plainValueAt(line, start);
  return match === null || value.length > 150 || /^["'[{|>]/.test(value) ? null : `${match[1]}: ${inQuotes(value)}`;
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
