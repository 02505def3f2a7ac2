import { isOpen, nextOpen } from "../../calendar/business.ts";
import { formatMoment } from "../../calendar/format.ts";
import type { ReconcileContext } from "../automation.ts";
import { emptyReasonText } from "./empty-reason-text.ts";
import type { HelpFacts } from "./facts.ts";
import { advance } from "./request/advance.ts";
import { clockOf } from "./request/clock-of.ts";
import { isWanted, standing } from "./request/standing.ts";

/** Why a preview writes nothing, or what it cannot know. */
export function emptyReason(facts: HelpFacts, context: ReconcileContext<"help-wanted">): string | null {
  const { repository, section, config, now } = context;
  const repo = `${repository.owner}/${repository.name}`;
  if (facts.kind === "list") return facts.numbers.length > 0 ? null : emptyReasonText.noRequests(repo, section.label);
  if (facts.kind !== "request") return null;
  if (!isWanted(facts.item, context)) return emptyReasonText.noLabel(facts.item.number, section.label);
  const { calendar } = clockOf(context);
  if (facts.item.locked) return emptyReasonText.locked(facts.item.number);
  const isWaiting = standing(facts, context)?.request.state === "new";
  if (isWaiting && !isOpen(now, calendar))
    return emptyReasonText.closedHours(formatMoment(nextOpen(now, calendar), config.timezone, "en", now));
  if (isWaiting && advance(facts, context)?.request.state === "new") return emptyReasonText.backlog(facts.item.number);
  return emptyReasonText.alone(repo);
}
