import { expect, test } from "vitest";
import { isMap, parse, parseDocument, stringify } from "yaml";
import type { Diagnostic } from "../../src/config/diagnostic.ts";
import { type ExaminedFinding, examine } from "../../src/config/examine.ts";
import { type Path, pathText } from "../../src/config/finding.ts";
import { jsonSchema, type SchemaNode } from "../../src/config/schema-at.ts";
import { problemOf } from "../../src/config/text/index.ts";

/** What people write where something else belongs. */
const WRONG = [
  ...["-3", "1", "1.10", "0x1F", "true", "yes", "off", "~", "''", "[]", "{}", "[a, b]", "{a: b}", "[1.0]", "[[a]]"],
  ...["develop", "develop, main", "monday-friday", "mon", "Mon, Tue", "2026-12-29 - 2027-01-03", "2026/1/2", '"5"'],
  ...['"1"', '"true"', "'#sre'", "#sre", "3 busines days", "alice bob", "'-a -b'", "［a、b］", "9-18", "JA", "x"],
  ...["2026-02-30 - 2026-03-01", "a/b/c", "'[a'", "Asia/Tokio", "jp", "none", "null", "1e3", "'  '", "a: b"],
];

/** One file with every setting, from the schema's own examples. */
function full(node: SchemaNode): unknown {
  if (node.title === "deployments") return { environment: ["production"] };
  if (node.properties) {
    return Object.fromEntries(Object.entries(node.properties).map(([key, child]) => [key, full(child)]));
  }
  const [option] = (node.anyOf ?? []).filter(({ type }) => type !== "null");
  if (node.examples) return node.examples[0];
  if (node.items && (node.items.properties || node.items.anyOf)) return [full(node.items)];
  if (option) return full(option);
  return node.enum?.[0] ?? node.const ?? (node.type === "boolean" ? true : (node.default ?? {}));
}

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    yield* pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** The text that a diagnostic suggests; null: it leaves that to people. */
function replacementIn(diagnostic: Diagnostic, path: Path): { readonly value: unknown; readonly shown: string } | null {
  const line = (shown: string) => ({
    value: typeof path.at(-1) === "number" ? parse(shown) : parse(`{${shown}}`)[path.at(-1) ?? ""],
    shown,
  });
  const text = (shown: string) => ({ value: parse(shown), shown });
  switch (diagnostic.kind) {
    case "wrong-type":
    case "missing-key":
    case "empty-text":
    case "empty-list":
    case "needs-no-quotes":
    case "hash-comment-for-value":
      return line(diagnostic.example);
    case "not-a-duration":
    case "negative-duration":
      return text(diagnostic.example);
    case "not-a-range":
      return diagnostic.meant === null ? null : text(diagnostic.meant);
    case "not-one-of":
    case "not-a-zone":
    case "not-a-country":
      return diagnostic.near === null ? null : text(diagnostic.near);
    default:
      return null;
  }
}

/** Follows the advice, and returns the new diagnostics of the same place. */
function after(text: string, finding: ExaminedFinding, value: unknown): string[] {
  const document = parseDocument(text);
  document.setIn(finding.path, document.createNode(value));
  const { findings, lacking } = examine(String(document));
  const under = (path: Path) => finding.path.every((part, index) => path[index] === part);
  return [...findings, ...lacking]
    .filter(({ severity, path }) => severity === "error" && under(path))
    .map((one) => problemOf({ ...one, file: "sre.yml" }, "en").message);
}

test("whatever is written wrong, the suggestion in the message is valid there", () => {
  const base = full(jsonSchema()) as Readonly<Record<string, unknown>>;
  const paths = [...pathsIn(base)];
  const seen = new Set<string>();
  expect(paths.length).toBeGreaterThan(120);
  let followed = 0;
  const wrong: string[] = [];
  for (const path of paths) {
    const section = path[0] ?? "";
    const text = stringify({ version: 1, [section]: base[section] }, { lineWidth: 0 });
    for (const written of WRONG) {
      const document = parseDocument(text);
      const node = parseDocument(`x: ${written}\n`).contents;
      document.setIn(path, isMap(node) ? (node.items[0]?.value ?? null) : null);
      const broken = String(document);
      for (const finding of examine(broken).findings) {
        const advice = replacementIn(finding.diagnostic, finding.path);
        if (finding.severity === "warning" || advice === null) continue;
        const advised = JSON.stringify([finding.path, finding.diagnostic.kind, advice.value]);
        if (seen.has(advised)) continue;
        seen.add(advised);
        followed += 1;
        const { message } = problemOf({ ...finding, file: "sre.yml" }, "en");
        const still = after(broken, finding, advice.value);
        const isShown = message.includes(`\`${advice.shown}\``);
        if (still.length > 0 || !isShown)
          wrong.push(`${pathText(finding.path)}: ${written} → ${message} → ${still[0]}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(followed).toBeGreaterThan(300);
});
