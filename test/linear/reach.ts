import { dirname, join, relative } from "node:path";
import { type Node, nodesIn, parsed, SRC, sources } from "../architecture/sources.ts";

/** A declaration at the top of a file. */
interface Declaration {
  readonly file: string;
  readonly name: string;
  /** Every name in it. */
  readonly names: ReadonlySet<string>;
  /** It has a pattern, or loops over a text on its own. */
  readonly reads: boolean;
}

const WALKS = new Set(["charAt", "charCodeAt", "codePointAt"]);

function namesIn(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const { type, name, computed } = node as Node;
  if (type === "Identifier" && typeof name === "string") names.add(name);
  for (const [key, value] of Object.entries(node)) {
    const isMember = (type === "MemberExpression" && key === "property") || (type === "Property" && key === "key");
    if (!isMember || computed === true) namesIn(value, names);
  }
}

function readsText(node: unknown): boolean {
  return nodesIn(node).some(({ type, regex, property }) => {
    if (typeof regex === "object" && regex !== null) return true;
    return type === "MemberExpression" && WALKS.has(String((property as Node).name));
  });
}

/** A file's top-level declarations, and its imports: local name → `file#name`. */
class Module {
  readonly declarations: Declaration[] = [];
  readonly imports = new Map<string, string>();

  constructor(file: string, program: unknown) {
    for (const statement of (program as { readonly body: readonly Node[] }).body) {
      if (statement.type === "ImportDeclaration") this.addImports(file, statement);
      else for (const node of declared(statement)) this.addDeclaration(file, node);
    }
  }

  private addImports(file: string, { source, specifiers }: Node): void {
    const from = (source as { readonly value: string }).value;
    if (!from.startsWith(".")) return;
    const target = relative(SRC, join(SRC, dirname(file), from));
    for (const { local, imported } of specifiers as readonly Node[]) {
      const name = (imported as Node | undefined)?.name ?? "default";
      this.imports.set(String((local as Node).name), `${target}#${String(name)}`);
    }
  }

  private addDeclaration(file: string, node: Node): void {
    const names = new Set<string>();
    namesIn(node, names);
    const name = String((node.id as Node | null | undefined)?.name ?? `(${this.declarations.length})`);
    this.declarations.push({ file, name, names, reads: readsText(node) });
  }
}

function declared(statement: Node): readonly Node[] {
  const node = (statement.type === "ExportNamedDeclaration" ? statement.declaration : statement) as Node | null;
  if (node === null) return [];
  return node.type === "VariableDeclaration" ? (node.declarations as readonly Node[]) : [node];
}

/**
 * The declarations with patterns, as `file#name`, that these test files' code leads to, over all imports and calls.
 * That it leads there does not prove that hostile text comes along, but nothing new is forgotten.
 */
export function unfedBy(tests: readonly string[]): string[] {
  const modules = new Map(sources.map(({ file, program }) => [file, new Module(file, program)]));
  const all = new Map(
    [...modules.values()].flatMap(({ declarations }) => declarations.map((one) => [`${one.file}#${one.name}`, one])),
  );
  const fed = new Set<string>();
  const feed = (id: string): void => {
    const one = all.get(id);
    if (one === undefined || fed.has(id)) return;
    fed.add(id);
    const { imports } = modules.get(one.file) ?? { imports: new Map<string, string>() };
    for (const name of one.names) feed(imports.get(name) ?? `${one.file}#${name}`);
  };
  for (const test of tests) {
    const { imports } = new Module(relative(SRC, test), parsed(test));
    for (const id of imports.values()) feed(id);
  }
  // The command line sees what its user types.
  const isUnfed = ([id, { reads, file }]: [string, Declaration]) => reads && !fed.has(id) && !file.startsWith("cli/");
  return [...all]
    .filter(isUnfed)
    .map(([id]) => id)
    .sort();
}
