import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

/** Where the recipe's files would be; they import each other, too. */
const HOMES = ["src/automations/stale-pulls", "src/config/sections/stale-pulls", "test/automations/stale-pulls"];

const imports = [...text.matchAll(/^ *import (?:type )?\{ (.*) \} from "(\.[^"]*)";$/gm)].map(
  ([, names = "", path = ""]) => ({
    path,
    names: names.split(", "),
  }),
);

/** What an import of the recipe may mean: a file of ours, or one of its own. */
function sourcesOf(path: string): string[] {
  if (path.startsWith("./")) return [text.replace(/^ {3}/gm, "")];
  const files = HOMES.map((home) => join(root, home, path)).filter((file) => existsSync(file));
  return files.map((file) => readFileSync(file, "utf8"));
}

// Types of a query are generated, and named as the query is.
test.each(imports.filter(({ path }) => !path.endsWith(".generated.ts")))(
  "the recipe imports $names from $path, which exports it",
  ({ names, path }) => {
    const exported = (name: string) =>
      new RegExp(`^export (?:async )?(?:function\\*?|const|interface|type) ${name.replace(/^type /, "")}\\b`, "m");
    expect(sourcesOf(path).some((source) => names.every((name) => exported(name).test(source)))).toBe(true);
  },
);

test("the recipe shows its imports", () => {
  expect(imports.length).toBeGreaterThan(10);
});

const named = [...text.matchAll(/`((?:src|test|scripts|simulator|docs)\/[^`\s]*)`/g)].map(([, path = ""]) => path);

test.each([...new Set(named)].filter((path) => !path.includes("stale-pulls")))("%s exists", (path) => {
  expect(existsSync(join(root, path))).toBe(true);
});
