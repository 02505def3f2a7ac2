import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseSync } from "oxc-parser";

export const SRC = join(import.meta.dirname, "../../src");

/** These see texts of the team that runs them, on a machine of their own. */
const LOCAL = /^cli\/(?:demo|github)\//;

export type Node = Readonly<Record<string, unknown>>;

export interface Source {
  /** Below src. */
  readonly file: string;
  readonly program: unknown;
}

export function parsed(path: string): unknown {
  return parseSync(path, readFileSync(path, "utf8")).program;
}

/** Every source of the product. */
export const sources: readonly Source[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)))
  .filter((file) => !LOCAL.test(file))
  .map((file) => ({ file, program: parsed(join(SRC, file)) }));

/** A node of the syntax tree and everything below it. */
export function nodesIn(node: unknown): Node[] {
  if (typeof node !== "object" || node === null) return [];
  const below = Object.values(node).flatMap(nodesIn);
  return "type" in node ? [node as Node, ...below] : below;
}
