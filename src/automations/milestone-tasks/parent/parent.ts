import type { CreateIssue, NumberOrRef, UpdateIssue } from "../../../github/actions.ts";
import { LONGEST_BODY, LONGEST_TITLE } from "../../../github-limits.ts";
import { replaceBlock } from "../../../managed/managed-body.ts";
import { CLOSED, REOPENED, updateIssue } from "../../../managed/update-issue.ts";
import { cut, lengthOf } from "../../../markdown/length.ts";
import type { MarkerData } from "../../../markdown/marker.ts";
import { renderTitle } from "../../../markdown/template.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Closing, OneMilestone } from "../facts.ts";
import { numbered, PARENT, parentData } from "../metadata.ts";
import type { IssueRef } from "../task/issues-of.ts";
import { messages } from "../text.ts";

/** The `ref` of a parent that this plan creates. */
export function parentRef({ milestone }: OneMilestone): string {
  return `parent/${milestone.number}`;
}

/** The parent's text and metadata at one point of a plan. */
export interface ParentView {
  /** In at most this many characters; a longer table is cut. */
  content(room: number): string;
  readonly issueRefs: ReadonlyMap<string, IssueRef>;
  /** Keys of tasks whose dependencies are not created now, although some may be missing: their numbers are stored later. */
  readonly unlinked: ReadonlySet<string>;
  readonly turns: Readonly<Record<string, string>>;
  readonly closing: Closing | null;
  /** All tasks are done and the milestone is closed. */
  readonly finished: boolean;
}

export function createParent(view: ParentView, facts: OneMilestone, context: ReconcileContext): CreateIssue {
  const title = parentTitleOf(facts, context);
  return {
    action: "create-issue",
    ref: parentRef(facts),
    identity: parentRef(facts),
    title,
    // A number is stored once the task is linked completely: a link that is missing afterwards was removed by a person.
    body: bodyOf(view, dataOf({ ...view, issueRefs: new Map() }, title, facts), ""),
    milestone: facts.milestone.number,
    because: "one issue shows how far the milestone's tasks are",
  };
}

/**
 * The write that brings the parent up to date; null: it is. A title that people changed stays, and so does a parent
 * that they closed.
 */
export function updateParent(view: ParentView, facts: OneMilestone, context: ReconcileContext): UpdateIssue | null {
  const { parent } = facts;
  if (parent === null) return null;
  const own = parent.title === parent.metadata.title;
  const title = own ? parentTitleOf(facts, context) : parent.title;
  const closes = view.finished && parent.open && !parent.metadata.closed;
  const reopens = facts.milestone.open && !parent.open && parent.metadata.closed;
  // Once Detoil closed it, the marker says so until the milestone is open again, whatever tasks one reading missed.
  const closed = parent.open ? view.finished : parent.metadata.closed && !facts.milestone.open;
  const data = dataOf(view, own ? title : parent.metadata.title, facts, closed);
  const body = bodyOf(view, data, parent.overwritten ?? parent.body);
  const state = closes ? CLOSED : reopens ? REOPENED : {};
  return updateIssue(parent, { title, body, ...state }, "it shows how far the tasks are");
}

/** The same within a plan that creates many tasks: nobody has seen the text in between. */
export function refreshParent(
  number: NumberOrRef,
  view: ParentView,
  facts: OneMilestone,
  context: ReconcileContext,
): UpdateIssue {
  const title = facts.parent?.metadata.title ?? parentTitleOf(facts, context);
  const body = bodyOf(view, dataOf(view, title, facts), facts.parent?.overwritten ?? facts.parent?.body ?? "");
  return { action: "update-issue", number, body, because: "it shows how far the tasks are" };
}

/** The body with its block brought up to date, cut to what GitHub takes. */
function bodyOf(view: ParentView, data: MarkerData, text: string): string {
  const rest = numbered(replaceBlock(text, PARENT, "", data));
  return replaceBlock(text, PARENT, view.content(LONGEST_BODY - lengthOf(rest)), data);
}

/** The title that Detoil gives a parent. */
export function parentTitleOf({ milestone }: Pick<OneMilestone, "milestone">, context: ReconcileContext): string {
  const { parentTitle } = messages(context.config.language);
  const room = LONGEST_TITLE - parentTitle("").length;
  return parentTitle(cut(renderTitle("{{title}}", { title: milestone.title }), room));
}

function dataOf(view: ParentView, title: string, facts: OneMilestone, closed = facts.parent?.metadata.closed ?? false) {
  const known = facts.parent?.metadata;
  const now = [...view.issueRefs]
    .filter(([key]) => !view.unlinked.has(key))
    .map(([key, { shown }]) => [key, shown.slice("#".length)]);
  const numbers = { ...known?.numbers, ...Object.fromEntries(now) };
  return parentData({
    milestone: facts.milestone.number,
    title,
    numbers,
    turns: { ...known?.turns, ...view.turns },
    ended: [...facts.ended].sort(),
    closing: view.closing,
    closed,
  });
}
