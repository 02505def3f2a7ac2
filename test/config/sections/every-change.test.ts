import { expect, test } from "vitest";
import { parse } from "yaml";
import { exampleAt } from "../../../src/config/advice.ts";
import { behaviorChanges } from "../../../src/config/behavior.ts";
import type { Path } from "../../../src/config/path.ts";
import { sreSchema } from "../../../src/config/schema.ts";
import { type SchemaNode, schemaAt } from "../../../src/config/schema-at.ts";
import { everySection } from "../../../src/config/sections/every.ts";

type Raw = Record<string | number, unknown>;

const languages = ["en", "ja"] as const;
const keysAt = (path: Path) => Object.keys(schemaAt(path)?.properties ?? {});

/** Values that the schema takes at a path, the likeliest first. */
function variants(
  path: Path,
  { examples = [], enum: options = [], anyOf = [], ...node } = schemaAt(path) ?? {},
): unknown[] {
  const own: unknown[] = [...examples, ...options, ...(node.type === "boolean" ? [true, false] : [])];
  const inner = anyOf.flatMap((option: SchemaNode) => variants(path, option));
  const written: unknown = parse(`{${exampleAt(path, {})}}`);
  return [...own, ...inner, ...Object.values(Object(written)), [], "x", ["x"]];
}

/** The file with this value at a path; null: the schema refuses it. */
function configWith(file: Raw, path: Path, value: unknown) {
  const changed = structuredClone(file);
  let at = changed;
  for (const part of path.slice(0, -1)) at = at[part] as Raw;
  at[path.at(-1) ?? ""] = value;
  return sreSchema.safeParse(changed).data ?? null;
}

/** The file with this section in it, the first that the schema takes. */
function withSection(file: Raw, key: string): Raw {
  if (key in file) return file;
  const value = variants([key]).find((one) => configWith(file, [key], one) !== null);
  return { ...file, [key]: value };
}

/** What the check says if just this value changes, in the first way that makes a difference; null: there is none. */
function told(file: Raw, path: Path) {
  const before = sreSchema.parse(file);
  for (const value of variants(path)) {
    const after = configWith(file, path, value);
    if (after === null || JSON.stringify(after) === JSON.stringify(before)) continue;
    return languages.map((language) => behaviorChanges(before, after, language));
  }
  return null;
}

const PLAIN = { version: 1 };

test("the version alone has one value only", () => {
  const fixed = everySection.map(([key]) => key).filter((key) => told(PLAIN, [key]) === null);
  expect(fixed).toEqual(["version"]);
});

test.each(everySection.filter(([key]) => key !== "version"))(
  "the check tells that %s changes",
  (key, { available }) => {
    for (const changes of told(PLAIN, [key]) ?? []) {
      if (available) {
        expect(changes.told).not.toEqual([]);
      } else {
        expect(changes).toEqual({ told: [], later: [key] });
      }
    }
  },
);

test.each(everySection.filter(([, { kind }]) => kind === "section"))(
  "the check tells that %s goes",
  (key, { available }) => {
    const [before] = variants([key]).flatMap((value) => configWith(PLAIN, [key], value) ?? []);
    const { told, later } = behaviorChanges(before ?? null, sreSchema.parse(PLAIN), "en");
    expect(told.length > 0).toBe(available);
    expect(later).toEqual(available ? [] : [key]);
  },
);

const PERIOD = { who: "carol", from: "2026-11-24", to: "2026-11-28" };

/** Files with one item in the list of a section. */
const lists: Readonly<Record<string, Raw>> = {
  "release.lanes": { version: 1, release: { lanes: [{ from: "develop", to: "main" }] } },
  "milestones.tasks": {
    version: 1,
    milestones: {
      tasks: [
        { key: "freeze", title: "Freeze" },
        { key: "last", title: "Last" },
      ],
    },
  },
  "four-keys.services": {
    version: 1,
    "four-keys": { deployments: { release: true }, services: [{ name: "web", paths: ["web/**"] }] },
  },
  "help-wanted.on-call": { version: 1, "help-wanted": { "on-call": [PERIOD] } },
  "help-wanted.routes": { version: 1, "help-wanted": { routes: [{ labels: ["db"], people: ["bob"] }] } },
  "help-wanted.away": { version: 1, "help-wanted": { away: [PERIOD] } },
};

const inLists = everySection.flatMap(([section, { available }]) =>
  !available
    ? []
    : keysAt([section])
        .filter((list) => schemaAt([section, list])?.items?.properties)
        .map((list) => [section, list] as const),
);

test("each list of mappings in an available section has its example here", () => {
  expect(inLists.map((path) => path.join("."))).toEqual(Object.keys(lists));
});

test.each(inLists.flatMap(([section, list]) => keysAt([section, list, 0]).map((key) => [section, list, key])))(
  "the check tells that %s.%s[].%s changes",
  (section = "", list = "", key = "") => {
    const file = lists[`${section}.${list}`] ?? {};
    const index = section === "milestones" ? 1 : 0;
    for (const changes of told(file, [section, list, index, key]) ?? [null]) {
      expect([...(changes?.told ?? []), ...(changes?.later ?? [])]).not.toEqual([]);
    }
  },
);

test.each(
  everySection.flatMap(([section, { available, kind }]) =>
    available && kind !== "setting" ? keysAt([section]).map((key) => [section, key] as const) : [],
  ),
)("the check tells that %s.%s changes", (section, key) => {
  const file = withSection({ ...PLAIN, calendar: {}, ...Object.assign({}, ...Object.values(lists)) }, section);
  for (const changes of told(file, [section, key]) ?? []) expect([...changes.told, ...changes.later]).not.toEqual([]);
});
