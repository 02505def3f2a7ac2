import { formatIsoDay } from "../../calendar/format.ts";
import { endOf } from "../../calendar/ranges.ts";
import { isoDay } from "../../calendar/zone.ts";
import type { Lane } from "../../config/schema.ts";
import type { Look } from "../automation.ts";

/** The last day of the freeze that is on now, as people read it; null: none is. */
export function frozenThrough(lane: Lane, look: Look): string | null {
  const today = isoDay(look.now, look.config.timezone);
  const last = endOf(lane.freeze, today);
  return last === null ? null : formatIsoDay(last, look.config.language, today);
}
