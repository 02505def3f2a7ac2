import type { Diagnostic } from "./diagnostic.ts";
import { type ReadDocument, readDocument } from "./document.ts";
import { signsOfWrongEncoding, type WrongEncoding } from "./encoding.ts";
import type { SourceLocation } from "./finding.ts";
import { laterFindings } from "./later.ts";
import { MAX_REPORTED } from "./limits.ts";
import { type LookAlike, lookAlikes } from "./look-alikes.ts";
import type { Path } from "./path.ts";
import { isMapping, type RawConfig } from "./raw.ts";
import { withSoundRemedies } from "./remedies.ts";
import { ruleFindings } from "./rules.ts";
import { sreSchema } from "./schema.ts";
import { type Secret, secretsIn } from "./secrets.ts";
import { nullableSections } from "./sections/every.ts";
import { shapeFindings } from "./shape.ts";

export interface ExaminedFinding {
  readonly diagnostic: Diagnostic;
  readonly path: Path;
  readonly location: SourceLocation;
  readonly severity: "error" | "warning";
}

/** One file, examined on its own. */
export interface Examined {
  /** null when the text cannot be read at all. */
  readonly value: RawConfig | null;
  /** Position of each top-level key and its value. All of this is plain data, because it is passed between threads. */
  readonly places: Readonly<Record<string, { readonly key: SourceLocation; readonly value: SourceLocation }>>;
  /** In the order of the file. */
  readonly findings: readonly ExaminedFinding[];
  /** Required keys that are not here; a file beneath (`_extends`) may have them. */
  readonly lacking: readonly ExaminedFinding[];
}

/** Everything that is wrong with one file, all at once; never throws. */
export function examine(text: string): Examined {
  const examined = examineWithSecrets(text);
  const secrets = examined.findings.some(({ diagnostic }) => diagnostic.kind === "too-large") ? [] : secretsIn(text);
  return secrets.length === 0 ? examined : withSecretsNamed(secrets, text, examined);
}

/** Nothing else is reported beside a secret, because it might quote it; any line may be part of a private key. */
function withSecretsNamed(secrets: readonly Secret[], text: string, examined: Examined): Examined {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const reported = secrets.slice(0, MAX_REPORTED).map(({ kind, range: [start, end] }): ExaminedFinding => {
    const line = starts.findLastIndex((each) => each <= start) + 1;
    const column = start - (starts[line - 1] ?? 0) + 1;
    const location = { line, column, endLine: line, endColumn: column + end - start };
    return { diagnostic: { kind: "secret", secret: kind }, path: [], location, severity: "error" };
  });
  const lines = new Set(reported.map(({ location }) => location.line));
  const isKey = secrets.some(({ kind }) => kind === "private-key");
  const rest = isKey ? [] : examined.findings.filter(({ location }) => !lines.has(location.line));
  return { ...examined, findings: inOrder([...reported, ...rest]), lacking: isKey ? [] : examined.lacking };
}

function examineWithSecrets(text: string): Examined {
  const written = examineAsWritten(text);
  if (written.isTooLarge) return written;
  const encoding = signsOfWrongEncoding(text);
  if (encoding !== null) return inWrongEncoding(encoding);
  const { found, meant } = lookAlikes(text);
  if (found.length === 0) return written;
  const read = examineAsWritten(meant);
  return matters(written, read) ? withLookAlikes(found, read) : written;
}

/** A file whose bytes are not UTF-8: no other finding would be reliable. */
export function inWrongEncoding({ encoding, line }: WrongEncoding): Examined {
  const location = { line, column: 1, endLine: line, endColumn: 1 };
  const diagnostic: Diagnostic = { kind: "wrong-encoding", encoding };
  return { value: null, places: {}, findings: [{ diagnostic, path: [], location, severity: "error" }], lacking: [] };
}

/** Whether plain characters improve the file; otherwise the look-alikes are part of somebody's text. */
function matters(written: Examined, read: Examined): boolean {
  const errors = (of: Examined) => of.findings.filter(({ severity }) => severity === "error").length;
  return (written.value === null && read.value !== null) || errors(read) < errors(written);
}

function withLookAlikes(found: readonly LookAlike[], read: Examined): Examined {
  const lines = new Set(found.map(({ line }) => line));
  const reported = found.slice(0, MAX_REPORTED).map(({ line, column, character, role, key }): ExaminedFinding => {
    const location = { line, column, endLine: line, endColumn: column + 1 };
    return { diagnostic: { kind: "look-alike", character, role, key }, path: [], location, severity: "error" };
  });
  const rest = read.findings.filter(({ location }) => !lines.has(location.line));
  return { ...read, findings: inOrder([...reported, ...rest]) };
}

function examineAsWritten(text: string): Examined & { readonly isTooLarge: boolean } {
  const document = readDocument(text);
  const found = document.findings.slice(0, MAX_REPORTED);
  const { findings, besides } = withSoundRemedies(text, found, (followed) => {
    const read = readDocument(followed);
    const examined = examineDocument(read, read.findings.slice(0, MAX_REPORTED));
    return examined.value === null ? null : errorsByLine(examined);
  });
  const examined = examineDocument(document, findings);
  const more = besides.map(({ at, more }) => ({ ...more, location: at.location }));
  return more.length === 0 ? examined : { ...examined, findings: inOrder([...examined.findings, ...more]) };
}

function errorsByLine({ findings }: Examined): ReadonlyMap<number, readonly ExaminedFinding[]> {
  return Map.groupBy(
    findings.filter(({ severity }) => severity === "error"),
    ({ location }) => location.line,
  );
}

function examineDocument(
  document: ReadDocument,
  found: ReadDocument["findings"],
): Examined & { readonly isTooLarge: boolean } {
  const findings: ExaminedFinding[] = found.map(({ diagnostic, path, location }) => ({
    diagnostic,
    path,
    location,
    severity: diagnostic.kind === "unknown-tag" ? "warning" : "error",
  }));
  const root = document.value;
  const value = isMapping(root) ? root : null;
  if (root !== undefined && value === null) {
    const diagnostic: Diagnostic = { kind: root === null ? "empty-file" : "not-a-mapping" };
    findings.push({ diagnostic, path: [], location: document.valueAt([]), severity: "error" });
  }
  const isTooLarge = findings.some(({ diagnostic }) => diagnostic.kind === "too-large");
  if (value === null) return { value, places: {}, findings, lacking: [], isTooLarge };

  const lacking: ExaminedFinding[] = [];
  // a value that could not be read is not also of the wrong type
  const reported = new Set(document.findings.map(({ path }) => JSON.stringify(path)));
  const shown = withoutNulls(value);
  for (const { diagnostic, path } of shapeFindings(sreSchema.safeParse(shown).error?.issues ?? [], shown, document)) {
    if (path.length > 0 && reported.has(JSON.stringify(path))) continue;
    const location = locationFor(document, diagnostic, path);
    const suppliable = diagnostic.kind === "missing-key" && path.length === 2;
    (suppliable ? lacking : findings).push({ diagnostic, path, location, severity: "error" });
  }
  for (const { diagnostic, path } of ruleFindings(shown)) {
    findings.push({ diagnostic, path, location: document.valueAt(path), severity: "error" });
  }
  const wrong = new Set(findings.map(({ path }) => JSON.stringify(path)));
  for (const { diagnostic, path } of laterFindings(document)) {
    // what is wrong anyway needs no advice on its dollar sign or quotes
    if (
      (diagnostic.kind === "dollar-braces" || diagnostic.kind === "typographic-quotes") &&
      wrong.has(JSON.stringify(path))
    )
      continue;
    findings.push({ diagnostic, path, location: document.keyAt(path), severity: "warning" });
  }
  return { value, places: placesOf(document, value), findings: inOrder(findings), lacking, isTooLarge };
}

const START: SourceLocation = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function placesOf(document: ReadDocument, value: RawConfig): Examined["places"] {
  const keys = Object.keys(value).slice(0, MAX_REPORTED);
  return Object.fromEntries(keys.map((key) => [key, { key: document.keyAt([key]), value: document.valueAt([key]) }]));
}

/** Position of a top-level key, or the beginning of the file. */
export function locationOfKey({ places }: Examined, key: string): SourceLocation {
  return Object.hasOwn(places, key) ? (places[key]?.key ?? START) : START;
}

export function locationOfValue({ places }: Examined, key: string): SourceLocation {
  return Object.hasOwn(places, key) ? (places[key]?.value ?? START) : START;
}

/** A file that takes too long to read. */
export function tooSlow(): Examined {
  const diagnostic: Diagnostic = { kind: "too-slow" };
  return {
    value: null,
    places: {},
    findings: [{ diagnostic, path: [], location: START, severity: "error" }],
    lacking: [],
  };
}

const NULLABLE: ReadonlySet<string> = new Set(nullableSections);

/** A section that is null is off; nothing in it is checked. */
export function withoutNulls(value: RawConfig): RawConfig {
  return Object.fromEntries(Object.entries(value).filter(([key, part]) => part !== null || !NULLABLE.has(key)));
}

export function hasErrors(examined: Examined): boolean {
  return examined.findings.some((finding) => finding.severity === "error");
}

export function inOrder<T extends { readonly location: SourceLocation }>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column);
}

/** A wrong key is shown at the key, a wrong value at the value, a missing key at what it is missing from. */
function locationFor(document: ReadDocument, diagnostic: Diagnostic, path: Path): SourceLocation {
  if (diagnostic.kind === "unknown-key" || diagnostic.kind === "merge-key") return document.keyAt(path);
  if (diagnostic.kind !== "missing-key") return document.valueAt(path);
  const location = document.keyAt(path.slice(0, -1));
  // the start of what it is missing from, not all of it
  return {
    ...location,
    endLine: location.line,
    endColumn: location.endLine === location.line ? location.endColumn : location.column,
  };
}
