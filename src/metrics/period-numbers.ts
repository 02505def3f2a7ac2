import { type FourKeysReport, perDayIn, share, type WeekReport } from "./report.ts";
import type { Statistic, Window } from "./settings.ts";
import { statisticOf } from "./statistic.ts";

/** What is counted of a period; durations in milliseconds, where they are known. */
export interface PeriodCounts {
  readonly deployments: number;
  readonly failed: number;
  readonly rework: number;
  readonly leadTimes: readonly number[];
  readonly recoveries: readonly number[];
}

/** What is kept of a period that has ended. */
export interface PeriodNumbers extends Pick<PeriodCounts, "deployments" | "failed" | "rework"> {
  readonly leadTimeSeconds: number | null;
  readonly recoverySeconds: number | null;
}

/** As much of a report as another one is compared with. */
export interface Compared {
  readonly deploymentFrequency: Pick<FourKeysReport["deploymentFrequency"], "deployments" | "perDay">;
  readonly leadTime: Pick<FourKeysReport["leadTime"], "seconds">;
  readonly changeFailRate: Pick<FourKeysReport["changeFailRate"], "rate">;
  readonly recoveryTime: Pick<FourKeysReport["recoveryTime"], "seconds">;
  readonly reworkRate: Pick<FourKeysReport["reworkRate"], "rate">;
}

export function numbersOf({ leadTimes, recoveries, ...counts }: PeriodCounts, statistic: Statistic): PeriodNumbers {
  const { deployments, failed, rework } = counts;
  return {
    deployments,
    failed,
    rework,
    leadTimeSeconds: statisticOf(leadTimes, statistic),
    recoverySeconds: statisticOf(recoveries, statistic),
  };
}

export function weekOf(start: WeekReport["start"], numbers: PeriodNumbers): WeekReport {
  const { deployments, failed, leadTimeSeconds, recoverySeconds } = numbers;
  return { start, deployments, leadTimeSeconds, failRate: share(failed, deployments), recoverySeconds };
}

export function comparedTo(numbers: PeriodNumbers, window: Window): Compared {
  const { deployments, failed, rework, leadTimeSeconds, recoverySeconds } = numbers;
  return {
    deploymentFrequency: { deployments, perDay: perDayIn(window, deployments) },
    leadTime: { seconds: leadTimeSeconds },
    changeFailRate: { rate: share(failed, deployments) },
    recoveryTime: { seconds: recoverySeconds },
    reworkRate: { rate: share(rework, deployments) },
  };
}

export function comparedReport(report: FourKeysReport): Compared {
  const { deploymentFrequency, leadTime, changeFailRate, recoveryTime, reworkRate } = report;
  return {
    deploymentFrequency: { deployments: deploymentFrequency.deployments, perDay: deploymentFrequency.perDay },
    leadTime: { seconds: leadTime.seconds },
    changeFailRate: { rate: changeFailRate.rate },
    recoveryTime: { seconds: recoveryTime.seconds },
    reworkRate: { rate: reworkRate.rate },
  };
}
