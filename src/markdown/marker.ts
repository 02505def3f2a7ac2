export type MarkerData = Readonly<Record<string, unknown>>;

export interface Marker {
  readonly key: string;
  /** true for `<!-- /detoil:KEY -->` */
  readonly closing: boolean;
  /** The marker's data; null if it has none, or if somebody broke the JSON. */
  readonly data: MarkerData | null;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const KEY = /^[a-z0-9]+(?:[-/.:][a-z0-9]+)*$/i;

// The data contains neither < nor > (see `json`), so the pattern cannot match beyond one comment.
const MARKER = /<!--[ \t]*(\/?)detoil:([a-z0-9/.:-]+)(?:[ \t]+(\{[^<>]*\}))?[ \t]*-->/gi;

/** `<!-- detoil:KEY {json} -->`. The key is letters, digits and single - / . : between them. */
export function marker(key: string, data?: MarkerData): string {
  return `<!-- detoil:${checked(key)}${data === undefined ? "" : ` ${json(data)}`} -->`;
}

/** `<!-- /detoil:KEY -->` */
export function closingMarker(key: string): string {
  return `<!-- /detoil:${checked(key)} -->`;
}

/** Every marker in the text, in order. The caller must check who wrote the text before trusting one. */
export function findMarkers(text: string): Marker[] {
  return [...text.matchAll(MARKER)].map((match) => ({
    key: match[2] ?? "",
    closing: match[1] === "/",
    data: parsed(match[3]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a text carries the marker with this key. */
export function hasMarker(text: string, key: string): boolean {
  return findMarkers(text).some((marker) => marker.key === key && !marker.closing);
}

/** The text without its markers, or without those of one key; also without markers that form when another is removed. */
export function withoutMarkers(text: string, key?: string): string {
  if (findMarkers(text).length === 0) return text;
  const done: string[] = [];
  // One list of pieces for each < that may still begin a marker. A marker contains no other < or >, so each > closes the
  // innermost one or ends them all, and every piece is moved once, however deep somebody nests them.
  let open: string[][] = [];
  for (const piece of text.match(/[<>]|[^<>]+/g) ?? []) {
    if (piece === "<") {
      open.push([piece]);
      continue;
    }
    (open.at(-1) ?? done).push(piece);
    if (piece !== ">" || open.length === 0) continue;
    const [found] = findMarkers(open.at(-1)?.join("") ?? "");
    if (found?.start === 0 && (key === undefined || found.key === key)) open.pop();
    else {
      for (const pieces of open) for (const each of pieces) done.push(each);
      open = [];
    }
  }
  return [...done, ...open.flat()].join("");
}

function checked(key: string): string {
  if (!KEY.test(key)) throw new Error(`not a marker key: ${JSON.stringify(key)}`);
  return key;
}

// An HTML comment ends at -->, and GitHub's cmark follows the older rule that it contains no --. A value that is only a
// `{{ref:…}}` is filled in by `apply`; within a longer text it is a person's words.
function json(data: MarkerData): string {
  return JSON.stringify(data).replace(/("\{\{ref:[^{}"]+\}\}")|[<>]|-(?=-)|(?<=-)-|\{(?=\{)/g, (c, ref?: string) =>
    ref === undefined ? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}` : c,
  );
}

function parsed(text: string | undefined): MarkerData | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as MarkerData;
  } catch {
    return null;
  }
}
