import { isLongOverdue } from "../../calendar/long-overdue.ts";
import { isoDay } from "../../calendar/zone.ts";
import type { ReconcileContext } from "../automation.ts";
import type { OneMilestone } from "./facts.ts";

/** Open, long overdue and never reconciled: it was left open before Detoil came, and gets nothing. */
export function isForgotten({ milestone, parent, own, movedIn }: OneMilestone, context: ReconcileContext): boolean {
  const isUnknown = parent === null && own.length === 0 && movedIn.length === 0;
  return milestone.open && isUnknown && isLongOverdue(milestone.due, isoDay(context.now, context.config.timezone));
}
