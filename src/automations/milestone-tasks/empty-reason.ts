import { formatIsoDay } from "../../calendar/format.ts";
import { isoDay } from "../../calendar/zone.ts";
import type { ReconcileContext } from "../automation.ts";
import { emptyReasonText } from "./empty-reason-text.ts";
import type { MilestoneFacts } from "./facts.ts";
import { isForgotten } from "./forgotten.ts";
import { recognized } from "./recognize.ts";

/** Why there was nothing to reconcile in one milestone; null: there was. */
export function emptyReason(facts: MilestoneFacts, context: ReconcileContext<"milestones">): string | null {
  const { owner, name } = context.repository;
  if (facts.kind === "list") {
    return facts.milestones.length > 0 ? null : emptyReasonText.noMilestone(`${owner}/${name}`, context.section.match);
  }
  if (facts.kind === "one") {
    const read = recognized(facts, context);
    const { milestone, parent, own } = read;
    if (isForgotten(read, context) && milestone.due !== null) {
      const today = isoDay(context.now, context.config.timezone);
      return emptyReasonText.forgotten(milestone.number, formatIsoDay(milestone.due, "en", today));
    }
    const isPast = !milestone.open && parent === null && own.length === 0;
    return isPast ? emptyReasonText.closed(milestone.number) : null;
  }
  switch (facts.why) {
    // `preview` itself says that.
    case "missing":
      return null;
    case "not matched":
      return emptyReasonText.notMatched(facts.number, context.section.match);
    case "issues are off":
      return emptyReasonText.noIssues(`${owner}/${name}`);
  }
}
