import { stringify } from "yaml";

/** A value as YAML of one line: quoted only where it must be. */
export function inlineYaml(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim();
}

/** A text in quotes, whatever is in it. */
export function inQuotes(value: string): string {
  return value.includes('"') && !value.includes("\\") ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

/** The brackets that are open in a line before `end`, with their positions; those in quotes or a comment do not count. */
export function openBefore(line: string, end: number): { readonly character: string; readonly at: number }[] {
  const open: { character: string; at: number }[] = [];
  let quote = "";
  for (let i = 0; i < end; i++) {
    const character = line[i] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && /^$|[\s:[{,-]/.test(line[i - 1] ?? "")) quote = character;
    else if (character === "[" || character === "{") open.push({ character, at: i });
    else if (character === "]" || character === "}") open.pop();
  }
  return open;
}

/** A value without quotes, from its start to its intended end. */
export function plainValueAt(line: string, start: number): string {
  const isInFlow = openBefore(line, start).length > 0;
  let depth = 0;
  let end = start;
  for (; end < line.length; end++) {
    const character = line[end] ?? "";
    if (character === "#" && /\s/.test(line[end - 1] ?? "")) break;
    if (!isInFlow) continue;
    if (depth === 0 && (character === "," || character === "]" || character === "}")) break;
    if (character === "[" || character === "{") depth++;
    if (character === "]" || character === "}") depth--;
  }
  const value = line.slice(start, end).trim();
  // an item of a list over several lines
  return !isInFlow && line.slice(0, start).trim() === "" ? withoutTail(value) : value;
}

/** Without the brackets at its end, unless a template's braces stand before them. */
function withoutTail(value: string): string {
  if (value.includes("{{")) return value;
  let end = value.length;
  while (end > 0 && ",]}".includes(value[end - 1] ?? "")) end--;
  return value.slice(0, end).trim();
}

/** YAML gives these a meaning at the beginning of a value. */
const RESERVED = /^[@`*&!%#|>]/;

/** A list of plain items on one line. */
export interface PlainList {
  /** With its brackets. */
  readonly range: readonly [number, number];
  readonly items: readonly string[];
}

/** The list around a position on this line; null if it is not a list of plain items. */
export function listAround(line: string, at: number): PlainList | null {
  const innermost = openBefore(line, at).at(-1);
  if (innermost?.character !== "[") return null;
  const end = line.indexOf("]", at);
  const inside = line.slice(innermost.at + 1, end);
  if (end < 0 || inside.length > 150 || /["'[{}]/.test(inside)) return null;
  const items = inside.split(",").map((item) => item.trim());
  if (items.at(-1) === "") items.pop();
  return { range: [innermost.at, end + 1], items };
}

/** The list with quotes where its items need them. */
export function quotedList({ items }: PlainList): string {
  return `[${items.map((item) => (RESERVED.test(item) ? inQuotes(item) : item)).join(", ")}]`;
}

/** The same without a character that its items begin with. */
export function bareList({ range, items }: PlainList, character: string): string {
  return quotedList({ range, items: items.map((item) => (item.startsWith(character) ? item.slice(1) : item)) });
}
