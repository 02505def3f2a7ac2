import type { Assessment } from "../assessment.ts";
import { runningPeriod } from "../measuring/periods.ts";
import type { View } from "./view.ts";

/**
 * When a promise is kept again that was not in the last full period: nobody can change that one any more. null: it was, or periods are
 * counted back from now.
 */
export function keptAgain({ measured, terms, now }: Assessment, { text, moment }: View): string | null {
  if (measured.breaches.missed === null || terms.cadence.duration.unit === "days") return null;
  const { from, to } = runningPeriod(terms.cadence, now, terms.calendar, now.getTime());
  return text.keptAgain(moment(to), (measured.lastMergedAt ?? 0) >= from);
}
