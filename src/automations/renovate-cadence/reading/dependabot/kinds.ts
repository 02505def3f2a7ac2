import { highestKind } from "../highest-kind.ts";
import type { Kind, PackageUpdate } from "../update.ts";
import { kindBetween } from "../versions.ts";
import type { Entry } from "./metadata.ts";

/**
 * Dependabot's own word for this version, else what the versions say, else its word for this package. The YAML may lag behind
 * the text by a version, and one name may stand in it several times.
 */
export function kindsOf(metadata: readonly Entry[]): (change: Omit<PackageUpdate, "kind">) => Kind {
  const keyOf = (name: string, version: string | null) => JSON.stringify([name, version]);
  const known = metadata.filter(({ kind }) => kind !== null);
  const byVersion = Map.groupBy(known, ({ name, version }) => keyOf(name, version));
  const byName = Map.groupBy(known, ({ name }) => name);
  const kindAmong = (entries: readonly Entry[] = []) => highestKind(entries.flatMap(({ kind }) => kind ?? []));
  return ({ name, from, to }) => {
    const words = [kindAmong(byVersion.get(keyOf(name, to))), kindBetween(from, to)];
    return words.find((kind) => kind !== "unknown") ?? kindAmong(byName.get(name));
  };
}
