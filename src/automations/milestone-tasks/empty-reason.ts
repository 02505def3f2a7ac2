import type { ReconcileContext } from "../automation.ts";
import type { MilestoneFacts } from "./facts.ts";
import { isForgotten } from "./forgotten.ts";
import { recognized } from "./recognize.ts";

/** Why there was nothing to reconcile in one milestone; null: there was. */
export function emptyReason(facts: MilestoneFacts, context: ReconcileContext<"milestones">): string | null {
  const { owner, name } = context.repository;
  if (facts.kind === "list") return null;
  if (facts.kind === "one") {
    const read = recognized(facts, context);
    const { milestone, parent, own } = read;
    if (isForgotten(read, context))
      return `Milestone ${milestone.number} was due on ${milestone.due}, more than 30 days ago, and never had tasks: none are made for it. Give it a new date to change that.`;
    const isPast = !milestone.open && parent === null && own.length === 0;
    return isPast ? `Milestone ${milestone.number} is closed and never had tasks: none are made for it.` : null;
  }
  switch (facts.why) {
    case "missing":
      return `${owner}/${name} has no milestone ${facts.number}.`;
    case "not matched":
      return `Milestone ${facts.number} has a title that \`milestones.match: ${context.section.match}\` does not match.`;
    case "issues are off":
      return `${owner}/${name} has its issues switched off.`;
  }
}
