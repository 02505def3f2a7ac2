import type { Statistic } from "./settings.ts";

/** Percentiles and mean of durations, in seconds; null where there is no value. */
export type Distribution = Readonly<Record<Statistic, number | null>>;

/** Of durations in milliseconds, in any order. */
export function distributionOf(milliseconds: readonly number[]): Distribution {
  const sorted = Float64Array.from(milliseconds).sort();
  return {
    p50: percentile(sorted, 50),
    p75: percentile(sorted, 75),
    p90: percentile(sorted, 90),
    mean: mean(sorted),
  };
}

/** One statistic of durations in milliseconds, in seconds. */
export function statisticOf(milliseconds: readonly number[], statistic: Statistic): number | null {
  if (statistic === "mean") return mean(Float64Array.from(milliseconds).sort());
  return percentile(Float64Array.from(milliseconds).sort(), PERCENTILES[statistic]);
}

const PERCENTILES = { p50: 50, p75: 75, p90: 90 } as const;

/**
 * Linear interpolation between ranks (contract §7; numpy's method `linear`, R's type 7): the rank is (n − 1) · p. In whole
 * hundredths, so that 0.7 of the way from 100 to 200 is 170.
 */
function percentile(sorted: Float64Array, percent: number): number | null {
  const rank = (sorted.length - 1) * percent;
  const below = sorted[Math.floor(rank / 100)];
  if (below === undefined) return null;
  const above = sorted[Math.ceil(rank / 100)] ?? below;
  const share = rank % 100;
  return (below * (100 - share) + above * share) / 100_000;
}

/** Sorted first, so that the order of records does not show in the last digit. */
function mean(sorted: Float64Array): number | null {
  if (sorted.length === 0) return null;
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length / 1000;
}
