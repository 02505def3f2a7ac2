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

type Piece = "within" | "across" | "folders" | { readonly char: string };

/** Whether the whole of `name` matches. */
export function globMatches(glob: string, name: string): boolean {
  if (glob === "*") return true;
  // reachable[i]: the pieces so far can match the first i characters of the name
  let reachable: boolean[] = Array.from({ length: name.length + 1 }, (_, i) => i === 0);
  for (const piece of pieces(glob)) reachable = step(piece, name, reachable);
  return reachable[name.length] === true;
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

function step(piece: Piece, name: string, before: readonly boolean[]): boolean[] {
  const after: boolean[] = new Array(name.length + 1).fill(false);
  if (typeof piece === "object") {
    for (let i = 0; i < name.length; i++) after[i + 1] = before[i] === true && name[i] === piece.char;
    return after;
  }
  let open = false; // some start at or before i is still extending
  for (let i = 0; i <= name.length; i++) {
    if (piece === "within" && i > 0 && name[i - 1] === "/") open = false;
    const started = before[i] === true;
    if (piece === "folders") after[i] = started || (open && name[i - 1] === "/");
    open ||= started;
    if (piece !== "folders") after[i] = open;
  }
  return after;
}
