import type { Diagnostic } from "./diagnostic.ts";
import type { SourceLocation } from "./finding.ts";
import { isShownWhole } from "./text/quote.ts";

/** What to write instead of a part of the text, and which field of the diagnostic says so. */
export interface Remedy {
  readonly field: "quoted" | "bare";
  readonly range: readonly [number, number];
  readonly text: string;
}

interface Remediable {
  readonly diagnostic: Diagnostic;
  readonly location: SourceLocation;
  /** Most likely first, on one line. */
  readonly remedies: readonly Remedy[];
}

/** What is wrong with a text by line; null: it cannot be read at all. */
type Check<Finding> = (text: string) => ReadonlyMap<number, readonly Finding[]> | null;

/**
 * The findings with advice that is right when it is followed: YAML alone does not know what may stand there. What a line has
 * wrong besides, whatever is followed, is told with it. Each remedy is tried with the first ones of all other findings.
 */
export function withSoundRemedies<Found extends Remediable, More>(
  text: string,
  findings: readonly Found[],
  check: Check<More>,
): { readonly findings: readonly Found[]; readonly besides: readonly { readonly at: Found; readonly more: More }[] } {
  if (findings.every(({ remedies }) => remedies.length === 0)) return { findings, besides: [] };
  const most = Math.max(...findings.map(({ remedies }) => remedies.length));
  const tries = Array.from({ length: most }, (_, at) =>
    check(
      followed(
        text,
        findings.flatMap(({ remedies }) => remedies[at] ?? remedies[0] ?? []),
      ),
    ),
  );
  const besides: { at: Found; more: More }[] = [];
  const sound = findings.map((finding) => {
    if (finding.remedies.length === 0) return finding;
    const { line } = finding.location;
    const isSound = (remedy: Remedy, at: number) => tries[at]?.has(line) === false && isShownWhole(remedy.text);
    const refused = finding.remedies.filter((remedy, at) => !isSound(remedy, at));
    if (refused.length === finding.remedies.length) {
      for (const more of tries[0]?.get(line) ?? []) besides.push({ at: finding, more });
    }
    const fields = Object.fromEntries(refused.map(({ field }) => [field, null]));
    return { ...finding, diagnostic: { ...finding.diagnostic, ...fields } };
  });
  return { findings: sound, besides };
}

function followed(text: string, remedies: readonly Remedy[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, text: instead } of remedies.toSorted((a, b) => a.range[0] - b.range[0])) {
    if (range[0] < at) continue;
    parts.push(text.slice(at, range[0]), instead);
    at = range[1];
  }
  return parts.join("") + text.slice(at);
}
