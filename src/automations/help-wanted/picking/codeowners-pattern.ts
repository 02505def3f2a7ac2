/** Whether a path is one of those that a line of CODEOWNERS is about. */
export type OwnersPattern = (path: string) => boolean;

/** `deep`: any number of folders. */
type Segment = "deep" | readonly Piece[];
type Piece = "star" | "one" | { readonly char: string };

/**
 * Reads a pattern of CODEOWNERS: gitignore's, without `!`, `[ ]` and `\#` (docs, "About code owners": syntax exceptions), and
 * `docs/*` is only what is directly in `docs`. null: not valid.
 */
export function readOwnersPattern(text: string): OwnersPattern | null {
  if (/^(?:!|\\#)|[[\]]|\*{3}/.test(text)) return null;
  const isFolder = text.endsWith("/");
  const names = text.split("/").filter((name) => name !== "");
  const isAnchored = text.slice(0, -1).includes("/");
  const segments: Segment[] = names.map((name) => (name === "**" ? "deep" : piecesOf(name)));
  if (segments.length === 0) return () => false; // "The pattern `/` will never match anything" (GitHub's own advice)
  if (!isAnchored) segments.unshift("deep");
  const last = names.at(-1);
  const reach = isFolder || last === "**" ? "beneath" : last === "*" ? "itself" : "itself or beneath";
  if (last === "**") segments.pop();
  return (path) => matches(segments, path.split("/"), reach);
}

function piecesOf(name: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < name.length; i++) {
    const char = name.charAt(i);
    if (char === "\\" && i + 1 < name.length) pieces.push({ char: name.charAt(++i) });
    else if (char === "*") pieces.push("star");
    else pieces.push(char === "?" ? "one" : { char });
  }
  return pieces;
}

function matches(segments: readonly Segment[], path: readonly string[], reach: string): boolean {
  // The numbers of names of the path that the segments so far can match.
  let reached = new Set([0]);
  for (const segment of segments) {
    const further = new Set<number>();
    if (segment === "deep") for (let at = Math.min(...reached); at <= path.length; at++) further.add(at);
    else for (const at of reached) if (nameMatches(segment, path[at] ?? null)) further.add(at + 1);
    if (further.size === 0) return false;
    reached = further;
  }
  if (reach === "beneath") return Math.min(...reached) < path.length;
  return reach === "itself" ? reached.has(path.length) : true;
}

/** At most pieces × name steps: the last star takes one character more whenever the rest does not fit. */
function nameMatches(pieces: readonly Piece[], name: string | null): boolean {
  if (name === null) return false;
  let [piece, at, star, starAt] = [0, 0, -1, 0];
  while (at < name.length) {
    const wanted = pieces[piece];
    if (wanted === "star") {
      star = piece++;
      starAt = at;
    } else if (wanted === "one" || (wanted !== undefined && wanted.char === name.charAt(at))) {
      piece++;
      at++;
    } else if (star >= 0) {
      piece = star + 1;
      at = ++starAt;
    } else return false;
  }
  return pieces.slice(piece).every((rest) => rest === "star");
}
