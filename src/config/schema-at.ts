import { z } from "zod";
import type { Path } from "./path.ts";
import { sreSchema } from "./schema.ts";

/** The part of JSON Schema that zod uses for sre.yml. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly additionalProperties?: boolean | SchemaNode;
}

let cached: SchemaNode | null = null;

/** The JSON Schema of what people may write; created on first use. */
export function jsonSchema(): SchemaNode {
  cached ??= z.toJSONSchema(sreSchema, { io: "input", unrepresentable: "any" }) as SchemaNode;
  return cached;
}

/** The schema of the value at a path; if several are possible (a list or a mapping), the first that has the path. */
export function schemaAt(path: Path, from: SchemaNode = jsonSchema()): SchemaNode | null {
  const [first, ...rest] = path;
  if (first === undefined) return from;
  for (const option of from.anyOf ?? [from]) {
    const next = typeof first === "number" ? option.items : childOf(option, first);
    const found = next && schemaAt(rest, next);
    if (found) return found;
  }
  return null;
}

function childOf(node: SchemaNode, key: string): SchemaNode | undefined {
  if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
  return typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
}
