import type { Document, ErrorCode, LineCounter, YAMLParseError } from "yaml";
import type { YamlComplaint } from "./complaint.ts";
import { MAX_TOLD } from "./limits.ts";

export interface PlacedYamlComplaint {
  readonly complaint: YamlComplaint;
  readonly range: readonly [number, number];
}

/** What the YAML parser found, in our words; of a cascade on one line only its cause. */
export function* yamlComplaints(
  document: Document.Parsed,
  text: string,
  counter: LineCounter,
): Generator<PlacedYamlComplaint> {
  const lines = new Set<number>();
  const ordered = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  for (const error of ordered) {
    const { line } = counter.linePos(error.pos[0]);
    if (lines.has(line)) continue;
    if (lines.size === MAX_TOLD) break;
    lines.add(line);
    yield { complaint: complaintOf(error, text), range: error.pos };
  }
  for (const warning of document.warnings.slice(0, MAX_TOLD)) {
    if (warning.code !== "TAG_RESOLVE_FAILED") continue;
    yield { complaint: { kind: "unknown-tag", tag: wordAt(text, warning.pos[0]) }, range: warning.pos };
  }
}

function complaintOf(error: YAMLParseError, text: string): YamlComplaint {
  const start = error.pos[0];
  switch (error.code satisfies ErrorCode) {
    case "TAB_AS_INDENT":
      return { kind: "tab" };
    case "BAD_ALIAS":
    case "BAD_SCALAR_START":
      return { kind: "needs-quotes", value: restOfLine(text, start) };
    case "MISSING_CHAR":
      return unclosed(error.message) ?? { kind: "not-yaml" };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { kind: "nested-on-one-line" };
    case "BAD_INDENT":
      return unclosed(error.message) ?? { kind: "bad-indent" };
    case "UNEXPECTED_TOKEN":
    case "BLOCK_IN_FLOW":
      return { kind: "bad-indent" };
    case "MULTIPLE_DOCS":
      return { kind: "several-documents" };
    case "MULTILINE_IMPLICIT_KEY":
    case "IMPOSSIBLE":
      return { kind: "missing-colon", value: restOfLine(text, start) };
    case "TAG_RESOLVE_FAILED":
      return { kind: "unknown-tag", tag: wordAt(text, start) };
    default:
      return { kind: "not-yaml" };
  }
}

/** The parser names the closing character last: `must … end with a ]`, `Missing closing "quote`. */
function unclosed(message: string): YamlComplaint | null {
  const character = /end with a ([\]}])/.exec(message)?.[1] ?? /closing (["'])/.exec(message)?.[1];
  return character === undefined ? null : { kind: "unclosed", character };
}

function restOfLine(text: string, start: number): string {
  return (
    text
      .slice(start, start + 200)
      .split(/\r?\n/)[0]
      ?.replace(/\s+#.*$/, "")
      .trim() ?? ""
  );
}

function wordAt(text: string, start: number): string {
  return /^["']?([^\s:"']+)/.exec(text.slice(start, start + 200))?.[1] ?? "";
}
