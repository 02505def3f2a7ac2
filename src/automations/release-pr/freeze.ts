import { addDays } from "../../calendar/day.ts";
import { formatMoment } from "../../calendar/format.ts";
import { endOf } from "../../calendar/ranges.ts";
import { instantOf, isoDay } from "../../calendar/zone.ts";
import type { Lane } from "../../config/schema.ts";
import type { Look } from "../automation.ts";

/** When the freeze that is on now ends: midnight after its last day; null: none is. */
export function frozenUntil(lane: Lane, look: Look): Date | null {
  const { timezone } = look.config;
  const last = endOf(lane.freeze, isoDay(look.now, timezone));
  return last === null ? null : instantOf(addDays(last, 1), 0, timezone);
}

/** The same as people read it: `Tue 24 Nov 00:00 JST`. */
export function frozenMoment(lane: Lane, look: Look): string | null {
  const { timezone, language } = look.config;
  const end = frozenUntil(lane, look);
  return end === null ? null : formatMoment(end, timezone, language, look.now);
}
