import { same, settingChange } from "../text/change.ts";
import type { Sentence } from "../text/sentence.ts";
import type { ChangeContext } from "./section.ts";

/**
 * Those of these keys that are set otherwise now, `key: was → is`; null: the section is off. What comes from another file is
 * not shown.
 */
export function* settingChanges<Value extends object>(
  section: string,
  keys: readonly (keyof Value & string)[],
  was: Value | null,
  is: Value | null,
  { inherited }: Pick<ChangeContext, "inherited">,
): Generator<Sentence> {
  for (const key of keys) {
    if (inherited.before.has(key) || inherited.after.has(key) || same(was?.[key], is?.[key])) continue;
    yield settingChange(`${section}.${key}`, was?.[key], is?.[key]);
  }
}
