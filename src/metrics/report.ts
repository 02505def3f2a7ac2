import type { IsoDay } from "../calendar/day.ts";
import { isoInstant } from "../records/written.ts";
import type { ShownShipping } from "./attribution/shipping.ts";
import { type Band, bandOf } from "./bands.ts";
import type { History } from "./history.ts";
import { type Incident, recoveryOf } from "./incidents/incident.ts";
import { countDays, weekAt, weeksIn } from "./periods.ts";
import { type FourKeysSettings, isIn, type Statistic, type Window } from "./settings.ts";
import { leadTimeOf, STAGES, type Stage, stageOf } from "./stages.ts";
import { type Distribution, distributionOf, statisticOf } from "./statistic.ts";

/** Durations in seconds: the configured statistic as `seconds`, and all of them. */
interface Durations extends Distribution {
  readonly seconds: number | null;
  readonly band: Band | null;
}

/** What `detoil four-keys --format json` prints (contract §7). null: not known; never 0 for that. */
export interface FourKeysReport {
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
  readonly statistic: Statistic;
  readonly deploymentFrequency: {
    readonly deployments: number;
    readonly perDay: number;
    readonly perWeek: number;
    readonly daysWithDeployment: number;
    readonly band: Band | null;
  };
  readonly leadTime: Durations & {
    readonly changes: number;
    readonly stages: Readonly<Record<Stage, number | null>>;
  };
  readonly changeFailRate: {
    readonly deployments: number;
    readonly failed: number;
    readonly rate: number | null;
    readonly band: Band | null;
  };
  readonly recoveryTime: Durations & { readonly incidents: number };
  readonly reworkRate: { readonly deployments: number; readonly rework: number; readonly rate: number | null };
  readonly weeks: readonly WeekReport[];
  readonly unattributed: { readonly changes: number; readonly incidents: number };
}

export interface WeekReport {
  readonly start: IsoDay;
  readonly deployments: number;
  readonly leadTimeSeconds: number | null;
  readonly failRate: number | null;
  readonly recoverySeconds: number | null;
}

const DAY_SECONDS = 86_400;

/** The five numbers of a window and their weeks. */
export function reportOf(history: History, window: Window, settings: FourKeysSettings): FourKeysReport {
  const { statistic, bands, timezone } = settings;
  const deployments = history.deployments.filter(({ finishedAt }) => isIn(window, finishedAt));
  const shipped = shippedIn(history, window);
  const resolved = history.incidents.filter(({ resolvedAt }) => isIn(window, resolvedAt));
  const failed = deployments.filter((deployment) => history.failures.has(deployment)).length;
  const rework = deployments.filter((deployment) => history.rework.has(deployment)).length;
  const perDay = perDayIn(window, deployments.length);
  const failRate = share(failed, deployments.length);
  const leadTimes = durationsOf(known(shipped.map((each) => leadTimeOf(each, settings.leadTime))), statistic);
  const recoveries = durationsOf(known(resolved.map(recoveryOf)), statistic);
  return {
    from: isoInstant(window.from),
    to: isoInstant(window.to),
    timezone,
    statistic,
    deploymentFrequency: {
      deployments: deployments.length,
      perDay,
      perWeek: 7 * perDay,
      daysWithDeployment: countDays(
        deployments.map(({ finishedAt }) => finishedAt),
        timezone,
      ),
      band: bandOf("frequency", deployments.length === 0 ? null : perDay, bands),
    },
    leadTime: {
      changes: shipped.length,
      ...leadTimes,
      band: bandOf("leadTime", leadTimes.seconds, bands),
      stages: stagesOf(shipped, statistic),
    },
    changeFailRate: {
      deployments: deployments.length,
      failed,
      rate: failRate,
      band: bandOf("failRate", failRate, bands),
    },
    recoveryTime: { incidents: resolved.length, ...recoveries, band: bandOf("recovery", recoveries.seconds, bands) },
    reworkRate: { deployments: deployments.length, rework, rate: share(rework, deployments.length) },
    weeks: weekReports(history, window, settings, { shipped, resolved }),
    unattributed: {
      changes: unshippedIn(history, window).length,
      incidents: unlinkedIn(history, window).length,
    },
  };
}

/** By the elapsed time of the window. */
export function perDayIn({ from, to }: Window, deployments: number): number {
  return deployments / ((to - from) / 1000 / DAY_SECONDS);
}

/** Changes whose deployment finished in the window. */
export function shippedIn({ shippings }: History, window: Window): ShownShipping[] {
  return shippings.filter(({ deployment }) => deployment !== null && isIn(window, deployment.finishedAt));
}

/** Changes merged in the window that no deployment has brought so far. */
export function unshippedIn({ shippings }: History, window: Window): ShownShipping[] {
  return shippings.filter(({ deployment, change }) => deployment === null && isIn(window, change.mergedAt));
}

/** Incidents opened in the window that belong to no deployment. */
export function unlinkedIn({ incidents }: History, window: Window): Incident[] {
  return incidents.filter(({ deployment, openedAt }) => deployment === null && isIn(window, openedAt));
}

function durationsOf(milliseconds: readonly number[], statistic: Statistic) {
  const distribution = distributionOf(milliseconds);
  return { seconds: distribution[statistic], ...distribution };
}

function stagesOf(shipped: readonly ShownShipping[], statistic: Statistic): Readonly<Record<Stage, number | null>> {
  const of = (stage: Stage) => statisticOf(known(shipped.map((each) => stageOf(each, stage))), statistic);
  const [coding, pickup, review, merge, deploy] = STAGES.map(of);
  return {
    coding: coding ?? null,
    pickup: pickup ?? null,
    review: review ?? null,
    merge: merge ?? null,
    deploy: deploy ?? null,
  };
}

/** What of the window lies in each week that it touches; its first and last week may be cut. */
function weekReports(
  { deployments, failures }: History,
  window: Window,
  { timezone, weekStarts, statistic, leadTime }: FourKeysSettings,
  { shipped, resolved }: { readonly shipped: readonly ShownShipping[]; readonly resolved: readonly Incident[] },
): WeekReport[] {
  const weeks = weeksIn(window, timezone, weekStarts);
  const counts = weeks.map(() => ({
    deployments: 0,
    failed: 0,
    leadTimes: [] as (number | null)[],
    recoveries: [] as (number | null)[],
  }));
  for (const deployment of deployments) {
    if (!isIn(window, deployment.finishedAt)) continue;
    const week = counts[weekAt(weeks, deployment.finishedAt)];
    if (week === undefined) continue;
    week.deployments += 1;
    if (failures.has(deployment)) week.failed += 1;
  }
  for (const each of shipped)
    counts[weekAt(weeks, each.deployment?.finishedAt ?? 0)]?.leadTimes.push(leadTimeOf(each, leadTime));
  for (const each of resolved) counts[weekAt(weeks, each.resolvedAt ?? 0)]?.recoveries.push(recoveryOf(each));
  return counts.map(({ deployments, failed, leadTimes, recoveries }, at) => ({
    start: weeks[at]?.start ?? "",
    deployments,
    leadTimeSeconds: statisticOf(known(leadTimes), statistic),
    failRate: share(failed, deployments),
    recoverySeconds: statisticOf(known(recoveries), statistic),
  }));
}

/** 0…1; null where there is nothing to share. */
export function share(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
