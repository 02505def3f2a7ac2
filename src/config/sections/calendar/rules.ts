import { isDay } from "../../../calendar/day.ts";
import { stretchesOf } from "../../../calendar/ranges.ts";
import { mappingIn } from "../../raw.ts";
import type { RuleFinding, Rules } from "../section.ts";
import { type CalendarDiagnostic, ruleSentences } from "./text.ts";

export const rules: Rules<CalendarDiagnostic> = { find, sentences: ruleSentences };

/** Short of the two years after which counting business days gives up (see calendar/business-days.ts), by a month. */
const LONGEST_DAYS = 700;

function* find(section: unknown): Generator<RuleFinding<CalendarDiagnostic>> {
  const { closed } = mappingIn(section);
  const ranges = (Array.isArray(closed) ? closed : []).filter((range) => isRange(range));
  for (const { first, last, days } of stretchesOf(ranges)) {
    if (days > LONGEST_DAYS) yield { diagnostic: { kind: "never-open", first, last }, path: ["closed"] };
  }
}

function isRange(value: unknown): value is string {
  return typeof value === "string" && value.split("/").length <= 2 && value.split("/").every(isDay);
}
