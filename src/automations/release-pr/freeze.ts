import { addDays } from "../../calendar/day.ts";
import { formatMoment } from "../../calendar/format.ts";
import { endOf } from "../../calendar/ranges.ts";
import { instantOf, isoDay } from "../../calendar/zone.ts";
import type { Lane } from "../../config/schema.ts";
import type { ReconcileContext } from "../automation.ts";
import type { Unfrozen } from "./unfreezing/unfrozen.ts";

/** When the present freeze ends: midnight after its last day; null: there is none. */
export function frozenUntil(lane: Lane, context: ReconcileContext): Date | null {
  const { timezone } = context.config;
  const last = endOf(lane.freeze, isoDay(context.now, timezone));
  return last === null ? null : instantOf(addDays(last, 1), 0, timezone);
}

/** The same, formatted for people: `Tue 24 Nov 00:00 JST`. */
export function frozenMoment(lane: Lane, context: ReconcileContext): string | null {
  const { timezone, language } = context.config;
  const end = frozenUntil(lane, context);
  return end === null ? null : formatMoment(end, timezone, language, context.now);
}

/** Whether this is the freeze that is on: another one, or the same with another end, is not lifted. */
export function lifts(unfrozen: Unfrozen | null, lane: Lane, context: ReconcileContext): boolean {
  return unfrozen !== null && frozenUntil(lane, context)?.getTime() === Date.parse(unfrozen.until);
}
