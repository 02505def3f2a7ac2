import type { z } from "zod";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import { settingChanges } from "../setting-changes.ts";
import type { renovateParts } from "./schema.ts";
import { changeText as text } from "./text.ts";

type Renovate = z.output<typeof renovateParts.schema>;

const SETTINGS = [
  "grace",
  "security",
  "authors",
  "owners",
  "report",
  "nudge",
] as const satisfies readonly (keyof Renovate)[];

export function* changes(was: Renovate | null, is: Renovate | null, context: ChangeContext): Generator<Sentence> {
  const inherited = (key: keyof Renovate) => context.inherited.before.has(key) || context.inherited.after.has(key);
  if (is === null) {
    if (was !== null) yield text.gone();
    return;
  }
  if (was === null) {
    if (!inherited("cadence")) yield text.isNew(is.cadence);
  } else {
    yield* settingChanges("renovate", ["cadence"], was, is, context);
    yield* settingChanges("renovate", SETTINGS, was, is, context);
  }
  if ((was?.gate ?? false) !== is.gate && !inherited("gate")) yield text.gate(is.gate);
}
