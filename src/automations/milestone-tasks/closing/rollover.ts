import type { Action, NumberOrRef } from "../../../github/actions.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Closing, OneMilestone } from "../facts.ts";
import { milestoneLink } from "../milestone-link.ts";
import { refusedOf } from "../refusals.ts";
import type { MovedTo, TaskState } from "../task/state.ts";
import { reportMove } from "./closing-comment.ts";
import type { ClosingPlan } from "./closing-plan.ts";
import { closingText } from "./closing-text.ts";
import { nextMilestone } from "./next-milestone.ts";

const REF = "next-milestone";

/**
 * Moves the open tasks into the next milestone. The comment comes first: if killed in between, the next reconciliation
 * still knows that everything was reported, and moves the rest.
 */
export function rollOver(
  closing: Closing,
  open: readonly TaskState[],
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): Partial<ClosingPlan> {
  const next = nextMilestone(facts, context);
  const isNew = next.kind === "new";
  const to: MovedTo = isNew ? { title: next.title, number: `{{ref:${REF}}}` } : next.milestone;
  const milestone: NumberOrRef = isNew ? { ref: REF } : next.milestone.number;
  const because = `its milestone was closed: on to ${to.title}`;
  const made: Action[] = isNew
    ? [
        {
          action: "create-milestone",
          ref: REF,
          identity: `milestone/${to.title}`,
          title: to.title,
          because: "no open milestone comes after the closed one",
        },
      ]
    : [];
  const refusal = refusedOf("create-milestone", context).find(({ identity }) => identity === `milestone/${to.title}`);
  if (isNew && refusal !== undefined) {
    const text = closingText(context.config.language);
    // Not stored as done: once somebody creates a milestone, they move.
    const parentText = text.nowStuck(code(to.title), code(refusal.reason));
    return { closing: facts.parent?.metadata.closing ?? null, beforeParent: made, moved: null, parentText };
  }
  const moves = open.map(({ issue }): Action => ({ action: "update-issue", number: issue.number, milestone, because }));
  const needs = isNew ? [{ ref: REF }] : [];
  const reported = reportMove(
    closing,
    open,
    { link: milestoneLink(to, context), due: isNew ? null : next.milestone.due },
    facts,
    context,
  );
  return {
    beforeParent: [...made, ...reported.map((comment) => (isNew ? { ...comment, needs } : comment)), ...moves],
    needs,
    moved: { to: { title: to.title, number: to.number }, numbers: open.map(({ issue }) => issue.number) },
  };
}
