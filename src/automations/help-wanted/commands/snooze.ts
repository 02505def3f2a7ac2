import { addDuration } from "../../../calendar/add.ts";
import { nextOpen } from "../../../calendar/business.ts";
import { NeverOpenError } from "../../../calendar/business-days.ts";
import { type Duration, parseDuration } from "../../../calendar/duration.ts";
import { code } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import type { HelpRequest } from "../request/request.ts";
import { type CommandContext, type Outcome, type RequestVerb, rejected } from "./verb.ts";

const LONGEST_QUOTE = 60;

/** Nobody is asked until then. */
export const snooze: RequestVerb = {
  word: "snooze",
  usage: "/sre snooze 2 business days",
  also: ["asked"],
  about: { en: "asks again after that time", ja: "指定した期間の後に、あらためて依頼します" },
  execute(argument, request, commandContext) {
    const { text } = commandContext;
    if (argument === "") return rejected(text.noDuration(null));
    const duration = parseDuration(argument.toLowerCase().replace(/\s+/g, " "));
    if (duration === null) return rejected(text.noDuration(code(cut(argument, LONGEST_QUOTE))));
    return snoozed(duration, request, commandContext);
  },
  present: ({ snoozed: until }, { text, shownMoment }) =>
    until === null ? text.carriedOut : text.snoozed(shownMoment(until.until)),
};

function snoozed(
  duration: Duration,
  request: HelpRequest,
  { who, now, calendar, text, shownMoment }: CommandContext,
): Outcome {
  if (duration.amount <= 0) return rejected(text.notLater);
  const until = laterThan(now, duration, calendar);
  if (until === null) return rejected(text.neverOpen);
  if (until > addDuration(now, { amount: 12, unit: "months" }, calendar)) return rejected(text.tooLong);
  const again = openAfter(until, calendar);
  if (again === null) return rejected(text.neverOpen);
  const snoozing = { until: again.toISOString(), at: now.toISOString(), by: who };
  return {
    request: { ...request, state: "snoozed", snoozed: snoozing, answer: null, escalations: [] },
    line: text.snoozed(shownMoment(snoozing.until)),
  };
}

/** Nobody is asked outside of hours, so that is when the snooze really ends. */
function openAfter(until: Date, calendar: CommandContext["calendar"]): Date | null {
  return orNever(() => nextOpen(until, calendar));
}

function laterThan(now: Date, duration: Duration, calendar: CommandContext["calendar"]): Date | null {
  return orNever(() => addDuration(now, duration, calendar));
}

function orNever(moment: () => Date): Date | null {
  try {
    return moment();
  } catch (error) {
    if (error instanceof NeverOpenError) return null;
    throw error;
  }
}
