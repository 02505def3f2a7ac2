import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { configurationPage } from "../../scripts/config-reference/page.ts";
import { editorSchema } from "../../scripts/config-reference/schema.ts";
import { examine } from "../../src/config/examine.ts";
import { sreSchema } from "../../src/config/schema.ts";
import { jsonSchema, type SchemaNode } from "../../src/config/schema-at.ts";
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
  expect(problems.map(({ path }) => path)).toEqual([
    "notify",
    "branches",
    "environments",
    "renovate",
    "four-keys",
    "help-wanted",
    "org",
  ]);
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

test("the example has every key", () => {
  const text = example();
  if (text === null) return;
  const commented = new Set([...text.matchAll(/^\s*#?\s*(?:- )?([a-z_][a-z_-]*):/gm)].map(([, key]) => key));
  const inline = new Set([...text.matchAll(/[{,]\s*([a-z-]+):/g)].map(([, key]) => key));
  const missing = keysIn(jsonSchema()).filter((key) => !commented.has(key) && !inline.has(key));
  // in the contract, for an organization's file only
  expect(missing).toEqual(["repositories"]);
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
