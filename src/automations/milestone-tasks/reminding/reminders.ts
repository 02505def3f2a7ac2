import { isOpen } from "../../../calendar/business.ts";
import { calendarOf } from "../../../calendar/calendar.ts";
import { businessDaysSince } from "../../../calendar/count-business-days.ts";
import type { IsoDay } from "../../../calendar/day.ts";
import { formatIsoDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import { pendingCommands } from "../../../commands/pending.ts";
import type { Action } from "../../../github/actions.ts";
import { createMarked, deleteMarked, ownComments } from "../../../managed/marked-comment.ts";
import { escapeText, escapeTitle } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { OneMilestone } from "../facts.ts";
import { milestoneLink } from "../milestone-link.ts";
import type { TaskState } from "../task/state.ts";
import { reminderText } from "./reminder-text.ts";

export const REMINDER = "reminder";
const DAY = 86_400_000;

/**
 * Asks the owners of tasks that are due today or late: in business hours, at most once per business day, in a new
 * comment (an edit notifies nobody) that replaces the previous one. A reminder that is no longer true is history and
 * stays.
 */
export function remind(
  states: readonly TaskState[],
  facts: OneMilestone,
  context: ReconcileContext<"milestones">,
): Action[] {
  const calendar = calendarOf(context.config);
  if (!facts.milestone.open || !isOpen(context.now, calendar)) return [];
  const today = isoDay(context.now, calendar.timezone);
  const keys = new Set(context.section.tasks.map((task) => task.key));
  const openByKey = Map.groupBy(
    states.filter(({ open }) => open),
    ({ issue, key }) => keyIn(issue.metadata.milestone, key),
  );
  return states
    .filter((state) => keys.has(state.key))
    .flatMap((state) => remindOf(state, openByKey, facts, context, today));
}

function remindOf(
  state: TaskState,
  openByKey: OpenByKey,
  facts: OneMilestone,
  context: ReconcileContext,
  today: IsoDay,
): Action[] {
  const { issue, due } = state;
  if (!state.ownedHere || !state.open || due === null || due > today) return [];
  if (state.assignees.length === 0 || issue.metadata.made >= today) return [];
  // What its owner asked for comes first: it may be done, or later.
  if (pendingCommands(issue.comments, context.self).length > 0) return [];
  const former = ownComments(issue.comments, REMINDER, context.self);
  const todays = former.findLast(({ data }) => data?.day === today);
  const because = due === today ? "it is due today" : `it was due on ${formatIsoDay(due, "en", today)}`;
  const create = () =>
    createMarked({
      number: issue.number,
      key: REMINDER,
      data: { day: today },
      text: linesOf(state, due, openByKey, facts, context, today).join("\n"),
      identity: `reminder/${issue.number}/${today}`,
      once: true,
      bulk: true,
      because,
    });
  const replaced = former.filter((comment) => comment !== todays);
  return [...(todays === undefined ? [create()] : []), ...deleteMarked(replaced, "today's reminder takes its place")];
}

function linesOf(
  state: TaskState,
  due: IsoDay,
  openByKey: OpenByKey,
  { milestone }: OneMilestone,
  context: ReconcileContext,
  today: IsoDay,
): string[] {
  const { language } = context.config;
  const text = reminderText(language);
  const who = state.assignees.map((login) => `@${login}`);
  const title = escapeTitle(state.title);
  const waits = openBefore(state, openByKey).map(({ issue, assignees }) => {
    return { number: issue.number, owners: assignees.map(escapeText) };
  });
  const distance =
    milestone.due === null
      ? null
      : {
          milestone: milestoneLink(milestone, context),
          day: formatIsoDay(milestone.due, language, today),
          days: (Date.parse(milestone.due) - Date.parse(today)) / DAY,
        };
  const first =
    due === today
      ? text.dueToday(who, title, distance)
      : text.late(
          who,
          title,
          formatIsoDay(due, language, today),
          businessDaysSince(due, today, calendarOf(context.config)),
          distance,
        );
  return [
    [first, ...(waits.length === 0 ? [] : [text.waitsFor(waits)])].join(text.gap),
    "",
    text.remedy,
    "",
    text.signature(configUrlOf(context)),
  ];
}

type OpenByKey = ReadonlyMap<string, readonly TaskState[]>;

/** The open tasks that this one waits for: of the milestone that it was created for, wherever they are now. */
function openBefore({ issue }: TaskState, openByKey: OpenByKey): readonly TaskState[] {
  const { milestone, after } = issue.metadata;
  return [...new Set(after)]
    .flatMap((key) => openByKey.get(keyIn(milestone, key)) ?? [])
    .sort((a, b) => a.issue.number - b.issue.number);
}

function keyIn(milestone: number, key: string): string {
  return `${milestone}/${key}`;
}
