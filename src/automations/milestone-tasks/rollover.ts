import type { Action } from "../../github/actions.ts";
import { escapeText } from "../../markdown/escape.ts";
import type { Look } from "../automation.ts";
import { sayMove } from "./closing-comment.ts";
import type { Closing, OneMilestone } from "./facts.ts";
import { milestoneLink } from "./milestone-link.ts";
import { nextMilestone } from "./next-milestone.ts";
import type { TaskState } from "./state.ts";

const REF = "next-milestone";

/**
 * The open tasks into the next milestone. Said first and moved then: killed in between, the next look still knows that all
 * was said, and moves those that are left.
 */
export function rollOver(closing: Closing, open: readonly TaskState[], facts: OneMilestone, look: Look) {
  const next = nextMilestone(facts, look);
  const isNew = next.kind === "new";
  const title = isNew ? next.title : next.milestone.title;
  const made: Action[] = isNew
    ? [{ action: "create-milestone", ref: REF, title, because: "no open milestone comes after the closed one" }]
    : [];
  const link = isNew ? `**${escapeText(title)}**` : milestoneLink(next.milestone, look);
  const moves = open.map(({ issue }): Action => {
    const milestone = isNew ? { ref: REF } : next.milestone.number;
    return {
      action: "update-issue",
      number: issue.number,
      milestone,
      because: `its milestone was closed: on to ${title}`,
    };
  });
  return {
    beforeParent: [...made, ...sayMove(closing, open, { link, isNew }, facts, look), ...moves],
    moved: open.map(({ issue }) => issue.number),
  };
}
