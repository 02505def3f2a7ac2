import { calendarOf } from "../../calendar/calendar.ts";
import { durationOf } from "../../calendar/duration.ts";
import type { ReconcileContext } from "../automation.ts";
import { cadenceOf } from "./measuring/cadence.ts";
import type { Terms } from "./measuring/due.ts";

/** What sre.yml promises. */
export function termsOf({ section, config }: Pick<ReconcileContext<"renovate">, "section" | "config">): Terms {
  return {
    cadence: cadenceOf(section.cadence),
    grace: durationOf(section.grace),
    security: durationOf(section.security),
    calendar: calendarOf(config),
  };
}
