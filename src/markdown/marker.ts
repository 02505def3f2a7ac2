export type MarkerData = Readonly<Record<string, unknown>>;

export interface Marker {
  readonly key: string;
  /** true for `<!-- /detoil:KEY -->` */
  readonly closing: boolean;
  /** What the marker carries; null when nothing, or when somebody broke the JSON. */
  readonly data: MarkerData | null;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const KEY = /^[a-z0-9]+(?:[-/.:][a-z0-9]+)*$/i;

// The data holds neither < nor > (see `json`), so the pattern cannot run past one comment.
const MARKER = /<!--[ \t]*(\/?)detoil:([a-z0-9/.:-]+)(?:[ \t]+(\{[^<>]*\}))?[ \t]*-->/gi;

/** `<!-- detoil:KEY {json} -->`. The key is letters, digits and single - / . : between them. */
export function marker(key: string, data?: MarkerData): string {
  return `<!-- detoil:${checked(key)}${data === undefined ? "" : ` ${json(data)}`} -->`;
}

/** `<!-- /detoil:KEY -->` */
export function closingMarker(key: string): string {
  return `<!-- /detoil:${checked(key)} -->`;
}

/** Every marker in the text, in order. Whether it may be believed is for the caller: look who wrote the text. */
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

/** The text without its markers, or without those of one key; also without those that taking one out puts together. */
export function withoutMarkers(text: string, key?: string): string {
  const found = findMarkers(text).filter((each) => key === undefined || each.key === key);
  if (found.length === 0) return text;
  const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return withoutMarkers(rest, key);
}

function checked(key: string): string {
  if (!KEY.test(key)) throw new Error(`not a marker key: ${JSON.stringify(key)}`);
  return key;
}

// An HTML comment ends at -->, and GitHub's cmark knows the older rule that it holds no -- at all. A value that is a
// `{{ref:…}}` and nothing else is for `apply` to fill in; within a text it is somebody's words.
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
