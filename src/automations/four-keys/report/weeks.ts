import { formatAxisDay } from "../../../calendar/format.ts";
import { barChart } from "../../../markdown/bar-chart.ts";
import { folded } from "../../../markdown/folded.ts";
import { table } from "../../../markdown/table.ts";
import type { WeekReport } from "../../../metrics/report.ts";
import { weekGrid } from "../../../metrics/week-grid.ts";
import { MARK } from "./changes.ts";
import type { View } from "./view.ts";

/** GitHub's own blue and red (Primer), to be told apart on white and on black. */
const [BLUE, RED] = ["#0969da", "#cf222e"] as const;
/** One deployment is not a full bar. */
const LEAST_DEPLOYMENTS = 5;
const [HOUR, DAY] = [3600, 86_400];
/** Longer ones are told in days. */
const MOST_HOURS = 72 * HOUR;

/**
 * The last weeks as charts, and as a table for whoever sees no charts; null: nothing was deployed in them. `marked`: the first
 * days of those in which something else began to count; Mermaid's charts have no lines across.
 */
export function weeksPart(weeks: readonly WeekReport[], marked: ReadonlySet<string>, view: View): string | null {
  const { text, language, today } = view;
  if (weeks.every(({ deployments, recoverySeconds }) => deployments === 0 && recoverySeconds === null)) return null;
  const { header, rows } = weekGrid(weeks, language, today);
  return [
    `### ${text.weeksHeading(weeks.length)}`,
    deploymentsChart(weeks, marked, view),
    ...leadTimeChart(weeks, marked, view),
    folded(
      text.weeksTable,
      table(
        header,
        rows.map(([name = "", ...cells], at) => [withMark(name, weeks[at], marked), ...cells]),
      ),
    ),
  ].join("\n\n");
}

function withMark(name: string, week: Pick<WeekReport, "start"> | undefined, marked: ReadonlySet<string>): string {
  return week !== undefined && marked.has(week.start) ? `${name} ${MARK}` : name;
}

/** The failed ones are what shows above those that did not fail. */
function deploymentsChart(weeks: readonly WeekReport[], marked: ReadonlySet<string>, { text, language }: View): string {
  const failed = ({ deployments, failRate }: WeekReport) => Math.round(deployments * (failRate ?? 0));
  return barChart({
    title: text.deploymentsChart,
    places: weeks.map((week) => withMark(formatAxisDay(week.start, language), week, marked)),
    series: [
      { values: weeks.map(({ deployments }) => deployments), color: RED },
      { values: weeks.map((week) => week.deployments - failed(week)), color: BLUE },
    ],
    least: LEAST_DEPLOYMENTS,
  });
}

function leadTimeChart(
  weeks: readonly WeekReport[],
  marked: ReadonlySet<string>,
  { text, language, settings }: View,
): string[] {
  const known = weeks.flatMap(({ start, leadTimeSeconds }) =>
    leadTimeSeconds === null ? [] : [{ start, seconds: leadTimeSeconds }],
  );
  // One bar is no course of time.
  if (known.length < 2) return [];
  const unit = known.some(({ seconds }) => seconds > MOST_HOURS) ? "day" : "hour";
  const chart = barChart({
    title: text.leadTimeChart(unit, settings.statistic),
    places: known.map((week) => withMark(formatAxisDay(week.start, language), week, marked)),
    series: [
      {
        values: known.map(({ seconds }) => Number((seconds / { hour: HOUR, day: DAY }[unit]).toFixed(1))),
        color: BLUE,
      },
    ],
    least: 1,
  });
  return [chart];
}
