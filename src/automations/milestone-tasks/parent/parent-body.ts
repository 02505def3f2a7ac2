import { addDays, type IsoDay } from "../../../calendar/day.ts";
import { formatIsoDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import { escapeText } from "../../../markdown/escape.ts";
import { cut, lengthOf } from "../../../markdown/length.ts";
import { table } from "../../../markdown/table.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { OneMilestone } from "../facts.ts";
import { milestoneLink } from "../milestone-link.ts";
import { messages, type TaskText } from "../text.ts";
import type { Row } from "./list-rows.ts";

/** Nobody reads a longer table. */
const MOST = 30_000;
/** When more tasks than this have a problem, the cause is one mistake in sre.yml. */
const MOST_OF_PROBLEMS = 8_000;
const LONGEST_TITLE = 80;
/** A task's number, and its placeholder until the issue exists: the table is cut at the same row before and after. */
const NUMBER = /#(?:\d+|\{\{ref:[^{}]*\}\})/g;

/** Texts below the parent's table or above it. */
export interface ParentNotes {
  readonly problems: readonly string[];
  /** What happens at the end of the milestone; null while there is nothing to say. */
  readonly closing: string | null;
  /** The numbers of tasks created so far and in all, while some are missing. */
  readonly progress: { readonly made: number; readonly total: number } | null;
}

/** The parent's text within its markers, in at most this many characters where possible. */
export function parentContent(
  rows: readonly Row[],
  notes: ParentNotes,
  facts: OneMilestone,
  context: ReconcileContext,
  room: number,
): string {
  const text = messages(context.config.language);
  const { progress } = notes;
  const before = [
    headOf(rows, facts, context, text),
    ...(notes.closing === null ? [] : [notes.closing]),
    ...(progress === null ? [] : [text.progress(progress.made, progress.total)]),
  ];
  const after = [...problemsIn(notes, text), text.parentSignature(configUrlOf(context))];
  const rest = lengthOf([...before, "", ...after].join("\n\n").replaceAll(NUMBER, "#1234567"));
  const shown = rows.length === 0 ? [text.empty] : tableOf(rows, Math.min(MOST, room - rest), context, text);
  return [...before, ...shown, ...after].join("\n\n");
}

function problemsIn({ problems }: ParentNotes, text: TaskText): string[] {
  if (problems.length === 0) return [];
  const lines = problems.map((problem) => `- ${problem}`);
  const shown = lines.slice(0, fitting(lines, MOST_OF_PROBLEMS));
  const left = lines.length - shown.length;
  return [[...shown, ...(left === 0 ? [] : [`- ${text.moreProblems(left)}`])].join("\n")];
}

/** How many lines fit, each with its line end. */
function fitting(lines: readonly string[], room: number): number {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += lengthOf(line.replaceAll(NUMBER, "#1234567")) + 1;
    return length > room;
  });
  return end === -1 ? lines.length : end;
}

/** Tasks that need no more work here. */
const UNCOUNTED: ReadonlySet<Row["state"]> = new Set(["dropped", "ended", "moved"]);

function headOf(rows: readonly Row[], { milestone }: OneMilestone, context: ReconcileContext, text: TaskText): string {
  const { language, timezone } = context.config;
  const today = isoDay(context.now, timezone);
  const counted = rows.filter(({ state }) => !UNCOUNTED.has(state));
  const count = {
    total: counted.length,
    done: counted.filter((row) => row.state === "done").length,
    late: counted.filter((row) => row.state === "late").length,
    uncounted: rows.length - counted.length,
  };
  const link = milestoneLink(milestone, context);
  const { closedAt } = milestone;
  const dayOf = (day: string) => formatIsoDay(day, language, today);
  if (!milestone.open) return text.closedHead(link, closedAt && dayOf(isoDay(closedAt, timezone)), count);
  if (milestone.due === null) return text.undatedHead(link, count);
  const head = milestone.due < today ? text.pastHead : text.dueHead;
  return head(link, dayOf(milestone.due), count);
}

function tableOf(rows: readonly Row[], room: number, context: ReconcileContext, text: TaskText): string[] {
  const lines = rows.map((row) => [
    taskCell(row, text),
    whoCell(row, text),
    row.due === null ? "" : dayIn(context, row.due),
    stateCell(row, context, text),
  ]);
  const [header = "", rule = "", ...written] = table(text.columns, lines).split("\n");
  const more = (count: number) => [text.more(count)];
  const count = fitting(written, room - lengthOf([header, rule, "", ...more(lines.length), ""].join("\n")));
  if (count === lines.length) return [[header, rule, ...written].join("\n")];
  const shown = count === 0 ? [] : [[header, rule, ...written.slice(0, count)].join("\n")];
  return [...shown, ...more(lines.length - count)];
}

function taskCell({ shown, title, movedInFrom }: Row, text: TaskText): string {
  const name = escapeText(cut(title, LONGEST_TITLE));
  const from = movedInFrom === null ? [] : [`(${text.from(escapeText(movedInFrom))})`];
  return [...(shown === null ? [] : [shown]), name, ...from].join(" ");
}

/** Names, not mentions: an assignment already notifies. Sorted, because GitHub keeps no order of assignees. */
function whoCell({ assignees, state }: Row, text: TaskText): string {
  if (assignees.length > 0) return assignees.map(escapeText).toSorted().join(", ");
  return state === "open" || state === "late" || state === "to come" ? text.nobody : "";
}

/** Late begins when the day that it was due is over. */
function lateSince({ due }: Row, context: ReconcileContext, text: TaskText): string {
  return text.late(due === null ? "" : dayIn(context, addDays(due, 1)));
}

function dayIn({ config: { language, timezone }, now }: ReconcileContext, day: IsoDay): string {
  return formatIsoDay(day, language, isoDay(now, timezone));
}

function stateCell(row: Row, context: ReconcileContext, text: TaskText): string {
  switch (row.state) {
    case "done":
      return text.done;
    case "dropped":
      return text.dropped;
    case "late":
      return lateSince(row, context, text) + (row.waitsFor.length === 0 ? "" : text.after(row.waitsFor, true));
    case "open":
      return row.waitsFor.length === 0 ? text.open : text.after(row.waitsFor, false);
    case "moved":
      return row.movedTo === null ? text.movedOut : text.movedTo(milestoneLink(row.movedTo, context));
    case "ended":
      return text.ended;
    case "to come":
      return text.toCome;
  }
}
