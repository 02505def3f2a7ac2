import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** File of these folders → the files that it imports, types included. */
function importsBelow(folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
  const importsOf = (file: string) =>
    [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map((match) =>
      relative(root, join(dirname(file), match[1] ?? "")),
    );
  return new Map(files.map((file) => [relative(root, file), importsOf(file)]));
}

/** Each import that leads back to its own file, as the files along one way around. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file);
    if (start !== -1) circles.push([...path.slice(start), file].join(" → "));
    if (start !== -1 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

test("no file imports itself by way of others, not even its types", () => {
  const imports = importsBelow(["src", "simulator"]);
  expect(imports.get("src/main.ts")).toContain("src/environment.ts");
  expect(circlesIn(imports)).toEqual([]);
});

test("a circle is found", () => {
  const imports = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", ["b"]],
    ["d", []],
  ]);
  expect(circlesIn(imports)).toEqual(["b → c → b"]);
});
