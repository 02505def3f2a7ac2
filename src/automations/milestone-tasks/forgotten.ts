import { isLongOverdue } from "../../calendar/long-overdue.ts";
import { isoDay } from "../../calendar/zone.ts";
import type { Look } from "../automation.ts";
import type { OneMilestone } from "./facts.ts";

/** Open, long overdue and never seen to: it was left open before Detoil came, and gets nothing. */
export function isForgotten({ milestone, parent, own, guests }: OneMilestone, look: Look): boolean {
  const isUnknown = parent === null && own.length === 0 && guests.length === 0;
  return milestone.open && isUnknown && isLongOverdue(milestone.due, isoDay(look.now, look.config.timezone));
}
