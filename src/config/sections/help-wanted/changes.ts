import type { z } from "zod";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import { settingChanges } from "../setting-changes.ts";
import type { helpWantedSection } from "./schema.ts";
import { changeText as text } from "./text.ts";

type HelpWanted = z.output<typeof helpWantedSection>;

const SETTINGS = [
  "label",
  "people",
  "strategy",
  "on-call",
  "routes",
  "away",
  "max-open",
  "respond-within",
  "escalate-to",
  "project",
  "report",
] as const satisfies readonly (keyof HelpWanted)[];

export function* changes(was: HelpWanted | null, is: HelpWanted | null, context: ChangeContext): Generator<Sentence> {
  const { before, after } = context.inherited;
  if (was === null && is !== null) yield text.helpWantedNew(after.has("label") ? null : is.label);
  else if (was !== null && is === null) yield text.helpWantedGone(before.has("label") ? null : was.label);
  else yield* settingChanges("help-wanted", SETTINGS, was, is, context);
}
