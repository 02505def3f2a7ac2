import { diffArrays } from "diff";
import { parseChecklist } from "./checklist.ts";

/** Somebody's edit of an earlier version of a text; null: that version is not known. */
interface Edit {
  readonly before: string | null;
  readonly text: string;
}

/** Telling more changed lines apart takes time by their square. */
const MOST_CHANGED_LINES = 400;

/**
 * A text as if an edit of an earlier version of it had come last: the lines that it removed are gone where they still
 * stand, and those that it added stand where they stood. An item of a checklist that both changed is theirs. Done again, it
 * changes nothing; what it changes has `\n` as line ends. If more was changed than can be told apart, theirs is the text.
 */
export function withEdit(ours: string, { before, text }: Edit): string {
  if (before === null) return text;
  const [was, theirs, present] = [linesOf(before), linesOf(text), linesOf(ours)];
  const [hunks, places] = [hunksBetween(was, theirs), placesOf(was, present)];
  if (hunks === null || places === null) return text;
  const standing = new Set(places.values());
  const result: { line: string | null; readonly added: string[] }[] = present.map((line) => ({ line, added: [] }));
  const head: string[] = [];
  for (const { at, removed, added } of hunks) {
    const gone = removed.map((_, line) => places.get(at + line));
    for (const place of gone) {
      const there = place === undefined ? undefined : result[place];
      if (there !== undefined) there.line = null;
    }
    const rewritten = removed.filter((_, line) => gone[line] === undefined).map(itemIn);
    const missing = added.filter((line) => {
      const item = itemIn(line);
      const place = item !== null && rewritten.includes(item) ? present.findIndex((one) => itemIn(one) === item) : -1;
      const there = result[place];
      if (there !== undefined) there.line = line;
      return there === undefined;
    });
    const behind = placeBehind(places, at, removed.length, was.length, present.length);
    const isAt = (start: number) =>
      missing.every((line, index) => present[start + index] === line && !standing.has(start + index));
    if (!isAt(behind + 1) && !isAt(behind + 1 - missing.length)) (result[behind]?.added ?? head).push(...missing);
  }
  const edited = [...head, ...result.flatMap(({ line, added }) => (line === null ? added : [line, ...added]))].join(
    "\n",
  );
  return edited === present.join("\n") ? ours : edited;
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

interface Hunk {
  /** The first of the former lines that it concerns. */
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

function compare(was: string[], is: string[]) {
  return diffArrays(was, is, { maxEditLength: MOST_CHANGED_LINES });
}

function hunksBetween(was: string[], is: string[]): Hunk[] | null {
  const hunks: Hunk[] = [];
  let at = 0;
  let removed: readonly string[] = [];
  for (const part of compare(was, is) ?? [null]) {
    if (part === null) return null;
    if (part.added) hunks.push({ at: at - removed.length, removed, added: part.value });
    else {
      if (removed.length > 0) hunks.push({ at: at - removed.length, removed, added: [] });
      at += part.value.length;
    }
    removed = part.removed ? part.value : [];
  }
  return removed.length === 0 ? hunks : [...hunks, { at: at - removed.length, removed, added: [] }];
}

/** Where each former line stands now, as far as it stands. */
function placesOf(was: string[], is: string[]): ReadonlyMap<number, number> | null {
  const places = new Map<number, number>();
  let [former, present] = [0, 0];
  for (const part of compare(was, is) ?? [null]) {
    if (part === null) return null;
    for (const _ of part.value) {
      if (!part.added && !part.removed) places.set(former, present);
      if (!part.added) former += 1;
      if (!part.removed) present += 1;
    }
  }
  return places;
}

/** The present line behind which a hunk belongs; -1: before all. Where its neighbors changed, as near to them as can be. */
function placeBehind(
  places: ReadonlyMap<number, number>,
  at: number,
  removed: number,
  formerLines: number,
  presentLines: number,
): number {
  if (at === 0) return -1;
  const previous = places.get(at - 1);
  if (previous !== undefined) return previous;
  if (at + removed === formerLines) return presentLines - 1;
  const next = places.get(at + removed);
  if (next !== undefined) return next - 1;
  for (let line = at - 2; line >= 0; line -= 1) {
    const place = places.get(line);
    if (place !== undefined) return place;
  }
  return -1;
}

/** The number of a checklist's item; null: another line. */
function itemIn(line: string): number | null {
  const [parsed] = parseChecklist(line);
  return parsed?.kind === "item" ? parsed.number : null;
}
