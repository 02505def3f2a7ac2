import type { ReconcileContext } from "../../automation.ts";
import type { Closing, OneMilestone } from "../facts.ts";
import type { TaskState } from "../task/state.ts";
import { latestReported, reportClosing } from "./closing-comment.ts";
import type { ClosingPlan } from "./closing-plan.ts";
import { closingText } from "./closing-text.ts";
import { rollOver } from "./rollover.ts";

/** `on-close` of sre.yml, once for each closing. Being stored and done twice would have the same result. */
export function close(
  states: readonly TaskState[],
  read: OneMilestone,
  context: ReconcileContext<"milestones">,
): ClosingPlan {
  // Where sre.yml asks for no parent, an existing one is not written any more, so it stores nothing.
  const facts = context.section.parent ? read : { ...read, parent: null };
  const { milestone, parent } = facts;
  // Without a parent, the comments on the tasks are all that is stored.
  const before = parent === null ? latestReported(states, context) : parent.metadata.closing;
  const inIt = states.filter(({ ownedHere, issue }) => ownedHere && issue.milestone === milestone.number);
  const open = inIt.filter((state) => state.open);
  if (milestone.open) return reopened(before, open.length > 0, context);
  if (states.length === 0) return { ...NOTHING, closing: before };

  const at = milestone.closedAt?.toISOString().replace(".000Z", "Z") ?? "";
  const closing = { at, did: outcomeOf(at, before, open.length > 0, context) };
  const isNew = before?.at !== at;
  const text = closingText(context.config.language);
  if (open.length === 0 || closing.did === "leave") return { ...NOTHING, closing };
  if (closing.did === "rollover") {
    return { ...NOTHING, closing, ...(isNew ? rollOver(closing, open, facts, context) : {}) };
  }
  const beforeParent = isNew || parent === null ? reportClosing(closing, inIt, facts, context) : [];
  if (closing.did !== "block") return { ...NOTHING, closing, beforeParent, parentText: text.nowLeft };
  const because = `it was closed with ${open.length} of its tasks open`;
  const afterParent = [
    { action: "update-milestone" as const, number: milestone.number, state: "open" as const, because },
  ];
  return { ...NOTHING, closing, beforeParent, afterParent, parentText: text.nowBlocked };
}

const NOTHING: ClosingPlan = {
  closing: null,
  beforeParent: [],
  afterParent: [],
  needs: [],
  moved: null,
  parentText: null,
};

/** Reopened by Detoil, which is stored for the next closing; or by a person, which makes the next one a new one. */
function reopened(before: Closing | null, hasOpen: boolean, context: ReconcileContext): ClosingPlan {
  if (before?.did === "stands") return NOTHING;
  const isBlocked = before?.did === "block" && hasOpen;
  return {
    ...NOTHING,
    closing: before,
    parentText: isBlocked ? closingText(context.config.language).nowBlocked : null,
  };
}

/** A closing with nothing open is not blocked: it is valid, so that one after it is a new one. */
function outcomeOf(
  at: string,
  before: Closing | null,
  hasOpen: boolean,
  context: ReconcileContext<"milestones">,
): Closing["did"] {
  const onClose = context.section["on-close"];
  const desired = before?.at === at ? before.did : onClose;
  if (desired !== "block") return desired;
  return hasOpen && (before?.at === at || before?.did !== "block") ? "block" : "stands";
}
