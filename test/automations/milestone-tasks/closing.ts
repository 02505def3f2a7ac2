import { close } from "../../../src/automations/milestone-tasks/closing/closing.ts";
import type { ClosingPlan } from "../../../src/automations/milestone-tasks/closing/closing-plan.ts";
import type { Closing, Milestone, OneMilestone, ParentIssue } from "../../../src/automations/milestone-tasks/facts.ts";
import type { Action } from "../../../src/github/actions.ts";
import { closed, config, context, facts, ours, parent, state, type TaskWords, task } from "./facts.ts";

export type OnClose = "comment" | "rollover" | "block" | "leave";

export const AT = "2026-11-20T00:30:00Z";
export const LATER = "2026-11-21T00:30:00Z";

export interface Words {
  readonly tasks?: readonly TaskWords[];
  /** The parent's metadata. */
  readonly closing?: Closing | null;
  readonly parent?: ParentIssue | null;
  readonly milestone?: Milestone;
  readonly others?: readonly Milestone[];
  readonly movedIn?: readonly TaskWords[];
  readonly language?: "en" | "ja";
  readonly match?: string;
  /** Whether sre.yml asks for a parent. */
  readonly hasParentInSre?: boolean;
  readonly webUrl?: string;
}

export const DONE: TaskWords = { open: false };

/** v1.2 was closed at `AT` with #11 open and #12 done, unless given otherwise. */
export function closingPlanOf(onClose: OnClose, words: Words = {}): ClosingPlan {
  const own = (words.tasks ?? [{}, DONE]).map((task_, index) => task(11 + index, task_));
  const movedIn = (words.movedIn ?? []).map((movedIn, index) =>
    task(21 + index, { ...movedIn, metadata: { milestone: 9 } }),
  );
  const read: OneMilestone = facts({
    milestone: words.milestone ?? closed(AT),
    others: words.others ?? [],
    parent: words.parent === undefined ? parent({ metadata: { closing: words.closing ?? null } }) : words.parent,
    own,
    movedIn,
  });
  const settings = { "on-close": onClose, match: words.match ?? "*", parent: words.hasParentInSre ?? true };
  const states = [...own, ...movedIn].map((issue) => state(issue));
  const given = context(config(settings, { language: words.language ?? "en" }));
  return close(states, read, { ...given, webUrl: words.webUrl ?? given.webUrl });
}

/** In one word each: the action, and its issue or milestone. */
export function short(actions: readonly Action[]): string[] {
  return actions.map((action) => {
    switch (action.action) {
      case "create-comment":
        return `comment on ${String(action.number)}`;
      case "update-issue":
        return `move ${String(action.number)} to ${JSON.stringify(action.milestone)}`;
      case "create-milestone":
        return `make ${action.title}`;
      case "update-milestone":
        return `milestone ${action.number} ${action.state}`;
      default:
        return action.action;
    }
  });
}

export const closingComment = (id: number, at: string, did: string) =>
  ours(id, `<!-- detoil:closing {"at":"${at}","did":"${did}"} -->\n…`);
