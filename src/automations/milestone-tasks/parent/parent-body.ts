import { formatIsoDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import { escapeText } from "../../../markdown/escape.ts";
import { cut, lengthOf } from "../../../markdown/length.ts";
import { table } from "../../../markdown/table.ts";
import type { Look } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { OneMilestone } from "../facts.ts";
import { milestoneLink } from "../milestone-link.ts";
import { type TaskText, textOf } from "../text.ts";
import type { Row } from "./rows.ts";

/** GitHub takes 65,536 characters; the marker and what people write need room, too. */
const MOST = 30_000;
const LONGEST_TITLE = 80;
/** A task's number, and what stands for it until its issue is made: a table is cut at the same row before and after that. */
const NUMBER = /#(?:\d+|\{\{ref:[^{}]*\}\})/g;

/** What the parent says below its table or above it. */
export interface Remarks {
  readonly problems: readonly string[];
  /** What the end of the milestone means; null while nothing is to be said. */
  readonly closing: string | null;
  /** Tasks made so far and to be made in all, while some are to come. */
  readonly progress: { readonly made: number; readonly total: number } | null;
}

/** The parent's text within its markers. */
export function parentContent(rows: readonly Row[], remarks: Remarks, facts: OneMilestone, look: Look): string {
  const text = textOf(look.config.language);
  const { progress } = remarks;
  return [
    headOf(rows, facts, look, text),
    ...(remarks.closing === null ? [] : [remarks.closing]),
    ...(progress === null ? [] : [text.progress(progress.made, progress.total)]),
    ...(rows.length === 0 ? [text.empty] : tableOf(rows, look, text)),
    ...(remarks.problems.length === 0 ? [] : [remarks.problems.map((problem) => `- ${problem}`).join("\n")]),
    text.parentSignature(configUrlOf(look)),
  ].join("\n\n");
}

/** What nobody is to do here any more. */
const UNCOUNTED: ReadonlySet<Row["state"]> = new Set(["dropped", "ended", "moved"]);

function headOf(rows: readonly Row[], { milestone }: OneMilestone, look: Look, text: TaskText): string {
  const { language, timezone } = look.config;
  const today = isoDay(look.now, timezone);
  const counted = rows.filter(({ state }) => !UNCOUNTED.has(state));
  const count = {
    total: counted.length,
    done: counted.filter((row) => row.state === "done").length,
    late: counted.filter((row) => row.state === "late").length,
  };
  const link = milestoneLink(milestone, look);
  const { closedAt } = milestone;
  const dayOf = (day: string) => formatIsoDay(day, language, today);
  if (!milestone.open) return text.closedHead(link, closedAt && dayOf(isoDay(closedAt, timezone)), count);
  if (milestone.due === null) return text.undatedHead(link, count);
  const head = milestone.due < today ? text.pastHead : text.dueHead;
  return head(link, dayOf(milestone.due), count);
}

function tableOf(rows: readonly Row[], look: Look, text: TaskText): string[] {
  const lines = rows.map((row) => [taskCell(row, text), whoCell(row, text), row.due ?? "", stateCell(row, look, text)]);
  let length = 0;
  const room = lines.findIndex((cells) => {
    length += lengthOf(cells.join(" | ").replaceAll(NUMBER, "#1234567"));
    return length > MOST;
  });
  if (room === -1) return [table(text.columns, lines)];
  return [table(text.columns, lines.slice(0, room)), text.more(lines.length - room)];
}

function taskCell({ shown, title, guestOf }: Row, text: TaskText): string {
  const name = escapeText(cut(title, LONGEST_TITLE));
  const from = guestOf === null ? [] : [`(${text.from(escapeText(guestOf))})`];
  return [...(shown === null ? [] : [shown]), name, ...from].join(" ");
}

/** Names, not mentions: who is assigned hears of it by that. Sorted, because GitHub keeps no order of assignees. */
function whoCell({ assignees, state }: Row, text: TaskText): string {
  if (assignees.length > 0) return assignees.map(escapeText).toSorted().join(", ");
  return state === "open" || state === "late" || state === "to come" ? text.nobody : "";
}

function stateCell(row: Row, look: Look, text: TaskText): string {
  switch (row.state) {
    case "done":
      return text.done;
    case "dropped":
      return text.dropped;
    case "late":
      return row.waitsFor.length === 0 ? text.late : `${text.late}, ${text.after(row.waitsFor)}`;
    case "open":
      return row.waitsFor.length === 0 ? text.open : text.after(row.waitsFor);
    case "moved":
      return row.movedTo === null ? text.movedOut : text.movedTo(milestoneLink(row.movedTo, look));
    case "ended":
      return text.ended;
    case "to come":
      return text.toCome;
  }
}
