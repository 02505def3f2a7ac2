import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../src");

/** Room → rooms it may import from, besides itself. Arrows run one way: downwards. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "github-limits.ts": [],
  calendar: [],
  markdown: ["github-limits.ts"],
  records: ["config", "calendar"],
  metrics: ["records", "config", "calendar"],
  config: ["github-limits.ts", "calendar", "markdown"],
  github: ["github-limits.ts", "config", "markdown"],
  managed: ["config", "github-limits.ts", "github", "markdown", "calendar"],
  commands: ["config", "github", "calendar", "markdown"],
  suggestion: ["config", "github"],
  automations: [
    "records",
    "metrics",
    "suggestion",
    "commands",
    "managed",
    "config",
    "github-limits.ts",
    "github",
    "calendar",
    "markdown",
  ],
  store: ["records", "metrics"],
  engine: [
    "records",
    "metrics",
    "automations",
    "commands",
    "managed",
    "config",
    "github-limits.ts",
    "github",
    "calendar",
    "markdown",
    "store",
  ],
  web: ["engine", "automations", "records", "config", "github", "store", "markdown"],
  "environment-text.ts": [],
  "environment-addresses.ts": ["environment-text.ts", "github"],
  "environment.ts": ["environment-addresses.ts", "environment-text.ts", "calendar", "github"],
  "log.ts": ["github"],
  "main.ts": ["environment.ts", "log.ts", "engine", "automations", "config", "github", "store", "web"],
  cli: [
    "records",
    "metrics",
    "environment.ts",
    "github-limits.ts",
    "log.ts",
    "main.ts",
    "engine",
    "suggestion",
    "automations",
    "managed",
    "config",
    "github",
    "calendar",
    "markdown",
    "store",
    "web",
  ],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = filesBelow(root);

function importsOf(paths: readonly string[]): Import[] {
  return paths.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map((match) => ({
      from: relative(root, file),
      to: relative(root, join(dirname(file), match[1] ?? "")),
    })),
  );
}

const imports: readonly Import[] = importsOf(files);

const roomOf = (path: string) => path.split("/")[0] ?? path;
const automationOf = (path: string) => /^automations\/([^/]+)\//.exec(path)?.[1] ?? null;

test("imports between rooms run one way", () => {
  const wrong = imports
    .filter(({ from, to }) => !to.startsWith("../") && roomOf(from) !== roomOf(to))
    .filter(({ from, to }) => !(allowed[roomOf(from)] ?? []).includes(roomOf(to)))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(wrong).toEqual([]);
});

test("every room has its rule", () => {
  expect([...new Set(files.map((file) => roomOf(relative(root, file))))].filter((room) => !(room in allowed))).toEqual(
    [],
  );
});

/** The list of all of them, and the command that reads history as the server does. */
const KNOW_AUTOMATIONS = ["automations/index.ts", "cli/four-keys/repositories/read.ts"];

test("automations do not import each other, and only the list knows them all", () => {
  const wrong = imports
    .filter(({ from, to }) => automationOf(to) !== null && automationOf(from) !== automationOf(to))
    .filter(({ from }) => !KNOW_AUTOMATIONS.includes(from))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(wrong).toEqual([]);
});

test("sections of sre.yml do not import each other", () => {
  const sectionIn = (path: string) => /^config\/sections\/([^/]+)\//.exec(path)?.[1] ?? null;
  const ofSections = imports.filter(({ from, to }) => sectionIn(from) !== null && sectionIn(to) !== null);
  expect(ofSections.length).toBeGreaterThan(0);
  const wrong = ofSections.filter(({ from, to }) => sectionIn(from) !== sectionIn(to));
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

/** Folder of milestone-tasks → folders that it may import from. Files beside the folders combine these steps. */
const milestoneSteps: Readonly<Record<string, readonly string[]>> = {
  task: [],
  parent: ["task"],
  commands: ["task"],
  reminding: ["task"],
  closing: ["task"],
  reading: ["task", "parent", "commands", "reminding", "closing"],
};

test("the steps of milestone-tasks import one way: no task knows its parent or a command", () => {
  const folderOf = (path: string) => /^automations\/milestone-tasks\/([^/]+)\//.exec(path)?.[1] ?? null;
  const between = imports.flatMap(({ from, to }) => {
    const [above, below] = [folderOf(from), folderOf(to)];
    return above === null || below === null || above === below ? [] : [{ from, to, above, below }];
  });
  expect(between.length).toBeGreaterThan(0);
  const wrong = between.filter(({ above, below }) => !(milestoneSteps[above] ?? []).includes(below));
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test("nothing in the product but the command line imports the simulated GitHub, which imports nothing of it", () => {
  const inProduct = imports.filter(({ to }) => to.startsWith("../simulator/"));
  expect(inProduct.length).toBeGreaterThan(0);
  expect(inProduct.filter(({ from }) => roomOf(from) !== "cli")).toEqual([]);
  const ofSimulator = importsOf(filesBelow(join(root, "../simulator")));
  expect(ofSimulator.length).toBeGreaterThan(0);
  expect(ofSimulator.filter(({ to }) => !to.startsWith("../simulator/"))).toEqual([]);
});

/** A plan, the metrics, and everything that they import (types apart) must be pure: no I/O, no clock, no randomness. A hash is pure. */
test("plans and metrics are pure", () => {
  const text = (path: string) => readFileSync(join(root, path), "utf8");
  const valueImports = (path: string) =>
    [...text(path).matchAll(/import (?!type )[^;]*? from "(\.{1,2}\/[^"]+)"/g)].map((match) =>
      relative(root, join(root, dirname(path), match[1] ?? "")),
    );
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const next of valueImports(path)) visit(next);
  };
  const all = files.map((file) => relative(root, file));
  for (const pure of [/^automations\/[^/]+\/plan\.ts$/, /^metrics\//, /^records\//]) {
    const paths = all.filter((path) => pure.test(path));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) visit(path);
  }
  // A hash is a function of its text alone.
  const withoutHash = (path: string) => text(path).replace('import { createHash } from "node:crypto";', "");
  const impure =
    /\bDate\.now\(|new Date\(\)|Math\.random|process\.(env|argv|cwd)|(?<!\{ createHash \} )from "node:(?!util")|\bfetch\(|await /;
  // Their tables are a package's constants, loaded at first use because that takes 100 ms: the same answer every time.
  const constants: readonly string[] = ["calendar/holidays.ts", "config/kinds/regions.ts"];
  expect([...seen].filter((path) => !constants.includes(path) && impure.test(withoutHash(path)))).toEqual([]);
});
