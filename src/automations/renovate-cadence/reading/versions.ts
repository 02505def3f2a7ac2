import type { Kind } from "./update.ts";

/** The first number in a version or range, with up to two more: `v4.18.2`, `^1.2`, `==0.5.0`, `>=49,<50`. */
const NUMBERS = /\d{1,15}(?:\.\d{1,15}){0,2}/;
const HASH = /^(?:sha256:)?[0-9a-f]{7,64}$/i;
const RANGE = /^[\^~<>]/;

/** A version or range without back-ticks; null: there is none in this text. */
export function versionIn(text: string): string | null {
  const version = text.replaceAll("`", "").trim();
  return /[0-9a-z]/i.test(version) && version.length <= 100 && !/\||\]\(|\(\[/.test(version) ? version : null;
}

/** What kind of update leads from one version to the other. */
export function kindBetween(from: string | null, to: string | null): Kind {
  if (to === null) return "unknown";
  if (isHash(to)) return from === null || !isHash(from) ? "pin" : "digest";
  if (from === null) return "unknown";
  if (RANGE.test(from) && !RANGE.test(to)) return "pin";
  const was = numbersOf(from);
  const is = numbersOf(to);
  if (was === null || is === null) return "unknown";
  const at = was.findIndex((number, place) => number !== is[place]);
  if (at === -1) return "patch";
  if ((is[at] ?? 0) < (was[at] ?? 0)) return "rollback";
  return at === 0 ? "major" : at === 1 ? "minor" : "patch";
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
