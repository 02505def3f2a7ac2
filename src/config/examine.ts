import type { Complaint } from "./complaint.ts";
import { type ReadDocument, readDocument } from "./document.ts";
import { signsOfWrongEncoding, type WrongEncoding } from "./encoding.ts";
import type { Path, Place } from "./finding.ts";
import { laterFindings } from "./later.ts";
import { MAX_TOLD } from "./limits.ts";
import { type LookAlike, lookAlikes } from "./look-alikes.ts";
import { ruleFindings } from "./rules.ts";
import { sreSchema } from "./schema.ts";
import { type Secret, secretsIn } from "./secrets.ts";
import { shapeFindings } from "./shape.ts";

export type RawConfig = Readonly<Record<string, unknown>>;

export interface ExaminedFinding {
  readonly complaint: Complaint;
  readonly path: Path;
  readonly place: Place;
  readonly severity: "error" | "warning";
}

/** One file, looked at by itself. */
export interface Examined {
  /** null when the text cannot be read at all. */
  readonly value: RawConfig | null;
  /** Where each key of the top level and its value stand; plain data, as everything here: it comes out of a thread. */
  readonly places: Readonly<Record<string, { readonly key: Place; readonly value: Place }>>;
  /** In the order of the file. */
  readonly findings: readonly ExaminedFinding[];
  /** Required keys that are not here; a file beneath (`_extends`) may have them. */
  readonly lacking: readonly ExaminedFinding[];
}

/** The top-level keys that are no section. */
const PLAIN_KEYS = new Set(["version", "_extends", "repositories", "timezone", "language"]);
const SECTIONS = Object.keys(sreSchema.shape).filter((key) => !PLAIN_KEYS.has(key));

/** Everything that is wrong with one file, all at once; never throws. */
export function examine(text: string): Examined {
  const examined = examineWithSecrets(text);
  const secrets = examined.findings.some(({ complaint }) => complaint.kind === "too-large") ? [] : secretsIn(text);
  return secrets.length === 0 ? examined : withSecretsNamed(secrets, text, examined);
}

/** Beside a secret nothing is said that might quote it; of a private key any line may be a part. */
function withSecretsNamed(secrets: readonly Secret[], text: string, examined: Examined): Examined {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const told = secrets.slice(0, MAX_TOLD).map(({ kind, range: [start, end] }): ExaminedFinding => {
    const line = starts.findLastIndex((each) => each <= start) + 1;
    const column = start - (starts[line - 1] ?? 0) + 1;
    const place = { line, column, endLine: line, endColumn: column + end - start };
    return { complaint: { kind: "secret", secret: kind }, path: [], place, severity: "error" };
  });
  const lines = new Set(told.map(({ place }) => place.line));
  const isKey = secrets.some(({ kind }) => kind === "private-key");
  const rest = isKey ? [] : examined.findings.filter(({ place }) => !lines.has(place.line));
  return { ...examined, findings: inOrder([...told, ...rest]), lacking: isKey ? [] : examined.lacking };
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

/** A file whose bytes are not UTF-8: nothing else that could be said of it would be true. */
export function inWrongEncoding({ encoding, line }: WrongEncoding): Examined {
  const place = { line, column: 1, endLine: line, endColumn: 1 };
  const complaint: Complaint = { kind: "wrong-encoding", encoding };
  return { value: null, places: {}, findings: [{ complaint, path: [], place, severity: "error" }], lacking: [] };
}

/** Whether the file is better with plain characters; else what looks alike is a part of somebody's text. */
function matters(written: Examined, read: Examined): boolean {
  const errors = (of: Examined) => of.findings.filter(({ severity }) => severity === "error").length;
  return (written.value === null && read.value !== null) || errors(read) < errors(written);
}

function withLookAlikes(found: readonly LookAlike[], read: Examined): Examined {
  const lines = new Set(found.map(({ line }) => line));
  const told = found.slice(0, MAX_TOLD).map(({ line, column, character, role, key }): ExaminedFinding => {
    const place = { line, column, endLine: line, endColumn: column + 1 };
    return { complaint: { kind: "look-alike", character, role, key }, path: [], place, severity: "error" };
  });
  const rest = read.findings.filter(({ place }) => !lines.has(place.line));
  return { ...read, findings: inOrder([...told, ...rest]) };
}

function examineAsWritten(text: string): Examined & { readonly isTooLarge: boolean } {
  const document = readDocument(text);
  const findings: ExaminedFinding[] = document.findings.slice(0, MAX_TOLD).map((finding) => ({
    ...finding,
    severity: finding.complaint.kind === "unknown-tag" ? "warning" : "error",
  }));
  const root = document.value;
  const value = isMapping(root) ? root : null;
  if (root !== undefined && value === null) {
    const complaint: Complaint = { kind: root === null ? "empty-file" : "not-a-mapping" };
    findings.push({ complaint, path: [], place: document.valueAt([]), severity: "error" });
  }
  const isTooLarge = findings.some(({ complaint }) => complaint.kind === "too-large");
  if (value === null) return { value, places: {}, findings, lacking: [], isTooLarge };

  const lacking: ExaminedFinding[] = [];
  // a value that could not be read is not also of the wrong type
  const told = new Set(document.findings.map(({ path }) => JSON.stringify(path)));
  const shown = withoutNulls(value);
  for (const { complaint, path } of shapeFindings(sreSchema.safeParse(shown).error?.issues ?? [], shown, document)) {
    if (path.length > 0 && told.has(JSON.stringify(path))) continue;
    const place = placeFor(document, complaint, path);
    const suppliable = complaint.kind === "missing-key" && path.length === 2;
    (suppliable ? lacking : findings).push({ complaint, path, place, severity: "error" });
  }
  for (const { complaint, path } of ruleFindings(shown)) {
    findings.push({ complaint, path, place: document.valueAt(path), severity: "error" });
  }
  for (const { complaint, path } of laterFindings(document, SECTIONS)) {
    findings.push({ complaint, path, place: document.keyAt(path), severity: "warning" });
  }
  return { value, places: placesOf(document, value), findings: inOrder(findings), lacking, isTooLarge };
}

const START: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function placesOf(document: ReadDocument, value: RawConfig): Examined["places"] {
  const keys = Object.keys(value).slice(0, MAX_TOLD);
  return Object.fromEntries(keys.map((key) => [key, { key: document.keyAt([key]), value: document.valueAt([key]) }]));
}

/** Where a key of the top level stands, or the file begins. */
export function placeOfKey({ places }: Examined, key: string): Place {
  return Object.hasOwn(places, key) ? (places[key]?.key ?? START) : START;
}

export function placeOfValue({ places }: Examined, key: string): Place {
  return Object.hasOwn(places, key) ? (places[key]?.value ?? START) : START;
}

/** A file that takes too long to read. */
export function tooSlow(): Examined {
  const complaint: Complaint = { kind: "too-slow" };
  return { value: null, places: {}, findings: [{ complaint, path: [], place: START, severity: "error" }], lacking: [] };
}

/** A section that is null is off; nothing in it is looked at. */
export function withoutNulls(value: RawConfig): RawConfig {
  return Object.fromEntries(Object.entries(value).filter(([key, part]) => part !== null || !SECTIONS.includes(key)));
}

export function hasErrors(examined: Examined): boolean {
  return examined.findings.some((finding) => finding.severity === "error");
}

export function inOrder<T extends { readonly place: Place }>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

export function isMapping(value: unknown): value is RawConfig {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A wrong key is shown at the key, a wrong value at the value, a missing key at what it is missing from. */
function placeFor(document: ReadDocument, complaint: Complaint, path: Path): Place {
  if (complaint.kind === "unknown-key" || complaint.kind === "merge-key") return document.keyAt(path);
  if (complaint.kind !== "missing-key") return document.valueAt(path);
  const place = document.keyAt(path.slice(0, -1));
  // the start of what it is missing from, not all of it
  return { ...place, endLine: place.line, endColumn: place.endLine === place.line ? place.endColumn : place.column };
}
