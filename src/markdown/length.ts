/**
 * How long GitHub takes a text to be, at most. GitHub counts characters (65,536 for a body, 256 for a title); we count
 * UTF-16 units, of which a character has one or two, so that we never come out shorter than GitHub does.
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
  // Only the beginning is looked at: a body of a megabyte is not split into letters.
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit - 1) break;
    kept = index + segment.length;
  }
  return `${text.slice(0, kept).trimEnd()}…`;
}
