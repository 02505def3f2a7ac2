import type { z } from "zod";
import { accepts, adviceFor, exampleAt, lineOf, valueAt } from "./advice.ts";
import { plainCharacters } from "./characters.ts";
import type { Diagnostic, Expected, Given } from "./diagnostic.ts";
import type { ReadDocument } from "./document.ts";
import { elsewhere } from "./elsewhere.ts";
import { MAX_REPORTED } from "./limits.ts";
import { nearest, neighbors } from "./nearest.ts";
import type { Path } from "./path.ts";
import { schemaAt } from "./schema-at.ts";
import { type SectionLabel, sectionLabels } from "./section-labels.ts";

type Issue = z.core.$ZodIssue;

export interface ShapeFinding {
  readonly diagnostic: Diagnostic;
  readonly path: Path;
}

/** How the file itself writes the parsed value. */
type SourceReader = Pick<ReadDocument, "sourceAt" | "commentFor">;
const NO_SOURCE: SourceReader = { sourceAt: () => null, commentFor: () => null };

/** A value of the wrong kind is not also too long or unknown. */
function isFollowUp({ diagnostic, path }: ShapeFinding, before: readonly ShapeFinding[]): boolean {
  if (diagnostic.kind === "unknown-key") return false;
  return before.some((one) => one.path.length === path.length && one.path.every((part, i) => part === path[i]));
}

/** The schema's issues with `root`, the parsed document, as findings. */
export function shapeFindings(issues: readonly Issue[], root: unknown, read: SourceReader = NO_SOURCE): ShapeFinding[] {
  const all = issues.slice(0, MAX_REPORTED).flatMap((issue) => fromIssue(issue, pathOf(issue.path), root, read));
  const found = all.filter((finding, index) => !isFollowUp(finding, all.slice(0, index)));
  const meant = new Set(
    found.flatMap(({ diagnostic, path }) =>
      diagnostic.kind === "unknown-key"
        ? namesMeant(diagnostic).map((key) => JSON.stringify([...path.slice(0, -1), key]))
        : [],
    ),
  );
  const mergedInto = new Set(
    found.flatMap(({ diagnostic, path }) =>
      diagnostic.kind === "merge-key" ? [JSON.stringify(path.slice(0, -1))] : [],
    ),
  );
  // `tu: main` is one mistake, not an unknown `tu` and a missing `to`; so is `<<`, which was meant to merge them
  return found.filter(
    ({ diagnostic, path }) =>
      diagnostic.kind !== "missing-key" ||
      !(meant.has(JSON.stringify(path)) || mergedInto.has(JSON.stringify(path.slice(0, -1)))),
  );
}

/** The keys beside an unknown one that it was meant to be. */
function namesMeant({ near, elsewhere: known }: Extract<Diagnostic, { readonly kind: "unknown-key" }>): string[] {
  return [
    ...(near === null ? [] : [near]),
    ...(known?.here ?? []).map((place) => place.slice(place.lastIndexOf(".") + 1)),
  ];
}

function fromIssue(issue: Issue, path: Path, root: unknown, read: SourceReader): ShapeFinding[] {
  const value = valueAt(root, path);
  const one = (diagnostic: Diagnostic): ShapeFinding[] => [{ diagnostic, path }];
  if (value === undefined && issue.code !== "unrecognized_keys" && path.length > 0) return one(missing(path, root));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys
        .slice(0, MAX_REPORTED)
        .map((key) => ({ diagnostic: unknown(key, path, value), path: [...path, key] }));
    case "invalid_type":
      return one(wrongType(value, path, root, read));
    case "invalid_value":
      return one(notOneOf(value, issue.values.map(String), path, read));
    case "invalid_union":
      return fromUnion(issue.errors, path, root, read);
    case "too_small":
      return one(tooSmall(issue.origin, Number(issue.minimum), value, path, root));
    case "too_big":
      return one(tooBig(issue.origin, Number(issue.maximum), value));
    case "custom": {
      const diagnostic: unknown = issue.params?.complaint;
      // set by kinds/checked.ts, the only maker of custom issues
      return one(diagnostic as Diagnostic);
    }
    default:
      return one(wrongType(value, path, root, read));
  }
}

/** The intended one of several possible forms: the value has its type, and something inside is wrong. */
function fromUnion(
  errors: readonly (readonly Issue[])[],
  path: Path,
  root: unknown,
  read: SourceReader,
): ShapeFinding[] {
  const meant = errors.find(
    (issues) => !issues.some((issue) => issue.code === "invalid_type" && issue.path.length === 0),
  );
  if (meant) return meant.flatMap((issue) => fromIssue(issue, [...path, ...pathOf(issue.path)], root, read));
  return [{ diagnostic: wrongType(valueAt(root, path), path, root, read), path }];
}

function missing(path: Path, root: unknown): Diagnostic {
  const key = String(path.at(-1));
  const example = exampleAt(path, root);
  return { kind: "missing-key", key, sectionLabel: sectionLabelAt(path.slice(0, -1)), example };
}

const MOST_NEIGHBORS = 5;

function unknown(key: string, path: Path, value: unknown): Diagnostic {
  if (key === "<<") return { kind: "merge-key" };
  const node = schemaAt(path);
  const withKeys = [node, ...(node?.anyOf ?? [])].find((option) => option?.properties);
  const options = Object.keys(withKeys?.properties ?? {});
  // a key that is there already would not help
  const free = options.filter((option) => !Object.hasOwn(Object(value), option));
  const known = elsewhere(key, path);
  // another tool's exact name is no typo of ours
  const near = known?.tool ? null : nearest(plainCharacters(key), free);
  const shown = options.length > MOST_NEIGHBORS ? neighbors(key, options, MOST_NEIGHBORS) : options;
  const [sectionLabel, more] = [sectionLabelAt(path), options.length - shown.length];
  return { kind: "unknown-key", key, sectionLabel, near, elsewhere: known, options: shown, more };
}

function wrongType(value: unknown, path: Path, root: unknown, read: SourceReader): Diagnostic {
  const [given, expected] = [givenOf(value), expectedAt(path)];
  const comment = given === "null" ? read.commentFor(path) : null;
  if (comment !== null) {
    const candidates = expected === "list" ? [[comment]] : [comment];
    const meant = candidates.find((candidate) => accepts(path, candidate));
    const example = meant === undefined ? exampleAt(path, root) : lineOf(path, meant);
    return { kind: "hash-comment-for-value", value: comment, example };
  }
  const isSequenceMeant = expected === "list" && given === "mapping" && Object.keys(value as object).every(isDashed);
  if (isSequenceMeant) return { kind: "dash-space", quoted: null };
  const scalar = given === "list" || given === "mapping" ? null : (read.sourceAt(path) ?? String(value));
  const { example, remedy } = adviceFor(given === "null" ? null : scalar, value, path, root);
  return { kind: "wrong-type", given, value: scalar, expected, example, remedy };
}

/** `-from: develop` is a key to YAML. */
const isDashed = (key: string): boolean => /^-[A-Za-z]/.test(key);

function notOneOf(value: unknown, options: readonly string[], path: Path, read: SourceReader): Diagnostic {
  const text = typeof value === "object" ? "" : (read.sourceAt(path) ?? String(value));
  if (typeof value === "string" && options.includes(value)) {
    // its text is right and its type is not: the number 1, not the text "1"
    return { kind: "needs-no-quotes", example: typeof path.at(-1) === "number" ? value : `${path.at(-1)}: ${value}` };
  }
  return { kind: "not-one-of", value: text, options, near: nearest(text, options) ?? beginning(text, options) };
}

/** `monday` for `mon`. */
function beginning(text: string, options: readonly string[]): string | null {
  if (!/^[A-Za-z]{4,20}$/.test(text)) return null;
  return options.find((option) => option.length > 2 && text.toLowerCase().startsWith(option)) ?? null;
}

function tooSmall(origin: string, lowest: number, value: unknown, path: Path, root: unknown): Diagnostic {
  if (origin === "array") return { kind: "empty-list", example: exampleAt(path, root) };
  if (origin === "string") return { kind: "empty-text", example: exampleAt(path, root) };
  return { kind: "out-of-range", value: String(value), lowest, highest: null };
}

function tooBig(origin: string, limit: number, value: unknown): Diagnostic {
  if (origin === "array") return { kind: "too-many", limit };
  if (origin === "string") return { kind: "too-long", limit };
  return { kind: "out-of-range", value: String(value), lowest: null, highest: limit };
}

function givenOf(value: unknown): Given {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return "mapping";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  return typeof value === "boolean" ? "boolean" : "text";
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  string: "text",
  number: "number",
  integer: "whole-number",
  boolean: "boolean",
  array: "list",
  object: "mapping",
};

function expectedAt(path: Path): Expected {
  const node = schemaAt(path);
  const types = (node?.anyOf ?? [node]).flatMap((option) => option?.type ?? []).filter((type) => type !== "null");
  if (types.includes("array") && types.includes("object")) return "list-or-mapping";
  return EXPECTED[types[0] ?? "string"] ?? "text";
}

function sectionLabelAt(path: Path): SectionLabel {
  const node = schemaAt(path);
  const title = [node, ...(node?.anyOf ?? [])].map((option) => option?.title).find((each) => each !== undefined);
  return title !== undefined && Object.hasOwn(sectionLabels, title) ? (title as SectionLabel) : "file";
}

function pathOf(path: readonly PropertyKey[]): Path {
  return path.map((part) => (typeof part === "number" ? part : String(part)));
}
