import type { Instant } from "../records/record.ts";
import type { Deployment } from "./attribution/series.ts";
import { type Focus, focusOf } from "./focus.ts";
import type { History } from "./history.ts";
import type { Incident } from "./incidents/incident.ts";
import { type Compared, comparedReport } from "./period-numbers.ts";
import { type Week, weeksBefore, weeksIn } from "./periods.ts";
import { type FourKeysReport, reportOf, shippedIn, type WeekReport } from "./report.ts";
import { type FourKeysSettings, isIn, type Window } from "./settings.ts";
import { type SlowChange, slowestIn } from "./slowest.ts";
import { type Unattributed, unattributedIn } from "./unattributed.ts";

/** What a team is shown of a window: its numbers, and what they are made of. */
export interface Overview {
  readonly window: Window;
  readonly beforeFrom: Instant;
  readonly report: FourKeysReport;
  /** From `beforeFrom` to the window. */
  readonly before: Compared;
  /** Whole weeks; the last has ended. */
  readonly weeks: readonly (WeekReport & { readonly from: Instant })[];
  readonly focus: Focus;
  readonly slowest: readonly SlowChange[];
  /** The latest first. */
  readonly deployments: readonly ShownDeployment[];
  readonly unattributed: Unattributed;
}

export interface ShownDeployment {
  readonly deployment: Deployment;
  readonly changes: number;
  readonly incidents: readonly Incident[];
  readonly rework: boolean;
}

const WEEKS = 12;
const SLOWEST = 5;

/** What an overview is of. */
export interface OverviewPeriods {
  readonly window: Window;
  /** The window before begins here. */
  readonly beforeFrom: Instant;
}

export function overviewOf(
  history: History,
  settings: FourKeysSettings,
  { window, beforeFrom }: OverviewPeriods,
): Overview {
  const before = reportOf(history, { from: beforeFrom, to: window.from }, settings);
  return {
    ...windowOf(history, settings, window),
    beforeFrom,
    before: comparedReport(before),
    weeks: weekReports(history, window.to, settings),
  };
}

/** The whole weeks that are shown at this time. */
export function shownWeeks(to: Instant, { timezone, weekStarts }: FourKeysSettings): Week[] {
  return weeksIn(weeksBefore(to, WEEKS, timezone, weekStarts), timezone, weekStarts);
}

/** What is shown of the window itself: of `history` it asks nothing else. */
export function windowOf(
  history: History,
  settings: FourKeysSettings,
  window: Window,
): Omit<Overview, "beforeFrom" | "before" | "weeks"> {
  const report = reportOf(history, window, settings);
  const shipped = Map.groupBy(shippedIn(history, window), ({ deployment }) => deployment);
  return {
    window,
    report,
    focus: focusOf(report, settings),
    slowest: slowestIn(history, window, settings, SLOWEST),
    deployments: history.deployments
      .filter(({ finishedAt }) => isIn(window, finishedAt))
      .toReversed()
      .map((deployment) => ({
        deployment,
        changes: new Set(shipped.get(deployment)?.map(({ change }) => change)).size,
        incidents: history.failures.get(deployment) ?? [],
        rework: history.rework.has(deployment),
      })),
    unattributed: unattributedIn(history, window),
  };
}

function weekReports(history: History, to: Instant, settings: FourKeysSettings): Overview["weeks"] {
  const weeks = weeksBefore(to, WEEKS, settings.timezone, settings.weekStarts);
  const begins = shownWeeks(to, settings);
  return reportOf(history, weeks, settings).weeks.map((week, at) => ({
    ...week,
    from: begins[at]?.from ?? weeks.from,
  }));
}
