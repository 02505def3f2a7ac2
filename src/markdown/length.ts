/**
 * An upper bound of a text's length for GitHub. GitHub counts characters; this counts
 * UTF-16 units, of which a character has one or two, so the result is never less than GitHub's.
 */
export function lengthOf(text: string): number {
  return text.length;
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most `limit` long, ending in … when cut; never through the middle of a letter or an emoji. For plain text, before escaping. */
export function cut(text: string, limit: number): string {
  if (lengthOf(text) <= limit) return text;
  if (limit < 1) return "";
  let kept = 0;
  // Only the beginning is split into letters, so a body of a megabyte is cheap.
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit - 1) break;
    kept = index + segment.length;
  }
  return `${text.slice(0, kept).trimEnd()}…`;
}
