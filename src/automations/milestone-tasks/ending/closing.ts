import type { Action } from "../../../github/actions.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Closing, OneMilestone } from "../facts.ts";
import { settingsOf } from "../settings.ts";
import type { MovedTo, TaskState } from "../task/state.ts";
import { latestReported, sayClosing } from "./closing-comment.ts";
import { closingText } from "./closing-text.ts";
import { rollOver } from "./rollover.ts";

/** What is to be done, and to be remembered, about the end of a milestone. */
export interface Ended {
  /** What the parent's marker must hold. */
  readonly closing: Closing | null;
  /** Before the parent's marker is written: killed in between, the next look finds what was done and does the rest. */
  readonly beforeParent: readonly Action[];
  readonly afterParent: readonly Action[];
  /** What must have been made before the parent may remember this. */
  readonly needs: readonly { readonly ref: string }[];
  /** What goes where. */
  readonly moved: { readonly to: MovedTo; readonly numbers: readonly number[] } | null;
  /** What the parent's text says about it; null: nothing. */
  readonly parentText: string | null;
}

/** `on-close` of sre.yml, once for each closing. What is remembered and done twice would come to the same. */
export function close(states: readonly TaskState[], read: OneMilestone, context: ReconcileContext): Ended {
  // Where sre.yml wants no parent, one that stands from before is not written any more, so it remembers nothing.
  const facts = settingsOf(context).parent ? read : { ...read, parent: null };
  const { milestone, parent } = facts;
  // Without a parent, what was said on the tasks is all that is remembered.
  const before = parent === null ? latestReported(states, context) : parent.metadata.closing;
  const inIt = states.filter(({ ownedHere: kept, issue }) => kept && issue.milestone === milestone.number);
  const open = inIt.filter((state) => state.open);
  if (milestone.open) return reopened(before, open.length > 0, context);
  if (states.length === 0) return { ...NOTHING, closing: before };

  const at = milestone.closedAt?.toISOString().replace(".000Z", "Z") ?? "";
  const closing = { at, did: deedOf(at, before, open.length > 0, context) };
  const isNew = before?.at !== at;
  const text = closingText(context.config.language);
  if (open.length === 0 || closing.did === "leave") return { ...NOTHING, closing };
  if (closing.did === "rollover") {
    return { ...NOTHING, closing, ...(isNew ? rollOver(closing, open, facts, context) : {}) };
  }
  const beforeParent = isNew || parent === null ? sayClosing(closing, inIt, facts, context) : [];
  if (closing.did !== "block") return { ...NOTHING, closing, beforeParent, parentText: text.nowLeft };
  const because = `it was closed with ${open.length} of its tasks open`;
  const afterParent = [
    { action: "update-milestone" as const, number: milestone.number, state: "open" as const, because },
  ];
  return { ...NOTHING, closing, beforeParent, afterParent, parentText: text.nowBlocked };
}

const NOTHING: Ended = {
  closing: null,
  beforeParent: [],
  afterParent: [],
  needs: [],
  moved: null,
  parentText: null,
};

/** Opened again by Detoil, which is remembered for the next closing; or by a person, which makes the next one a new one. */
function reopened(before: Closing | null, hasOpen: boolean, context: ReconcileContext): Ended {
  if (before?.did === "stands") return NOTHING;
  const isBlocked = before?.did === "block" && hasOpen;
  return {
    ...NOTHING,
    closing: before,
    parentText: isBlocked ? closingText(context.config.language).nowBlocked : null,
  };
}

/** A closing with nothing open is not blocked: it stands, so that one after it is a new one. */
function deedOf(at: string, before: Closing | null, hasOpen: boolean, context: ReconcileContext): Closing["did"] {
  const onClose = settingsOf(context)["on-close"];
  const desired = before?.at === at ? before.did : onClose;
  if (desired !== "block") return desired;
  return hasOpen && (before?.at === at || before?.did !== "block") ? "block" : "stands";
}
