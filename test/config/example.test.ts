import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { configurationPage } from "../../scripts/config-reference/page.ts";
import { editorSchema } from "../../scripts/config-reference/schema.ts";
import { examine } from "../../src/config/examine.ts";
import { sreSchema } from "../../src/config/schema.ts";
import { jsonSchema, type SchemaNode } from "../../src/config/schema-at.ts";
import { everySection } from "../../src/config/sections/every.ts";
import { problemsOf } from "./check-text.ts";

const root = join(import.meta.dirname, "../..");
const shared = join(root, "../shared/sre.example.yml");

function example(): string | null {
  if (existsSync(shared)) return readFileSync(shared, "utf8");
  console.warn(`shared worlds not found beside this checkout: ${shared}`);
  return null;
}

test("the example is valid as it is, and only warns about settings to come", () => {
  const text = example();
  if (text === null) return;
  const problems = problemsOf(text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const written = Object.keys(Object(examine(text).value));
  const later = everySection.flatMap(([key, { available }]) => (available || !written.includes(key) ? [] : [key]));
  expect(later.length).toBeGreaterThan(0);
  expect(problems.map(({ path }) => path)).toEqual(later);
});

test("every key of the example shows its default, unless its comment says otherwise", () => {
  const text = example();
  if (text === null) return;
  const written = examine(text).value as Record<string, never>;
  const lane = sreSchema.parse({ version: 1, release: { lanes: [{ from: "develop", to: "main" }] } }).release?.lanes[0];
  expect(sreSchema.parse(parse(text)).release?.lanes[0]).toEqual(lane);
  const bare = sreSchema.parse({
    version: 1,
    renovate: { cadence: "monthly" },
    "four-keys": { deployments: { environment: ["production"] } },
    "help-wanted": {},
    milestones: {},
    org: {},
  });
  for (const section of ["renovate", "four-keys", "help-wanted", "org"] as const) {
    expect(sreSchema.parse(parse(text))[section], section).toEqual(bare[section]);
  }
  expect(written).toHaveProperty("milestones.parent", bare.milestones?.parent);
  expect(written).toHaveProperty("milestones.on-close", bare.milestones?.["on-close"]);
});

test("the example has every key of the sections that it knows; other sections of ours are said", () => {
  const text = example();
  if (text === null) return;
  const commented = new Set([...text.matchAll(/^\s*#?\s*(?:- )?([a-z_][a-z_-]*):/gm)].map(([, key]) => key));
  const inline = new Set([...text.matchAll(/[{,]\s*([a-z-]+):/g)].map(([, key]) => key));
  const isShown = (key: string) => commented.has(key) || inline.has(key);
  const sections = Object.entries(jsonSchema().properties ?? {});
  const [known, unknown] = [true, false].map((shown) => sections.filter(([key]) => isShown(key) === shown));
  // `repositories` is for an organization's file only; a new section is shown in docs/configuration.md.
  const own = unknown?.flatMap(([key]) => (key === "repositories" ? [] : [key])) ?? [];
  if (own.length > 0) console.warn(`not in ${shared}: ${own.join(", ")}`);
  expect(known?.length).toBeGreaterThan(10);
  expect(known?.flatMap(([, section]) => keysIn(section)).filter((key) => !isShown(key))).toEqual([]);
});

function keysIn({ properties = {}, items, anyOf = [] }: SchemaNode): string[] {
  const children = [...Object.values(properties), ...(items ? [items] : []), ...anyOf];
  return [...new Set([...Object.keys(properties), ...children.flatMap(keysIn)])];
}

test("the committed schema and reference match src/config", () => {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  expect(JSON.parse(read("config-schema/sre.schema.json"))).toEqual(editorSchema());
  expect(read("docs/configuration.md")).toBe(configurationPage());
});
