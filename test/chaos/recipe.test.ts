import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
/** Not of a checkout as it was cloned. */
const OWN = new Set([".git", ".cache", "node_modules", "data"]);

/** Where the recipe's blocks of code go, in their order. */
const NEW = [
  "src/config/sections/stale-pulls/index.ts",
  "src/automations/stale-pulls/open-pulls.graphql",
  "src/automations/stale-pulls/text.ts",
  "src/automations/stale-pulls/plan.ts",
  "src/automations/stale-pulls/index.ts",
];

/** The lines that the recipe names without showing them: what each is put before. */
const LINES: readonly (readonly [file: string, before: string, line: string])[] = [
  ["src/config/sections/index.ts", "import { timezone }", 'import { stalePulls } from "./stale-pulls/index.ts";\n'],
  ["src/config/sections/index.ts", "  renovate,\n", '  "stale-pulls": stalePulls,\n'],
  ["src/automations/index.ts", "\nconst declaring", 'import { stalePulls } from "./stale-pulls/index.ts";\n'],
  ["src/automations/index.ts", "];\nconst working", ", stalePulls"],
  ["app.yml", "  pull_requests: write #", "    # stale-pulls: sre.yml\n"],
  ["app.yml", "  issues: write #", "    # stale-pulls: its comment\n"],
  ["app.yml", "\n  - push #", ", stale-pulls"],
];

/** The recipe's blocks of code, without their indentation. */
function blocks(): readonly { readonly language: string; readonly code: string }[] {
  const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const recipe = /^## Adding an automation$(.*?)^## /ms.exec(text)?.[1] ?? "";
  return [...recipe.matchAll(/^ {3}```(\w+)\n(.*?)^ {3}```$/gms)].map(([, language = "", code = ""]) => ({
    language,
    code: code.replace(/^ {3}/gm, ""),
  }));
}

const written = (code: string) => code.split("\n").filter((line) => line.trim() !== "").length;

test("the recipe makes an automation: at most 8 files and 150 lines, which compile and do what it says", () => {
  const all = blocks();
  const product = all.slice(0, NEW.length);
  const world = all.find(({ language }) => language === "json")?.code ?? "";
  expect(new Set([...NEW, ...LINES.map(([file]) => file)]).size).toBeLessThanOrEqual(8);
  expect(product.reduce((lines, { code }) => lines + written(code), LINES.length)).toBeLessThanOrEqual(150);
  const folder = mkdtempSync(join(tmpdir(), "detoil-recipe-"));
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", ...words], { cwd: folder, encoding: "utf8" });
    expect(status, `${words.join(" ")}: ${stdout}${stderr}`).toBe(0);
    return stdout;
  };
  try {
    cpSync(root, folder, { recursive: true, filter: (path) => !OWN.has(relative(root, path)) });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const [index, file] of NEW.entries()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), product[index]?.code ?? "");
    }
    for (const [file, before, line] of LINES) {
      const text = readFileSync(join(folder, file), "utf8");
      expect(text.split(before), file).toHaveLength(2);
      writeFileSync(join(folder, file), text.replace(before, `${line}${before}`));
    }
    writeFileSync(join(folder, "world.json"), world);
    run("generate");
    run("types");
    run("drift");
    const preview = run(
      "detoil",
      "--",
      "preview",
      "stale-pulls",
      "--repo",
      "acme/shop",
      "--world",
      "world.json",
      "--json",
    );
    expect(JSON.parse(preview).plan).toMatchObject([{ action: "create-comment", number: 1 }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
