import type { IsoDay } from "../../../calendar/day.ts";
import { formatIsoDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Action, CreateComment } from "../../../github/actions.ts";
import { showsTitles } from "../../../github/web-url.ts";
import { createMarked, ownComments } from "../../../managed/marked-comment.ts";
import { escapeText, escapeTitle } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { Closing, OneMilestone, ParentIssue, TaskIssue } from "../facts.ts";
import { closingOf } from "../metadata.ts";
import { milestoneLink } from "../milestone-link.ts";
import type { TaskState } from "../task/state.ts";
import { closingText } from "./closing-text.ts";

export const CLOSING = "closing";
const MOST_TASKS = 20;
const LONGEST_TITLE = 100;

/** The latest closing that a comment on one of the tasks reports. */
export function latestReported(states: readonly TaskState[], context: ReconcileContext): Closing | null {
  return states
    .flatMap(({ issue }) => reportedOn(issue, context))
    .reduce<Closing | null>((latest, one) => (latest === null || latest.at < one.at ? one : latest), null);
}

/** Reports once that the milestone closed over open tasks: on the parent, or without one on each of them. */
export function reportClosing(
  closing: Closing,
  tasks: readonly TaskState[],
  facts: OneMilestone,
  context: ReconcileContext,
): readonly Action[] {
  const text = closingText(context.config.language);
  const open = tasks.filter((task) => task.open);
  const milestone = milestoneLink(facts.milestone, context);
  const because = "the milestone was closed over open tasks";
  if (facts.parent === null) {
    const first = { comment: text.taskLeft, block: text.taskBlocked, stands: text.taskStands };
    const lines = [first[kindOf(closing)](milestone), text.taskRemedy];
    return open.flatMap(({ issue }) =>
      commentOnce(closing, issue, lines, because, context).map((action) => ({ ...action, bulk: true as const })),
    );
  }
  const count = { open: open.length, total: tasks.length };
  const [first, rest] = {
    comment: [text.left, text.leftRemedy] as const,
    block: [text.blocked, text.blockedRemedy] as const,
    stands: [text.stands, text.standsRest] as const,
  }[kindOf(closing)];
  return commentOnce(closing, facts.parent, [first(milestone, count), listOf(open, context), rest], because, context);
}

/** What moves where, reported once on the parent before it moves. */
export function reportMove(
  closing: Closing,
  open: readonly TaskState[],
  next: { readonly link: string; readonly due: IsoDay | null },
  facts: OneMilestone,
  context: ReconcileContext,
): readonly CreateComment[] {
  if (facts.parent === null) return [];
  const text = closingText(context.config.language);
  const first = text.moved(milestoneLink(facts.milestone, context), next.link, open.length);
  const because = "people must find what moved";
  return commentOnce(
    closing,
    facts.parent,
    [first, listOf(open, context), text.movedRest(next.due !== null)],
    because,
    context,
  );
}

function commentOnce(
  { at, did }: Closing,
  issue: TaskIssue | ParentIssue,
  paragraphs: readonly string[],
  because: string,
  context: ReconcileContext,
): CreateComment[] {
  if (reportedOn(issue, context).some((reported) => reported.at === at)) return [];
  const signature = closingText(context.config.language).signature(configUrlOf(context));
  const text = [...paragraphs, signature].join("\n\n");
  const identity = `closing/${issue.number}/${at}`;
  return [createMarked({ number: issue.number, key: CLOSING, data: { at, did }, text, identity, once: true, because })];
}

/** Owners are named without a ping: nothing is asked of them alone. */
function listOf(open: readonly TaskState[], context: ReconcileContext): string {
  const { language, timezone } = context.config;
  const text = closingText(language);
  const today = isoDay(context.now, timezone);
  const titled = !showsTitles(context.webUrl);
  const lines = open.slice(0, MOST_TASKS).map(({ issue, title, assignees, due }) =>
    text.task({
      number: issue.number,
      title: titled ? escapeTitle(cut(title, LONGEST_TITLE)) : null,
      owners: assignees.map(escapeText),
      due: due === null ? null : formatIsoDay(due, language, today),
    }),
  );
  if (open.length > MOST_TASKS) lines.push(text.more(open.length - MOST_TASKS));
  return lines.join("\n");
}

/** The closings reported on an issue, oldest first. */
export function reportedOn({ comments }: Pick<TaskIssue, "comments">, context: ReconcileContext): readonly Closing[] {
  return ownComments(comments, CLOSING, context.self).flatMap(({ data }) => {
    const reported = closingOf(data);
    return reported === null ? [] : [reported];
  });
}

function kindOf({ did }: Closing): "comment" | "block" | "stands" {
  return did === "block" || did === "stands" ? did : "comment";
}
