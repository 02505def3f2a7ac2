import type { z } from "zod";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import { settingChanges } from "../setting-changes.ts";
import type { fourKeysSection } from "./schema.ts";
import { changeText as text } from "./text.ts";

type FourKeys = z.output<typeof fourKeysSection>;

/** Those that something acts on. */
const SETTINGS = [
  "deployments",
  "services",
  "incidents",
  "lead-time",
  "statistic",
  "bands",
  "week-starts",
  "ignore-authors",
  "report",
  "window",
  "comment",
] as const satisfies readonly (keyof FourKeys)[];

export function* changes(was: FourKeys | null, is: FourKeys | null, context: ChangeContext): Generator<Sentence> {
  if (was === null && is !== null) yield text.fourKeysNew();
  else if (was !== null && is === null) yield text.fourKeysGone();
  else yield* settingChanges("four-keys", SETTINGS, was, is, context);
}
