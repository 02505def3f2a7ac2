import { type IsoDay, isDay } from "../../../calendar/day.ts";
import { weekdayName } from "../../../calendar/format.ts";
import type { Language } from "../../../config/schema.ts";
import { shortHash } from "../../../markdown/short-hash.ts";
import { messages } from "../text.ts";

/** The text of a task's issue. `milestone` is a link; `after` names the tasks (`#51`). */
export interface TaskBody {
  readonly due: IsoDay | null;
  /** Whether sre.yml gives this task a date at all. */
  readonly dated: boolean;
  readonly milestone: string;
  readonly after: readonly string[];
  readonly body: string;
  readonly configUrl: string | null;
}

/** The text within the markers. */
export function taskContent(task: TaskBody, language: Language): string {
  const text = messages(language);
  const { due, milestone } = task;
  const noDate = task.dated ? text.noDate(milestone) : text.noDue(milestone);
  const first = due === null ? noDate : text.due({ day: due, weekday: weekdayName(due, language) }, milestone);
  const waits = task.after.length === 0 ? [] : [text.waitsFor(task.after)];
  const body = task.body.trim() === "" ? [] : [task.body.trim()];
  return [[first, ...waits].join(text.gap), ...body, text.taskSignature(task.configUrl)].join("\n\n");
}

/** The date comes before the milestone's link, whose title may hold a date of its own. */
const DATED = /^([^[\n]*?)(\d{4}-\d{2}-\d{2})(\**)( \([^()\n]{1,3}\))?/;

/** The date in a task's text; null: none. */
export function shownDate(content: string): IsoDay | null {
  const day = DATED.exec(content)?.[2] ?? null;
  return day !== null && isDay(day) ? day : null;
}

/** The same text with another date; unchanged if it shows none. */
export function withDate(content: string, day: IsoDay, language: Language): string {
  return content.replace(DATED, (_, before: string, _day: string, bold: string, weekday?: string) =>
    [before, day, bold, weekday === undefined ? "" : ` (${weekdayName(day, language)})`].join(""),
  );
}

/**
 * Tells whether a text is still Detoil's. Its date (bold or not), its weekday and the numbers of other tasks do not
 * count: a person may change the date alone, and a number is not known before its issue exists.
 */
export function taskTextHash(content: string): string {
  const undated = content.replace(DATED, (_, before: string) => before.replace(/(?<!\*)\*+$/, ""));
  return shortHash(undated.replaceAll(/#(?:\d+|\{\{ref:[^{}]*\}\})/g, "#"));
}
