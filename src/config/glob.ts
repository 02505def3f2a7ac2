/**
 * Globs of sre.yml: `*` stops at a slash, `**` does not, a `**` before a slash also matches nothing, a lone `*` is everything.
 * Case-sensitive, whole name, nothing else is special. Matched by a table, never by a regular expression: at most
 * pattern × name steps, so that no pattern is slow.
 */

export const MAX_GLOB_LENGTH = 256;
export const MAX_GLOB_STARS = 16;

/** Why this is not a glob, or null. */
export function globProblem(glob: string): "empty" | "long" | "stars" | null {
  if (glob === "") return "empty";
  if (glob.length > MAX_GLOB_LENGTH) return "long";
  return (glob.match(/\*+/g) ?? []).length > MAX_GLOB_STARS ? "stars" : null;
}

const SLASH = 0x2f;

type Piece = "within" | "across" | "folders" | { readonly char: string };

/** Whether the whole of `name` matches. */
export function globMatches(glob: string, name: string): boolean {
  if (glob === "*") return true;
  // reachable[i]: the pieces so far can match the first i characters of the name
  let reachable = new Uint8Array(name.length + 1);
  reachable[0] = 1;
  for (const piece of pieces(glob)) reachable = step(piece, name, reachable);
  return reachable[name.length] === 1;
}

/** Whether any of the globs matches. */
export function anyGlobMatches(globs: readonly string[], name: string): boolean {
  return globs.some((glob) => globMatches(glob, name));
}

function* pieces(glob: string): Generator<Piece> {
  for (let i = 0; i < glob.length; i++) {
    if (glob[i] !== "*") {
      yield { char: glob.charAt(i) };
      continue;
    }
    let stars = 1;
    while (glob[i + stars] === "*") stars++;
    const atStart = i === 0 || glob[i - 1] === "/";
    i += stars - 1;
    if (stars === 1) yield "within";
    else if (atStart && glob[i + 1] === "/") {
      i++;
      yield "folders";
    } else yield "across";
  }
}

function step(piece: Piece, name: string, before: Uint8Array): Uint8Array<ArrayBuffer> {
  const after = new Uint8Array(name.length + 1);
  if (typeof piece === "object") {
    const wanted = piece.char.charCodeAt(0);
    for (let i = 0; i < name.length; i++) if (before[i] === 1 && name.charCodeAt(i) === wanted) after[i + 1] = 1;
    return after;
  }
  let open = false; // some start at or before i is still extending
  for (let i = 0; i <= name.length; i++) {
    const afterSlash = i > 0 && name.charCodeAt(i - 1) === SLASH;
    if (piece === "within" && afterSlash) open = false;
    const started = before[i] === 1;
    if (piece === "folders") after[i] = started || (open && afterSlash) ? 1 : 0;
    open ||= started;
    if (piece !== "folders") after[i] = open ? 1 : 0;
  }
  return after;
}
