import type { z } from "zod";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import { settingChanges } from "../setting-changes.ts";
import type { calendarSection } from "./schema.ts";

type Calendar = z.output<typeof calendarSection>;

/** What changes in the calendar. A first sre.yml changes nothing that was counted in another one. */
export function* changes(
  was: Calendar | null,
  is: Calendar | null,
  context: Pick<ChangeContext, "inherited">,
): Generator<Sentence> {
  if (was === null || is === null) return;
  yield* settingChanges("calendar", ["holidays", "closed", "week", "hours"], was, is, context);
}
