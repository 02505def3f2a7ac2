import type { z } from "zod";
import { same, settingChange } from "../../text/change.ts";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import type { calendarSection } from "./schema.ts";

type Calendar = z.output<typeof calendarSection>;

/** What changes in the calendar. A first sre.yml changes nothing that was counted in another one. */
export function* changes(
  was: Calendar | null,
  is: Calendar | null,
  { inherited }: Pick<ChangeContext, "inherited">,
): Generator<Sentence> {
  if (was === null || is === null) return;
  for (const key of ["holidays", "closed", "week", "hours"] as const) {
    const isHidden = inherited.before.has(key) || inherited.after.has(key);
    if (!same(was[key], is[key]) && !isHidden) yield settingChange(`calendar.${key}`, was[key], is[key]);
  }
}
