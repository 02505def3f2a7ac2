import { packageName } from "../package-name.ts";
import type { PackageUpdate } from "../update.ts";
import { versionIn } from "../versions.ts";

type Change = Pick<PackageUpdate, "name" | "from" | "to">;

/** `Bumps [x](url) from A to B.`, ``Updates `x` from A to B``, ``Updates `x` to B``: a line of Dependabot's text. */
export function changeInLine(line: string): Change | null {
  if (line.startsWith("Updates `")) return changeIn(line.slice("Updates ".length));
  const rest = line.startsWith("Bumps ") ? line.slice("Bumps ".length) : "";
  // "Bumps the G group …" and "Bumps [x](url) and [y](url)." name their packages further down.
  return rest.startsWith("the ") || !rest.includes(" from ") ? null : changeIn(rest);
}

/** `Bump x from A to B in /dir`, `Update x requirement from A to B`, behind any prefix. */
export function changeInTitle(title: string): Change | null {
  const [verb] = /\b(?:bump|update) /i.exec(title) ?? [];
  if (verb === undefined) return null;
  const rest = title.slice(title.indexOf(verb) + verb.length).replace(" requirement from ", " from ");
  return rest.startsWith("the ") || !rest.includes(" from ") ? null : changeIn(rest);
}

/** Name and versions of `NAME from A to B`; a requirement may have spaces: `~> 1.2`. */
function changeIn(text: string): Change | null {
  const [named = "", versions] = text.split(" from ", 2);
  const [before = "", after = ""] = (versions ?? text).split(" to ", 2);
  const name = packageName(versions === undefined ? before : named);
  const to = firstVersion(after);
  return name === null || to === null ? null : { name, from: versions === undefined ? null : versionIn(before), to };
}

/** The text behind it may go on: `B.`, `B. **This update …**`, `B in /dir`, `B in the G group`, `B (via audit fix)`. */
function firstVersion(text: string): string | null {
  const [version = ""] = (`${text} `.split(" in ", 1)[0] ?? "").split(" (", 1);
  const [sentence = ""] = `${version} `.split(". ", 1);
  return versionIn(sentence);
}
