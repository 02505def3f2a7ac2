import { stringify } from "yaml";
import type { z } from "zod";
import type { Complaint, Expected, Given } from "./complaint.ts";
import type { Path } from "./finding.ts";
import { MAX_TOLD } from "./limits.ts";
import { nearest } from "./nearest.ts";
import { type SchemaNode, schemaAt } from "./schema-at.ts";
import { type Thing, things } from "./things.ts";

type Issue = z.core.$ZodIssue;

export interface ShapeFinding {
  readonly complaint: Complaint;
  readonly path: Path;
}

/** What the schema found in `root`, in our terms. `root` is what was parsed. */
export function shapeFindings(issues: readonly Issue[], root: unknown): ShapeFinding[] {
  const found = issues.slice(0, MAX_TOLD).flatMap((issue) => fromIssue(issue, pathOf(issue.path), root));
  const meant = new Set(
    found.flatMap(({ complaint, path }) =>
      complaint.kind === "unknown-key" && complaint.near !== null
        ? [JSON.stringify([...path.slice(0, -1), complaint.near])]
        : [],
    ),
  );
  // `tu: main` is one mistake, not an unknown `tu` and a missing `to`
  return found.filter(({ complaint, path }) => complaint.kind !== "missing-key" || !meant.has(JSON.stringify(path)));
}

function fromIssue(issue: Issue, path: Path, root: unknown): ShapeFinding[] {
  const value = valueAt(root, path);
  const one = (complaint: Complaint): ShapeFinding[] => [{ complaint, path }];
  if (value === undefined && issue.code !== "unrecognized_keys" && path.length > 0) return one(missing(path));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, MAX_TOLD).map((key) => ({ complaint: unknown(key, path), path: [...path, key] }));
    case "invalid_type":
      return one(wrongType(value, path));
    case "invalid_value":
      return one(notOneOf(value, issue.values.map(String)));
    case "invalid_union":
      return fromUnion(issue.errors, path, root);
    case "too_small":
      return one(tooSmall(issue.origin, Number(issue.minimum), value, path));
    case "too_big":
      return one(tooBig(issue.origin, Number(issue.maximum), value));
    case "custom": {
      const complaint: unknown = issue.params?.complaint;
      // set by kinds/checked.ts, the only maker of custom issues
      return one(complaint as Complaint);
    }
    default:
      return one(wrongType(value, path));
  }
}

/** Of several possible forms the one that was meant: the value is of its type, and something inside is wrong. */
function fromUnion(errors: readonly (readonly Issue[])[], path: Path, root: unknown): ShapeFinding[] {
  const meant = errors.find(
    (issues) => !issues.some((issue) => issue.code === "invalid_type" && issue.path.length === 0),
  );
  if (meant) return meant.flatMap((issue) => fromIssue(issue, [...path, ...pathOf(issue.path)], root));
  return [{ complaint: wrongType(valueAt(root, path), path), path }];
}

function missing(path: Path): Complaint {
  const key = String(path.at(-1));
  return { kind: "missing-key", key, thing: thingAt(path.slice(0, -1)), example: exampleAt(path) };
}

function unknown(key: string, path: Path): Complaint {
  const node = schemaAt(path);
  const withKeys = [node, ...(node?.anyOf ?? [])].find((option) => option?.properties);
  const options = Object.keys(withKeys?.properties ?? {});
  return { kind: "unknown-key", key, thing: thingAt(path), near: nearest(key, options), options };
}

function wrongType(value: unknown, path: Path): Complaint {
  const [given, expected] = [givenOf(value), expectedAt(path)];
  const meant = meantBy(value, given, expected);
  return {
    kind: "wrong-type",
    given,
    value: given === "list" || given === "mapping" ? null : String(value),
    expected,
    example: meant === undefined ? exampleAt(path) : lineOf(path, meant),
  };
}

/** What the value was probably meant to be; undefined when nothing suggests itself. */
function meantBy(value: unknown, given: Given, expected: Expected): unknown {
  if (expected === "text" && (given === "number" || given === "boolean")) return String(value);
  if (expected === "list" && given === "text") return [value];
  // YAML 1.1 read these as booleans, and many people remember it
  if (expected === "boolean" && /^(?:yes|y|on)$/i.test(String(value))) return true;
  if (expected === "boolean" && /^(?:no|n|off)$/i.test(String(value))) return false;
  return undefined;
}

function notOneOf(value: unknown, options: readonly string[]): Complaint {
  const text = typeof value === "object" ? "" : String(value);
  return { kind: "not-one-of", value: text, options, near: nearest(text, options) };
}

function tooSmall(origin: string, lowest: number, value: unknown, path: Path): Complaint {
  if (origin === "array") return { kind: "empty-list", example: exampleAt(path) };
  if (origin === "string") return { kind: "empty-text", example: exampleAt(path) };
  return { kind: "out-of-range", value: String(value), lowest, highest: null };
}

function tooBig(origin: string, limit: number, value: unknown): Complaint {
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

function thingAt(path: Path): Thing {
  const node = schemaAt(path);
  const title = [node, ...(node?.anyOf ?? [])].map((option) => option?.title).find((each) => each !== undefined);
  return title !== undefined && Object.hasOwn(things, title) ? (title as Thing) : "file";
}

/** `labels: [release]`, as it may be written. */
function exampleAt(path: Path): string {
  const node = schemaAt(path);
  return lineOf(path, node ? sampleOf(node) : "…");
}

function sampleOf(node: SchemaNode): unknown {
  if (node.examples) return node.examples[0];
  if (node.enum) return node.enum[0];
  if (node.const !== undefined) return node.const;
  if (node.anyOf?.[0]) return sampleOf(node.anyOf[0]);
  if (node.properties) {
    const keys = node.required ?? Object.keys(node.properties).slice(0, 1);
    return Object.fromEntries(keys.map((key) => [key, sampleOf(node.properties?.[key] ?? {})]));
  }
  if (node.items) return [sampleOf(node.items)];
  return node.default ?? "…";
}

/** One line of YAML: the key at the end of the path with this value; an item of a list stands for its list. */
function lineOf(path: Path, value: unknown): string {
  const at = path.at(-1);
  if (typeof at === "number") return lineOf(path.slice(0, -1), [value]);
  const flow = stringify(at === undefined ? value : { [at]: value }, {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
  return at === undefined ? flow : flow.slice(1, -1);
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function pathOf(path: readonly PropertyKey[]): Path {
  return path.map((part) => (typeof part === "number" ? part : String(part)));
}
