import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The first problem with a world's shape: its position, and one sentence. */
export function problemOf(error: z.ZodError, raw: unknown): { path: readonly PropertyKey[]; what: string } {
  const first = error.issues[0] as Issue; // an error has at least one
  return deepest(first, [], raw);
}

/** Of a value that fits none of several shapes, the problem of the closest one. */
function deepest(
  issue: Issue,
  above: readonly PropertyKey[],
  raw: unknown,
): { path: readonly PropertyKey[]; what: string } {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    const nearer = issue.errors.flat().filter((one) => one.path.length > 0 || one.code === "unrecognized_keys");
    if (nearer[0] !== undefined) return deepest(nearer[0], path, raw);
    return { path, what: `${nameOf(valueAt(raw, path))} cannot stand here` };
  }
  if (issue.code === "invalid_key") return { path, what: issue.issues[0]?.message ?? "cannot be a name here" };
  if (issue.code === "unrecognized_keys") return { path: [...path, issue.keys[0] ?? ""], what: "unknown field" };
  if (issue.code === "invalid_type") {
    const value = valueAt(raw, path);
    return {
      path,
      what: value === undefined ? "is missing" : `expected ${article(issue.expected)}, not ${nameOf(value)}`,
    };
  }
  if (issue.code === "invalid_value") {
    return { path, what: `${nameOf(valueAt(raw, path))} is none of ${issue.values.map(String).join(", ")}` };
  }
  return { path, what: issue.message };
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function article(type: string): string {
  if (type === "array") return "a list";
  if (type === "record" || type === "object") return "an object";
  return `${/^[aio]/.test(type) ? "an" : "a"} ${type}`;
}
