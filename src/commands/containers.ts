import { indentOf, isBlank, isRule } from "./line-starts.ts";

/** A quote or a list item: what other blocks may stand in. */
export type Container = { readonly kind: "quote" } | ListItem;

interface ListItem {
  readonly kind: "item";
  /** How far its further lines are indented. */
  readonly indent: number;
  /** Only its marker was read so far. */
  empty: boolean;
}

interface Opened {
  readonly container: Container;
  /** What follows the mark. */
  readonly rest: string;
}

/** The content of a line within the container; null: the line is not in it. */
export function within(container: Container, line: string): string | null {
  if (container.kind === "quote") return quoted(line);
  if (isBlank(line)) return container.empty ? null : "";
  if (indentOf(line) < container.indent) return null;
  container.empty = false;
  return line.slice(container.indent);
}

/**
 * The container that a line begins, or null. An empty item, or a number other than 1, does not interrupt a paragraph.
 */
export function containerAt(line: string, inParagraph: boolean): Opened | null {
  const rest = quoted(line);
  if (rest !== null) return { container: { kind: "quote" }, rest };
  const indent = indentOf(line);
  const text = line.slice(indent);
  const [mark, number] = /^(?:[-+*]|(\d{1,9})[.)])(?= |$)/.exec(text) ?? [];
  if (indent > 3 || mark === undefined || isRule(text)) return null;
  const after = text.slice(mark.length);
  const spaces = indentOf(after);
  const empty = spaces === after.length;
  if (inParagraph && (empty || (number !== undefined && Number(number) !== 1))) return null;
  // five spaces: indented code that begins one space after the mark
  const taken = empty || spaces > 4 ? 1 : spaces;
  const container: Container = { kind: "item", indent: indent + mark.length + taken, empty };
  return { container, rest: empty ? "" : after.slice(taken) };
}

function quoted(line: string): string | null {
  const mark = /^ {0,3}> ?/.exec(line);
  return mark === null ? null : line.slice(mark[0].length);
}
