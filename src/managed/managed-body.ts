import { withLineFeeds } from "../markdown/line-ends.ts";
import {
  closingMarker,
  findMarkers,
  type Marker,
  type MarkerData,
  marker,
  withoutMarkers,
} from "../markdown/marker.ts";

/** Detoil's part of a body, and what people wrote around it, byte for byte. */
interface FoundBlock {
  readonly before: string;
  /** Between the markers, with \n line ends whatever the body has. */
  readonly content: string;
  readonly after: string;
  readonly data: MarkerData | null;
}

export const managedBlock = { wrap, find };

/** The content between its markers. Markers of the same key within it are removed: there is only one block. */
function wrap(key: string, content: string, data?: MarkerData): string {
  return `${marker(key, data)}\n${withoutMarkers(content, key)}\n${closingMarker(key)}`;
}

/** The first block of that key, or null. If somebody deleted its end marker: see `endOfOurs`. */
function find(body: string, key: string): FoundBlock | null {
  const markers = findMarkers(body);
  const begin = markers.find((found) => found.key === key && !found.closing);
  if (begin === undefined) return null;
  const later = markers.filter((found) => found.start >= begin.end);
  const end = closingOf(later, key) ?? endOfOurs(body, begin.end, later[0]?.start ?? body.length);
  return {
    before: body.slice(0, begin.start),
    content: unwrapped(body.slice(begin.end, end.start)),
    after: body.slice(end.end),
    data: begin.data,
  };
}

/** The body with this block in place of the existing one, or at its end. Nothing outside changes by a byte. */
export function replaceBlock(body: string, key: string, content: string, data?: MarkerData): string {
  const block = wrap(key, content, data);
  const found = find(body, key);
  if (found !== null) return found.before + block + found.after;
  return body === "" ? block : `${body}${body.endsWith("\n") ? "\n" : "\n\n"}${block}`;
}

/** The block of `body`, with its markers, and the surroundings of the block in `text`; null: one of them has no block. */
export function textAround(text: string, body: string, key: string): string | null {
  const [around, ours] = [find(text, key), find(body, key)];
  if (around === null || ours === null) return null;
  return around.before + body.slice(ours.before.length, body.length - ours.after.length) + around.after;
}

/** The end marker, unless another block of the same key begins before it: then it is that one's. */
function closingOf(later: readonly Marker[], key: string): Marker | undefined {
  const next = later.find((found) => found.key === key);
  return next?.closing === true ? next : undefined;
}

/**
 * Without an end marker, the block ends after Detoil's last line (`<sub>[Detoil](…) …`, before `<sub>Detoil …`), as it was written; without that line,
 * where the list ends, or after the first paragraph if there is no list. Prefer a leftover line of ours over losing a
 * person's text.
 */
function endOfOurs(body: string, from: number, limit: number): { start: number; end: number } {
  const text = body.slice(from, limit);
  const signature = /^<sub>\[?Detoil\b.*$/m.exec(text);
  if (signature !== null) return at(from + signature.index + signature[0].replace(/\r$/, "").length);
  const list = /^[ \t]*[-*+][ \t].*(?:\r?\n(?:[ \t]*[-*+][ \t]|[ \t]+\S).*)*/m.exec(text);
  if (list !== null) return at(from + list.index + list[0].replace(/\r$/, "").length);
  // In two steps: one pattern for both takes seconds on a text of spaces, which anybody may write.
  const start = text.search(/\S/);
  if (start === -1) return at(from);
  const blank = text.slice(start).search(/\r?\n[ \t]*\r?\n/);
  return at(from + (blank === -1 ? text.trimEnd().length : start + blank));
}

function at(offset: number): { start: number; end: number } {
  return { start: offset, end: offset };
}

function unwrapped(between: string): string {
  return withLineFeeds(between).replace(/^\n/, "").replace(/\n$/, "");
}
