import type { Kind } from "../update.ts";

/** An entry of the YAML at the end of Dependabot's commit message. */
export interface Entry {
  readonly name: string;
  readonly version: string | null;
  readonly kind: Kind | null;
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  "version-update:semver-major": "major",
  "version-update:semver-minor": "minor",
  "version-update:semver-patch": "patch",
};

/** Between the lines `updated-dependencies:` and `...`. It is a small, flat list, so lines are enough to read it. */
export function readMetadata(text: string): readonly Entry[] {
  const lines = text.split("\n");
  const start = lines.indexOf("updated-dependencies:");
  if (start === -1) return [];
  const end = lines.indexOf("...", start);
  const entries: { name: string; version: string | null; kind: Kind | null }[] = [];
  for (const line of lines.slice(start + 1, end === -1 ? undefined : end)) {
    const [key, value] = pairOf(line);
    const last = entries.at(-1);
    if (key === "- dependency-name") entries.push({ name: value, version: null, kind: null });
    else if (key === "dependency-version" && last !== undefined) last.version = value;
    else if (key === "update-type" && last !== undefined && Object.hasOwn(KIND_OF, value))
      last.kind = KIND_OF[value] ?? null;
  }
  return entries.filter(({ name }) => name !== "");
}

/** YAML quotes a name that begins with @. */
function pairOf(line: string): readonly [string, string] {
  const at = line.indexOf(": ");
  if (at === -1) return ["", ""];
  const value = line.slice(at + 2).trim();
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return [line.slice(0, at).trim(), isQuoted ? value.slice(1, -1) : value];
}
