import { formatIsoDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Conversation } from "../../../commands/conversation.ts";
import type { Executed, Subject } from "../../../commands/declaration.ts";
import type { Command } from "../../../commands/read-commands.ts";
import type { Assignable } from "../../../managed/assignable.ts";
import { managedBlock, replaceBlock } from "../../../managed/managed-body.ts";
import { updateIssue } from "../../../managed/update-issue.ts";
import { hasMarker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { plainName } from "../comment/names.ts";
import { isSame } from "../picking/login.ts";
import { NO_DATA, type ReportData, readData, writtenData } from "../report/metadata.ts";
import { REPORT } from "../report/plan.ts";
import { withSpan } from "../request/turns.ts";
import { away, dayIn } from "./away.ts";
import { nameIn } from "./named.ts";
import { swap } from "./swap.ts";
import { commandText } from "./text.ts";

type Context = ReconcileContext<"help-wanted">;

/** The report, as its commands find it. */
export interface ReportIssue {
  readonly number: number;
  readonly body: string;
  /** The latest comment: a later one cannot have been carried out. */
  readonly latest: number;
  readonly assignable: Assignable | null;
}

export function isReport({ kind, isOurs, body }: Conversation): boolean {
  return kind === "issue" && isOurs && hasMarker(body, REPORT);
}

/** What the report takes: absences, and duties that somebody else does. Its own reconciliation writes the text anew. */
export function reportSubject(issue: ReportIssue, context: Context): Subject {
  const data = readData(managedBlock.find(issue.body, REPORT)?.data ?? {}) ?? NO_DATA;
  const processed = data.processed <= issue.latest ? data.processed : 0;
  return subjectAt({ ...data, processed }, issue, context);
}

function subjectAt(data: ReportData, issue: ReportIssue, context: Context): Subject {
  return {
    people: {},
    processed: data.processed,
    offered: [away, swap],
    help: null,
    execute(command, who) {
      const { data: next, line } = executed(command, who, data, issue, context);
      return executedAs(line, next === null ? null : subjectAt(next, issue, context));
    },
    writes(processed) {
      const content = managedBlock.find(issue.body, REPORT)?.content ?? "";
      const body = replaceBlock(issue.body, REPORT, content, keptIn(issue.body, { ...data, processed, isStale: true }));
      const update = updateIssue(
        { number: issue.number, title: "", body: issue.body },
        { body },
        "a command was given",
      );
      return update === null ? [] : [update];
    },
  };
}

/** Days are days: after a crash the same command says the same again. */
function executedAs(line: string, next: Subject | null): Executed {
  return { line, present: line, next };
}

/** What else the marker holds stays. */
function keptIn(body: string, data: ReportData) {
  return { ...managedBlock.find(body, REPORT)?.data, ...writtenData(data) };
}

function executed(
  { word, argument }: Command,
  who: string,
  data: ReportData,
  issue: ReportIssue,
  context: Context,
): { readonly data: ReportData | null; readonly line: string } {
  const { config, now, section } = context;
  const text = commandText(config.language);
  const today = isoDay(now, config.timezone);
  const shownDay = (day: string) => formatIsoDay(day, config.language, today);
  const said = (line: string) => ({ data: null, line });
  if (word === away.word) {
    const day = dayIn(argument, today, { text, shownDay });
    if ("problem" in day) return said(day.problem);
    const others = data.away.filter((one) => !isSame(one.who, who));
    const absences = withSpan(others, { who, from: today, to: day.to }, today);
    return { data: { ...data, away: absences }, line: text.away(shownDay(day.to), false) };
  }
  if (word !== swap.word) return said(text.inRequestsOnly);
  if (section.strategy !== "on-call") return said(text.noDuties);
  const named = nameIn(argument, { author: null, assignable: issue.assignable, text });
  if ("problem" in named) return said(named.problem);
  const [duty] = section["on-call"]
    .filter((one) => isSame(one.who, who) && one.to >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (duty === undefined) return said(text.noDutyOfYours);
  const isRunning = duty.from < today;
  const cover = { who, by: named.login, from: isRunning ? today : duty.from, to: duty.to };
  const line = text.covered(plainName(named.login), shownDay(cover.from), shownDay(cover.to));
  return { data: { ...data, covers: withSpan(data.covers, cover, today) }, line };
}
