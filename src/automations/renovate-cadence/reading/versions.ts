import type { Kind } from "./update.ts";

/** The first number in a version or range, with up to two more: `v4.18.2`, `^1.2`, `==0.5.0`, `>=49,<50`. */
const NUMBERS = /\d{1,15}(?:\.\d{1,15}){0,2}/;
const HASH = /^(?:sha256:)?[0-9a-f]{7,64}$/i;
const RANGE = /^[\^~<>]/;
/** Between the versions of a range: `>=49,<50`, `>= 1, < 2`, `^1.0.0 || ^2.0.0`, `>=1 <3`. */
const BETWEEN = /, ?| \|\| | (?=[<>=~^])/;

/** What is no version, but a piece of a table or a link. */
const BROKEN = /\||\]\(|\(\[/;

/** A version or range without back-ticks; null: there is none in this text. */
export function versionIn(text: string): string | null {
  const version = text.replaceAll("`", "").trim();
  return /[0-9a-z]/i.test(version) && version.length <= 100 && !BROKEN.test(version.replaceAll("||", ""))
    ? version
    : null;
}

/** What kind of update leads from one version to the other. */
export function kindBetween(from: string | null, to: string | null): Kind {
  if (to === null) return "unknown";
  if (isHash(to)) return from === null || !isHash(from) ? "pin" : "digest";
  if (from === null) return "unknown";
  if (RANGE.test(from) && !RANGE.test(to)) return "pin";
  const [was, is] = differing(from.split(BETWEEN), to.split(BETWEEN)).map(numbersOf);
  if (was == null || is == null) return "unknown";
  const at = was.findIndex((number, place) => number !== is[place]);
  if (at === -1) return "patch";
  if ((is[at] ?? 0) < (was[at] ?? 0)) return "rollback";
  return at === 0 ? "major" : at === 1 ? "minor" : "patch";
}

/** Of two ranges the first versions that differ: often the lower bound stays, and a range may get one more. */
function differing(from: readonly string[], to: readonly string[]): readonly [string, string] {
  const last = from.at(-1) ?? "";
  const at = to.findIndex((version, place) => version.trim() !== (from[place] ?? last).trim());
  return [from[Math.max(0, at)] ?? last, to[Math.max(0, at)] ?? ""];
}

/** A date such as 20261101 has digits only. */
function isHash(version: string): boolean {
  return HASH.test(version) && /[a-f:]/i.test(version);
}

function numbersOf(version: string): readonly number[] | null {
  const [numbers] = NUMBERS.exec(version) ?? [];
  if (numbers === undefined) return null;
  const [major = 0, minor = 0, patch = 0] = numbers.split(".").map(Number);
  return [major, minor, patch];
}
