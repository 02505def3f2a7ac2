import { itemsIn, mappingIn, valueAt } from "./raw.ts";
import { schemaAt } from "./schema-at.ts";
import type { AnySection } from "./sections/section.ts";
import { same } from "./text/change.ts";

/**
 * The keys of a section and in its lists that nothing acts on yet and that are set otherwise: `back-merge`.
 */
export function* changedLaterKeys(
  section: string,
  { laterKeys, laterSettings = [] }: AnySection,
  was: unknown,
  is: unknown,
): Generator<string> {
  for (const setting of laterSettings) {
    const path = setting.split(".");
    const byDefault = schemaAt([section, ...path])?.default;
    const setIn = (value: unknown) => valueAt(value, path) ?? byDefault;
    if (!same(setIn(was), setIn(is))) yield setting;
  }
  for (const [list, keys] of Object.entries(laterKeys)) {
    for (const key of keys) {
      const byDefault = schemaAt([section, list, 0, key])?.default;
      const setIn = (value: unknown) =>
        itemsIn(mappingIn(value)[list])
          .map((item) => item[key])
          .filter((one) => !same(one, byDefault));
      if (!same(setIn(was), setIn(is))) yield key;
    }
  }
}
