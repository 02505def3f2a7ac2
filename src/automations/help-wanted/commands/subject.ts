import { calendarOf } from "../../../calendar/calendar.ts";
import { formatIsoDay, formatMoment } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Executed, Subject } from "../../../commands/declaration.ts";
import type { Command } from "../../../commands/read-commands.ts";
import type { Plan } from "../../../github/actions.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { RequestFacts } from "../facts.ts";
import { recordWrites } from "../record-writes.ts";
import type { HelpRequest } from "../request/request.ts";
import { type ReportIssue, reportSubject } from "./report-subject.ts";
import { commandText } from "./text.ts";
import type { CommandContext } from "./verb.ts";
import { VERBS } from "./verbs.ts";

type Context = ReconcileContext<"help-wanted">;

/** What the commands of a request need to know; `request`: null where it has ended, or never was one. */
export interface CommandFacts {
  /** Not null: it is the report, and no request. */
  readonly report?: ReportIssue | null;
  readonly facts: RequestFacts | null;
  readonly request: HelpRequest | null;
}

export function subject({ facts, request, report = null }: CommandFacts, context: Context): Subject {
  if (report !== null) return reportSubject(report, context);
  return facts === null || request === null ? noRequest(context) : subjectAt(request, facts, context);
}

function noRequest({ config, section }: Context): Subject {
  const line = commandText(config.language).ended(code(section.label));
  return {
    help: line,
    offered: [],
    people: {},
    processed: 0,
    execute: () => ({ line, present: line, next: null }),
    writes: () => [],
  };
}

function subjectAt(request: HelpRequest, facts: RequestFacts, context: Context): Subject {
  const { author } = facts.item;
  const ended =
    request.state === "ended" ? commandText(context.config.language).ended(code(context.section.label)) : null;
  return {
    people: {
      asked: request.asked === null ? [] : [request.asked],
      author: author === null ? [] : [author],
    },
    processed: request.processed,
    offered: ended === null ? VERBS : [],
    help: ended,
    execute: (command, who) => execute(command, who, request, facts, context),
    writes: (processed) => writes({ ...request, processed }, facts, context),
  };
}

function execute(
  { word, argument }: Command,
  who: string,
  request: HelpRequest,
  facts: RequestFacts,
  context: Context,
): Executed {
  const verb = VERBS.find((one) => one.word === word);
  if (verb === undefined) throw new Error(`a request has no verb ${word}`);
  const commandContext = commandContextOf(who, facts, context);
  const present = verb.present(request, commandContext);
  if (request.state === "ended")
    return { line: commandContext.text.ended(code(context.section.label)), present, next: null };
  const { request: next, line } = verb.execute(argument, request, commandContext);
  return { line, present, next: next === null ? null : subjectAt(next, facts, context) };
}

function writes(request: HelpRequest, facts: RequestFacts, context: Context): Plan {
  return recordWrites(request, facts, context, "a command was given");
}

function commandContextOf(who: string, facts: RequestFacts, context: Context): CommandContext {
  const { config, now, section } = context;
  const { language, timezone } = config;
  const today = isoDay(now, timezone);
  return {
    who,
    now,
    today,
    calendar: calendarOf(config),
    section,
    facts,
    text: commandText(language),
    shownDay: (day) => formatIsoDay(day, language, today),
    shownMoment: (instant) => formatMoment(new Date(instant), timezone, language, now),
  };
}
