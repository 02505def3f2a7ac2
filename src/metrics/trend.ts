import type { Compared } from "./period-numbers.ts";

/** Against the window before; null: one of the two is not known. */
export type Trend = "better" | "same" | "worse" | null;

export type Key = "deploymentFrequency" | "leadTime" | "changeFailRate" | "recoveryTime" | "reworkRate";

/** A smaller part of the larger value says nothing: with few deployments a week more or less is chance. */
const NOTABLE = 0.05;

/** How each of the five numbers has moved. */
export function trendsOf(now: Compared, before: Compared): Readonly<Record<Key, Trend>> {
  return {
    deploymentFrequency: trend(frequencyOf(now), frequencyOf(before), "more"),
    leadTime: trend(now.leadTime.seconds, before.leadTime.seconds, "less"),
    changeFailRate: trend(now.changeFailRate.rate, before.changeFailRate.rate, "less"),
    recoveryTime: trend(now.recoveryTime.seconds, before.recoveryTime.seconds, "less"),
    reworkRate: trend(now.reworkRate.rate, before.reworkRate.rate, "less"),
  };
}

/** A window without a deployment may be one in which nothing was recorded. */
function frequencyOf({ deploymentFrequency: { deployments, perDay } }: Compared): number | null {
  return deployments === 0 ? null : perDay;
}

function trend(now: number | null, before: number | null, good: "more" | "less"): Trend {
  if (now === null || before === null) return null;
  if (Math.abs(now - before) <= NOTABLE * Math.max(now, before)) return "same";
  return now > before === (good === "more") ? "better" : "worse";
}
