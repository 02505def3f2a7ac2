/** A mapping in a file, whose values were not validated. */
export type RawConfig = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is RawConfig {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The mapping, or an empty one. */
export function mappingIn(value: unknown): RawConfig {
  return isMapping(value) ? value : {};
}

/** More than any list here may have; the schema reports longer ones, and the search for cycles recurses. */
const MOST_ITEMS = 1_000;

/** The items that are mappings; others become empty mappings to keep the positions. */
export function itemsIn(value: unknown): readonly RawConfig[] {
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS).map(mappingIn) : [];
}

/** What stands at a path through mappings; undefined: nothing. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((at, key) => (Object.hasOwn(mappingIn(at), key) ? mappingIn(at)[key] : undefined), value);
}
