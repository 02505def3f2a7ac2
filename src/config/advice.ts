import type { z } from "zod";
import { plainCharacters } from "./characters.ts";
import { daysMeantBy } from "./kinds/time.ts";
import { weekdays } from "./kinds/weekdays.ts";
import type { Path } from "./path.ts";
import { inlineYaml } from "./plain-value.ts";
import { sreSchema } from "./schema.ts";
import { type SchemaNode, schemaAt } from "./schema-at.ts";
import { isShownWhole, LONGEST_ADVICE } from "./text/quote.ts";

export interface Advice {
  /** One line of YAML that can be used as it is: `to: "1.10"`; for a list item, the item. */
  readonly example: string;
  readonly remedy: "quotes" | "no-quotes" | "example";
}

/** Whether the value would be valid there: people must be able to write what Detoil suggests. */
export function accepts(path: Path, value: unknown): boolean {
  return schemasAt(path).some((schema) => schema.safeParse(value).success);
}

/** What a value of the wrong kind was probably meant to be, else the setting's example. `source` is its text in the file. */
export function adviceFor(source: string | null, value: unknown, path: Path, root: unknown): Advice {
  const meant = source === null ? undefined : [...candidates(source, value, path)].find(fits(path));
  if (meant === undefined) return { example: exampleAt(path, root), remedy: "example" };
  const isSameText = typeof meant !== "object" && String(meant) === source;
  const remedy = isSameText ? (meant === source ? "quotes" : "no-quotes") : "example";
  return { example: lineOf(path, meant), remedy };
}

const fits = (path: Path) => (candidate: unknown) => accepts(path, candidate) && isShownWhole(lineOf(path, candidate));

/** Most likely first. */
function* candidates(source: string, value: unknown, path: Path): Generator<unknown> {
  const text = plainCharacters(source).trim();
  if (typeof value !== "string") yield source;
  if (typeof value !== "string") yield* inExample(text, path);
  // YAML 1.1 read these as booleans, and many people still expect it
  if (/^(?:yes|y|on|true)$/i.test(text)) yield true;
  if (/^(?:no|n|off|false)$/i.test(text)) yield false;
  if (/^-?\d{1,15}(?:\.\d{1,10})?$/.test(text)) yield Number(text);
  yield* listsIn(text);
  yield [value];
}

/** `-3` for `-3 business days`. */
function* inExample(text: string, path: Path): Generator<string> {
  if (!/^-?\d{1,6}$/.test(text)) return;
  for (const example of schemaAt(path)?.examples ?? []) {
    if (typeof example !== "string" || !/^-?\d+ /.test(example)) continue;
    const unit = example.replace(/^-?\d+ /, "");
    const plural = unit.endsWith("s") ? unit : `${unit}s`;
    yield `${text} ${/^-?1$/.test(text) ? plural.slice(0, -1) : plural}`;
  }
}

/** A list that somebody wrote as a text: `a, b`, `-a -b`, `monday-friday`, `2026-12-29 - 2027-01-03`. */
function* listsIn(text: string): Generator<unknown[]> {
  if (text.length > LONGEST_ADVICE) return;
  const inner = text.replace(/^\[/, "").replace(/\]$/, "");
  const days = daysIn(inner);
  if (days !== null) yield days;
  const range = daysMeantBy(inner);
  if (range !== null) yield [range];
  if (/^-[A-Za-z]/.test(inner)) yield inner.split(/ ?-(?=[A-Za-z])/).filter((item) => item !== "");
  const parts = inner.split(/[,、;]/).map((item) => item.trim());
  if (parts.length > 1 || inner !== text) yield parts.filter((item) => item !== "");
}

/** The weekdays of `monday-friday`, `mon–fri` or `Mon, Tue`; null when it is something else. */
function daysIn(text: string): string[] | null {
  const named = (word: string) => weekdays.indexOf(word.trim().slice(0, 3).toLowerCase() as (typeof weekdays)[number]);
  const ends = text.split(/(?:-|\bto\b|~)/i);
  const [from = -1, to = -1] = ends.map(named);
  if (ends.length === 2 && from >= 0 && to >= 0) {
    const count = ((to - from + 7) % 7) + 1;
    return Array.from({ length: count }, (_, i) => weekdays[(from + i) % 7] ?? "");
  }
  const list = text.split(/[\s,、]+/).map(named);
  return list.every((day) => day >= 0) ? list.map((day) => weekdays[day] ?? "") : null;
}

/** `labels: [release]`, valid beside the rest: no lane to itself, no task's key twice, no end before its start. */
export function exampleAt(path: Path, root: unknown): string {
  const list = typeof path.at(-1) === "number" ? schemaAt(path.slice(0, -1))?.examples?.[0] : null;
  // the list's example shows what its items need
  if (Array.isArray(list) && list.length > 0) return lineOf(path, list[0]);
  const node = schemaAt(path);
  const taken = JSON.stringify(itemsAround(root, path) ?? {});
  const free = node?.examples?.find((one) => typeof one !== "string" || !taken.includes(JSON.stringify(one)));
  const sample = free ?? (node ? sampleOf(node) : "…");
  const from: unknown = Object(valueAt(root, path.slice(0, -1))).from;
  const isTooEarly = DAY.test(String(sample)) && DAY.test(String(from)) && String(sample) < String(from);
  return lineOf(path, isTooEarly ? from : sample);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The list that a path leads into, or what the key would stand in. */
function itemsAround(root: unknown, path: Path): unknown {
  const depth = path.findLastIndex((part) => typeof part === "number");
  return valueAt(root, path.slice(0, depth < 0 ? -1 : depth));
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function sampleOf(node: SchemaNode): unknown {
  if (node.examples) return node.examples[0];
  if (node.enum) return node.enum[0];
  if (node.const !== undefined) return node.const;
  if (node.anyOf?.[0]) return sampleOf(node.anyOf[0]);
  if (node.properties) {
    const keys = node.required ?? Object.keys(node.properties).slice(0, 1);
    return Object.fromEntries(keys.map((key) => [key, sampleOf(node.properties?.[key] ?? {})]));
  }
  if (node.items) return [sampleOf(node.items)];
  return node.default ?? "…";
}

/** One line of YAML: the key at the end of the path with this value; of a list's item the item. */
export function lineOf(path: Path, value: unknown): string {
  const at = path.at(-1);
  if (at === undefined || typeof at === "number") return inlineYaml(value);
  return inlineYaml({ [at]: value }).slice(1, -1);
}

/** The schemas of what may stand at a path. */
function schemasAt(path: Path): z.ZodType[] {
  let found: z.ZodType[] = [sreSchema];
  for (const part of path) found = found.flatMap((schema) => childrenOf(schema, part));
  return found;
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
}

function childrenOf(schema: z.ZodType, part: string | number): z.ZodType[] {
  const { type, innerType, options, shape, element, valueType } = schema.def as unknown as Definition;
  if (innerType) return childrenOf(innerType, part);
  if (options) return options.flatMap((option) => childrenOf(option, part));
  const child =
    typeof part === "number"
      ? element
      : type === "object" && Object.hasOwn(shape ?? {}, part)
        ? shape?.[part]
        : valueType;
  return child ? [child] : [];
}
