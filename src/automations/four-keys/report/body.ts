import { folded } from "../../../markdown/folded.ts";
import { lengthOf } from "../../../markdown/length.ts";
import type { Overview } from "../../../metrics/overview.ts";
import type { FourKeysReport } from "../../../metrics/report.ts";
import { deploymentSource } from "./counted.ts";
import { deploymentsPart } from "./deployments.ts";
import type { HistoryProgress } from "./facts.ts";
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

export interface Ends {
  /** When the issue is rewritten next; null: never. */
  readonly next: number | null;
  readonly configUrl: string | null;
}

/** The issue's text within its markers, in at most `room` characters; null: it does not fit. */
export function issueContent(
  overview: Overview,
  history: HistoryProgress,
  ends: Ends,
  view: View,
  room: number,
): string | null {
  for (const most of LISTED) {
    const content = contentOf(overview, history, ends, view, most);
    if (lengthOf(content) <= room) return content;
  }
  return null;
}

function contentOf(overview: Overview, history: HistoryProgress, ends: Ends, view: View, most: number): string {
  const { report, before } = overview;
  const { text } = view;
  const complete = history.completeFrom ?? Number.POSITIVE_INFINITY;
  return [
    ...headOf(overview, history, view),
    hasNumbers(report) ? numbersTable(report, before, complete <= overview.beforeFrom, view) : null,
    stagesPart(overview, view),
    // A week of which not everything is known would look like a poor one.
    weeksPart(
      overview.weeks.filter(({ from }) => from >= complete),
      view,
    ),
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
function headOf(overview: Overview, history: HistoryProgress, view: View): string[] {
  const { window, beforeFrom, report } = overview;
  const { text } = view;
  const [from, to] = [view.moment(window.from), view.moment(window.to)];
  const { deployments } = report.deploymentFrequency;
  const { source, names } = deploymentSource(view.section, text);
  const { reading, completeFrom } = history;
  const since = completeFrom === null ? null : view.day(completeFrom);
  const first = focusLine(overview, view);
  return [
    ...(deployments === 0 ? [] : [text.lead(deployments, report.leadTime.changes, from, to)]),
    ...(deployments === 0 && reading === null ? [text.nothingDeployed(from, to)] : []),
    ...(reading === null ? [] : [text.reading(reading.read, reading.total, since)]),
    ...(reading === null && since !== null && (completeFrom ?? 0) > beforeFrom ? [text.recordsBegin(since)] : []),
    ...(deployments === 0 && reading === null ? [text.checkDeployments(source, names)] : []),
    ...(first === null ? [] : [first]),
  ];
}

/** Five dashes would say nothing. */
function hasNumbers({ deploymentFrequency, recoveryTime }: FourKeysReport): boolean {
  return deploymentFrequency.deployments > 0 || recoveryTime.seconds !== null;
}

function howLines({ text, section, settings }: View): string[] {
  const { source, names } = deploymentSource(section, text);
  const lines = [
    text.whatDeploys(source, names),
    text.whatFails(section.incidents.labels.map(named).join(text.comma), settings),
    ...(settings.bands === "none" ? [] : [text.bands(settings.bands)]),
    text.unknown,
  ];
  return lines.map((line) => `- ${line}`);
}
