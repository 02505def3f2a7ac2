import { expect, test } from "vitest";
import { isMap, parse, parseDocument, stringify } from "yaml";
import { accepts } from "../../src/config/advice.ts";
import type { Diagnostic } from "../../src/config/diagnostic.ts";
import { type ExaminedFinding, examine } from "../../src/config/examine.ts";
import { type Path, pathText } from "../../src/config/path.ts";
import { jsonSchema, type SchemaNode, schemaAt } from "../../src/config/schema-at.ts";
import { problemOf } from "../../src/config/text/index.ts";
import { LONG } from "../harness/long.ts";

/** What people write where something else belongs. */
const WRONG = [
  ...["-3", "1", "1.10", "0x1F", "true", "yes", "off", "~", "''", "[]", "{}", "[a, b]", "{a: b}", "[1.0]", "[[a]]"],
  ...["develop", "develop, main", "monday-friday", "mon", "Mon, Tue", "2026-12-29 - 2027-01-03", "2026/1/2", '"5"'],
  ...['"1"', '"true"', "'#sre'", "#sre", "3 busines days", "alice bob", "'-a -b'", "［a、b］", "9-18", "JA", "x"],
  ...["2026-02-30 - 2026-03-01", "a/b/c", "'[a'", "Asia/Tokio", "jp", "none", "null", "1e3", "'  '", "a: b"],
];

/** `npm test` tries one in four of them at each place, and others at the next. */
function shareOf(all: readonly string[], index: number): readonly string[] {
  return all.filter((_, place) => LONG || (place + index) % 4 === 0);
}

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
    case "zero-duration":
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
    .map((one) => problemOf({ ...one, file: "sre.yml" }).message.en);
}

test("whatever is written wrong, the suggestion in the message is valid there", () => {
  const base = full(jsonSchema()) as Readonly<Record<string, unknown>>;
  const paths = [...pathsIn(base)];
  const seen = new Set<string>();
  expect(paths.length).toBeGreaterThan(120);
  let followed = 0;
  const wrong: string[] = [];
  for (const [index, path] of paths.entries()) {
    const section = path[0] ?? "";
    const text = stringify({ version: 1, [section]: base[section] }, { lineWidth: 0 });
    for (const written of shareOf(WRONG, index)) {
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
        const { message } = problemOf({ ...finding, file: "sre.yml" });
        const still = after(broken, finding, advice.value);
        const isShown = message.en.includes(`\`${advice.shown}\``);
        if (still.length > 0 || !isShown)
          wrong.push(`${pathText(finding.path)}: ${written} → ${message} → ${still[0]}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(followed).toBeGreaterThan(LONG ? 300 : 150);
});

/** One place of each kind: what may stand there is the same in all of them. */
function kindsOfPlaces(base: Readonly<Record<string, unknown>>): readonly Path[] {
  const kindOf = (path: Path) => [schemaAt(path), typeof path.at(-1) === "number" ? path.at(-2) : null];
  return [...new Map([...pathsIn(base)].map((path) => [JSON.stringify(kindOf(path)), path])).values()];
}

/** What YAML does not read as a value, or reads as something else than people mean. */
const BROKEN = [
  ...[
    "@alice",
    "[@alice, @bo]",
    "[@acme/web, bo]",
    "*alice",
    "[*a, b]",
    "*",
    "[#release]",
    "[a, #release]",
    "[#a, @b]",
  ],
  ...["{{milestone.title}}", "{{milestone.title}} freeze", "{{date}}", "`a`", "%a", "a: b", "now: then: always"],
  ...["-develop", "@ja", "@jp", "@2026-12-29", "@09:00-18:00", "*monthly", "@true", "@3", "@", "@@a", "[@a, 'b']"],
  ...[
    "$\u007B{ milestone.title }} freeze",
    "a $\u007B{ milestone.title }}",
    "$\u007B{ date }}",
    "$\u007B{ github.ref }}",
  ],
];

interface Followed {
  readonly line: number;
  readonly text: string;
  /** What is written, and what the message says to write. */
  readonly advice: string;
}

/** The text with one line as the message says, or null where the message leaves it to people. */
function follow(text: string, { diagnostic, location }: ExaminedFinding, field: "quoted" | "bare"): Followed | null {
  const lines = text.split("\n");
  const { line } = location;
  const before = lines[line - 1] ?? "";
  const changed = (advice: string | null, change: (advice: string) => string): Followed | null => {
    if (advice === null) return null;
    lines[line - 1] = change(advice);
    return { line, text: lines.join("\n"), advice };
  };
  const inPlaceOf = (value: string) => (advice: string) => {
    const isList = advice.startsWith("[") && !value.startsWith("[");
    const at = before.indexOf(value, location.column - 1);
    const [from, to] = isList ? [before.lastIndexOf("[", at), before.indexOf("]", at) + 1] : [at, at + value.length];
    return before.slice(0, from) + advice + before.slice(to);
  };
  switch (diagnostic.kind) {
    case "needs-quotes":
      return changed(diagnostic[field], inPlaceOf(diagnostic.value));
    case "hash-comment":
      return changed(diagnostic[field], inPlaceOf("#"));
    case "unknown-alias":
      return field === "bare" ? null : changed(diagnostic.quoted, inPlaceOf(`*${diagnostic.alias}`));
    case "dash-space":
      return field === "bare" ? null : changed(diagnostic.quoted, (advice) => before.replace(/-.*/, () => advice));
    case "nested-on-one-line":
      return field === "bare"
        ? null
        : changed(diagnostic.quoted, (advice) => before.replace(/[a-z-]+: .*/, () => advice));
    case "dollar-braces": {
      const value = diagnostic.meant?.startsWith('"')
        ? before.slice(before.indexOf(diagnostic.value))
        : diagnostic.value;
      return field === "bare" ? null : changed(diagnostic.meant, (advice) => before.replace(value, () => advice));
    }
    default:
      return null;
  }
}

function* brokenFiles(base: Readonly<Record<string, unknown>>): Generator<string> {
  for (const [index, path] of kindsOfPlaces(base).entries()) {
    const section = path[0] ?? "";
    for (const written of shareOf(BROKEN, index)) {
      const document = parseDocument(stringify({ version: 1, [section]: base[section] }, { lineWidth: 0 }));
      document.setIn(path, "HERE");
      yield String(document).replace("HERE", () => written);
    }
  }
  for (const item of ["from: develop", "form: develop", "from: @develop", "from: 1.0", "labels: [#a]"]) {
    yield `version: 1\nrelease:\n  lanes:\n    -${item}\n      to: main\n`;
    yield `version: 1\nrelease:\n  lanes:\n    -${item}\n`;
  }
  for (const item of ["key: a", "title: A"]) yield `version: 1\nmilestones:\n  tasks:\n    -${item}\n`;
  yield "version: 1\ncalendar:\n  week:\n    -mon: tue\n";
}

test("advice on a text that is not YAML is right too, including the schema", () => {
  const base = full(jsonSchema()) as Readonly<Record<string, unknown>>;
  const wrong: string[] = [];
  const kinds = new Map<string, number>();
  for (const broken of brokenFiles(base)) {
    for (const finding of examine(broken).findings) {
      for (const field of ["quoted", "bare"] as const) {
        const followed = follow(broken, finding, field);
        if (followed === null) continue;
        kinds.set(finding.diagnostic.kind, (kinds.get(finding.diagnostic.kind) ?? 0) + 1);
        const still = examine(followed.text).findings.filter(
          ({ severity, location }) => severity === "error" && location.line === followed.line,
        );
        const [first] = still.map((one) => problemOf({ ...one, file: "sre.yml" }).message.en);
        const said = Object.values(problemOf({ ...finding, file: "sre.yml" }).message);
        const isShown = field === "bare" || said.every((message) => message.includes(`\`${followed.advice}\``));
        if (first !== undefined || !isShown) wrong.push(`${broken} → ${followed.text} → ${first}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  // Each kind of advice was followed.
  expect([...kinds.keys()].sort()).toEqual([
    "dash-space",
    "dollar-braces",
    "hash-comment",
    "needs-quotes",
    "nested-on-one-line",
    "unknown-alias",
  ]);
});

/** These name fields, names and keys; whole values they do not. */
const NO_EXAMPLES: ReadonlySet<string> = new Set(["not-a-cron", "not-a-template", "not-exactly-one"]);

/** Code in a message behind its first sentence, which quotes the file: what is to be written. */
function examplesIn(message: string): string[] {
  const rest = message.slice(message.search(/(?:\. |。)/) + 1);
  return [...rest.matchAll(/`([^`]+)`/g)].flatMap(([, example]) => example ?? []);
}

test("every example in the sentence about a value may stand there", () => {
  const base = full(jsonSchema()) as Readonly<Record<string, unknown>>;
  const wrong = new Set<string>();
  const kinds = new Set<string>();
  const values = [...WRONG, "", "a b: c/d", "//", "@@", "-1 day", "2027-01-03/2026-12-29", "[]]", "/".repeat(300)];
  for (const [index, path] of kindsOfPlaces(base).entries()) {
    const section = path[0] ?? "";
    for (const written of shareOf(values, index)) {
      const document = parseDocument(stringify({ version: 1, [section]: base[section] }, { lineWidth: 0 }));
      document.setIn(path, written);
      for (const finding of examine(String(document)).findings) {
        const { kind } = finding.diagnostic;
        if (!kind.startsWith("not-") || NO_EXAMPLES.has(kind)) continue;
        for (const message of Object.values(problemOf({ ...finding, file: "sre.yml" }).message)) {
          const examples = examplesIn(message);
          if (examples.length > 0) kinds.add(kind);
          for (const example of examples) {
            if (!accepts(finding.path, parse(example))) wrong.add(`${pathText(finding.path)}: ${message}`);
          }
        }
      }
    }
  }
  expect([...wrong]).toEqual([]);
  const known = ["branch", "cadence", "channel", "country", "date", "duration", "file-name", "glob", "login", "person"];
  const all = [...known, "range", "zone"].map((one) => `not-a-${one}`);
  expect([...kinds].sort()).toEqual([...all, "not-an-extends", "not-hours", "not-one-of"]);
});
