import { addToDay } from "../../../calendar/add.ts";
import { NeverOpenError } from "../../../calendar/business-days.ts";
import type { Calendar } from "../../../calendar/calendar.ts";
import { addMonths, type IsoDay } from "../../../calendar/day.ts";
import { type Duration, parseDuration } from "../../../calendar/duration.ts";
import { code } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import type { CommandContext, Outcome, TaskStatus, TaskVerb } from "./verb.ts";

const LONGEST_QUOTE = 60;

/** A later date, counted from the task's own or from today, whichever is later. */
export const snooze: TaskVerb = {
  word: "snooze",
  usage: "/sre snooze 2 business days",
  also: ["assignee"],
  about: {
    en: "gives the task a later date (days, weeks, months, business days)",
    ja: "タスクの期日を延ばします(days、weeks、months、business days)",
  },
  execute,
  present: ({ due }, commandContext) => (due === null ? commandContext.text.undated : snoozed(due, commandContext)),
};

function execute(argument: string, { open, due }: TaskStatus, commandContext: CommandContext): Outcome {
  const { text, today, calendar } = commandContext;
  if (argument === "") return rejected(text.noDuration(null));
  const duration = parseDuration(argument.toLowerCase().replace(/\s+/g, " "));
  if (duration === null) return rejected(text.noDuration(code(cut(argument, LONGEST_QUOTE))));
  if (!isOfDays(duration)) return rejected(text.noHours);
  if (duration.amount <= 0) return rejected(text.notLater);
  if (!open) return { change: null, line: text.closedAlready(true) };
  const from = due === null || due < today ? today : due;
  const later = laterDay(from, duration, calendar);
  if (later === null) return rejected(text.neverOpen);
  if (later > addMonths(from, 12)) return rejected(text.tooLong);
  return { change: { due: later }, line: snoozed(later, commandContext) };
}

function snoozed(due: IsoDay, { text, milestone, shown }: CommandContext): string {
  const isPast = milestone.due !== null && due > milestone.due;
  const past = isPast ? [text.pastMilestone(milestone.title, shown(milestone.due))] : [];
  return [text.snoozed(shown(due)), ...past].join(text.gap);
}

function rejected(line: string): Outcome {
  return { change: null, line, rejected: true };
}

function isOfDays({ unit }: Duration): boolean {
  return unit !== "minutes" && unit !== "hours" && unit !== "business hours";
}

function laterDay(from: IsoDay, duration: Duration, calendar: Calendar): IsoDay | null {
  try {
    return addToDay(from, duration, calendar);
  } catch (error) {
    if (error instanceof NeverOpenError) return null;
    throw error;
  }
}
