import { folded } from "../../../markdown/folded.ts";
import { lengthOf } from "../../../markdown/length.ts";
import type { FourKeysReport } from "../../../metrics/report.ts";
import { definitionChanges } from "../../../records/definitions.ts";
import { environmentsOf } from "../../../records/environments.ts";
import { meantEnvironment } from "../../../records/meant-environment.ts";
import { changesPart, markedWeeks } from "./changes.ts";
import { deploymentSource } from "./counted.ts";
import { deploymentsPart } from "./deployments.ts";
import type { ReportFacts } from "./facts.ts";
import { focusLine } from "./focus-line.ts";
import { leftOutPart } from "./left-out.ts";
import { named } from "./links.ts";
import { numbersTable } from "./numbers.ts";
import { slowestPart } from "./slowest.ts";
import { stagesPart } from "./stages.ts";
import type { View } from "./view.ts";
import { weeksPart } from "./weeks.ts";

/** Lengths of the list of deployments: the longest that fits. */
const LISTED = [100, 20, 0];

/** Environments. */
const MOST_NAMES = 10;

type Shown = Pick<ReportFacts, "overview" | "history" | "elsewhere" | "definitions">;

export interface Ends {
  /** When the issue is rewritten next; null: never. */
  readonly next: number | null;
  readonly configUrl: string | null;
}

/** The issue's text within its markers, in at most `room` characters; null: it does not fit. */
export function issueContent(shown: Shown, ends: Ends, view: View, room: number): string | null {
  for (const most of LISTED) {
    const content = contentOf(shown, ends, view, most);
    if (lengthOf(content) <= room) return content;
  }
  return null;
}

function contentOf(shown: Shown, ends: Ends, view: View, most: number): string {
  const { overview, history } = shown;
  const { report, before } = overview;
  const { text } = view;
  const complete = history.completeFrom ?? Number.POSITIVE_INFINITY;
  // A week of which not everything is known would look like a poor one.
  const weeks = overview.weeks.filter(({ from }) => from >= complete);
  const changes = definitionChanges(shown.definitions);
  return [
    ...headOf(shown, view),
    hasNumbers(report) ? numbersTable(report, before, complete <= overview.beforeFrom, view) : null,
    restsOn(history, view),
    stagesPart(overview, view),
    weeksPart(weeks, markedWeeks(weeks, changes), view),
    changesPart(weeks, changes, view),
    slowestPart(overview.slowest, view),
    leftOutPart(overview.unattributed, view),
    deploymentsPart(overview.deployments, most, view),
    folded(text.howSummary, howLines(view).join("\n")),
    ends.next === null ? null : text.next(view.moment(ends.next)),
    text.signature(ends.configUrl),
  ]
    .filter((part) => part !== null)
    .join("\n\n");
}

/** What is the case, how far it can be trusted, and what to look at first. */
function headOf({ overview, history, elsewhere }: Shown, view: View): string[] {
  const { window, beforeFrom, report } = overview;
  const { text } = view;
  const [from, to] = [view.moment(window.from), view.moment(window.to)];
  const { deployments } = report.deploymentFrequency;
  const { source, names } = deploymentSource(view.section, text);
  const { reading, completeFrom } = history;
  const since = completeFrom === null ? null : view.day(completeFrom);
  const first = focusLine(overview, view);
  const earlier = overview.weeks.findLast((week) => week.deployments > 0);
  const checkOf = () => {
    if (earlier !== undefined) return [text.lastDeployed(view.day(earlier.from))];
    return elsewhere.length === 0 ? [text.checkDeployments(source, names)] : [elsewhereLine(elsewhere, view)];
  };
  return [
    ...(deployments === 0 ? [] : [text.lead(deployments, report.leadTime.changes, from, to)]),
    ...(deployments === 0 && reading === null ? [text.nothingDeployed(from, to)] : []),
    ...(reading === null ? [] : [text.reading(reading.read, reading.total, since)]),
    ...(reading === null && since !== null && (completeFrom ?? 0) > beforeFrom ? [text.recordsBegin(since)] : []),
    ...(deployments === 0 && reading === null ? checkOf() : []),
    ...(first === null ? [] : [first]),
  ];
}

/** What the numbers are made of, and from which day on nothing of it is missing. */
function restsOn({ completeFrom }: ReportFacts["history"], { section, text, day }: View): string {
  const { source, names } = deploymentSource(section, text);
  return text.restsOn(source, names, completeFrom === null ? null : day(completeFrom));
}

/** What sre.yml calls by another name, perhaps. */
function elsewhereLine(elsewhere: readonly string[], { section, text }: View): string {
  const counted = environmentsOf(section) ?? [];
  const meant = counted.map((name) => meantEnvironment(name, elsewhere)).find((name) => name !== null) ?? null;
  const names = (all: readonly string[]) => all.slice(0, MOST_NAMES).map(named).join(text.comma);
  const rest = elsewhere.length - MOST_NAMES;
  return text.elsewhere(names(counted), names(elsewhere) + (rest > 0 ? text.more(rest) : ""), meant && named(meant));
}

/** Five dashes would say nothing. */
function hasNumbers({ deploymentFrequency, recoveryTime }: FourKeysReport): boolean {
  return deploymentFrequency.deployments > 0 || recoveryTime.seconds !== null;
}

function howLines({ text, section, settings }: View): string[] {
  const lines = [
    text.whatFails(section.incidents.labels.map(named).join(text.comma), settings),
    ...(settings.bands === "none" ? [] : [text.bands(settings.bands)]),
    text.unknown,
  ];
  return lines.map((line) => `- ${line}`);
}
