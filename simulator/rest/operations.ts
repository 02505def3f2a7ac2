import slice from "./openapi-slice.json" with { type: "json" };
import type { OperationKey } from "./permissions.ts";

export interface Operation {
  readonly operationId: string;
  readonly path: Readonly<Record<string, object>>;
  readonly query: Readonly<Record<string, object>>;
  readonly required: readonly string[];
  readonly body: object | null;
  readonly bodyRequired: boolean;
  readonly responses: Readonly<Record<string, object | null>>;
}

/** GitHub's own description of every operation served here (made by scripts/openapi-slice.ts). */
const OPERATIONS = slice.operations as unknown as Readonly<Record<OperationKey, Operation>>;
export const SCHEMAS = slice.schemas as unknown as Readonly<Record<string, object>>;

/** Parameters that may hold slashes: names of refs and files. */
const LONG = new Set(["ref", "branch", "path", "basehead", "tag", "commit_sha"]);

interface Pattern {
  readonly key: OperationKey;
  readonly method: string;
  readonly expression: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
}

/** By method; the most literal first. */
const PATTERNS = Map.groupBy(
  (Object.keys(OPERATIONS) as OperationKey[]).map(patternOf).sort((a, b) => b.literals - a.literals),
  ({ method }) => method,
);

function patternOf(key: OperationKey): Pattern {
  const [method = "", path = ""] = key.split(" ");
  const names: string[] = [];
  const source = path.replace(/[.]/g, "\\.").replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return LONG.has(name) ? "(.+)" : "([^/]+)";
  });
  const literals = path.split("/").filter((part) => part !== "" && !part.startsWith("{")).length;
  return { key, method, expression: new RegExp(`^${source}/?$`), names, literals };
}

export interface Match {
  readonly key: OperationKey;
  readonly operation: Operation;
  /** Decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The operation that serves a path (without `/api/v3`); null for a route that is not in the slice. */
export function matchOperation(method: string, path: string): Match | null {
  // The root folder's contents: the description's path has an empty `{path}` there.
  const settled = path.replace(/^(\/repos\/[^/]+\/[^/]+\/contents)\/?$/, "$1/.");
  for (const { key, expression, names } of PATTERNS.get(method) ?? []) {
    const found = expression.exec(settled);
    if (found === null) continue;
    const values = names.map((name, index) => [name, decode(found[index + 1] ?? "")] as const);
    return { key, operation: OPERATIONS[key], parameters: Object.fromEntries(values) };
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
