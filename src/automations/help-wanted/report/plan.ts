import { calendarOf } from "../../../calendar/calendar.ts";
import { lastTick, nextTick } from "../../../calendar/cron.ts";
import { durationOf } from "../../../calendar/duration.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Plan } from "../../../github/actions.ts";
import { planStatusIssue, statusData } from "../../../managed/status-issue.ts";
import type { HelpReading } from "../../../records/help-wanted/help-request.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { reportContent } from "./body.ts";
import { weekOf } from "./duty.ts";
import type { ReportFacts } from "./facts.ts";
import { type ReportData, readData, writtenData } from "./metadata.ts";
import { numbersOf } from "./numbers.ts";
import { messages } from "./text.ts";

export const REPORT = "help-wanted/report";

type Context = ReconcileContext<"help-wanted">;

/** The one issue about all requests. Between two ticks of its schedule it changes only where absences and duties do. */
export function planReport(facts: ReportFacts, context: Context): Plan {
  const { section, config, now, webUrl } = context;
  const at = section.report === null ? null : lastTick(section.report, config.timezone, now);
  if (section.report === null || at === null) return [];
  // Where nobody ever asked for help there is nothing to report.
  if (facts.issue === null && facts.records.every(({ request }) => request === null)) return [];
  const issues = facts.issue === null ? [] : [facts.issue];
  const written = writtenOf(facts);
  const data = dataOf(facts, written, at, context);
  if (written !== null && !isOther(data, written)) return [];
  const calendar = calendarOf(config);
  const clock = { now, calendar, within: durationOf(section["respond-within"]) };
  const text = messages(config.language);
  const { away, covers } = data;
  const content = reportContent(numbersOf(facts.records, clock), weekOf({ section, away, covers, now, calendar }), {
    ...{
      text,
      language: config.language,
      clock,
      webUrl,
      strategy: section.strategy,
      within: section["respond-within"],
    },
    isPublic: !context.loaded.isPrivate,
    isShared: facts.isShared,
    next: nextTick(section.report, config.timezone, now),
    configUrl: configUrlOf(context),
  });
  return planStatusIssue(
    REPORT,
    { issues, hasIssues: facts.hasIssues },
    {
      kind: "report",
      title: text.title,
      content,
      subjects: [],
      data: writtenData(data),
      because:
        written === null ? "the team reads here who is asked for what" : "its schedule, or who is away, has changed",
    },
  );
}

/** What the report's marker keeps, for the store. */
export function reportReading(
  { issue }: Pick<ReportFacts, "issue">,
  { repository, now }: Pick<Context, "repository" | "now">,
): HelpReading | null {
  const data = issue === null ? null : readData(statusData(REPORT, [issue]));
  if (issue === null || data === null) return null;
  const repo = `${repository.owner}/${repository.name}`;
  const record = { request: null, asks: data.last, away: data.away, covers: data.covers };
  return {
    home: repo,
    repo,
    number: issue.number,
    since: 0,
    revision: data.at.getTime(),
    readAt: now.getTime(),
    record,
  };
}

function writtenOf({ issue }: ReportFacts): ReportData | null {
  return issue === null ? null : readData(statusData(REPORT, [issue]));
}

/** What is known now, and what the report says already: the store may be new. Absences and duties that are over are forgotten. */
function dataOf({ records }: ReportFacts, written: ReportData | null, at: Date, { now, config }: Context): ReportData {
  const today = isoDay(now, config.timezone);
  const isAhead = ({ to }: { readonly to: string }) => to >= today;
  const kept = written === null ? [] : [written];
  const last = new Map<string, ReportData["last"][number]>();
  for (const ask of [...records.flatMap(({ asks }) => asks), ...(written?.last ?? [])]) {
    const login = ask.login.toLowerCase();
    if ((last.get(login)?.at ?? 0) < ask.at) last.set(login, { login, at: ask.at });
  }
  return {
    at,
    away: distinct([...records, ...kept].flatMap(({ away }) => away).filter(isAhead)),
    covers: distinct([...records, ...kept].flatMap(({ covers }) => covers).filter(isAhead)),
    last: [...last.values()].toSorted((a, b) => (a.login < b.login ? -1 : 1)),
    processed: written?.processed ?? 0,
    isStale: false,
  };
}

function distinct<Value extends object>(values: readonly Value[]): Value[] {
  const texts = new Map(values.map((value) => [textOf(value), value]));
  return [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/** The store does not keep the order of keys. */
function textOf(value: object): string {
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isOther(data: ReportData, written: ReportData): boolean {
  const told = ({ at, away, covers }: ReportData) => [at.getTime(), away.map(textOf), covers.map(textOf)];
  return written.isStale || JSON.stringify(told(data)) !== JSON.stringify(told(written));
}
