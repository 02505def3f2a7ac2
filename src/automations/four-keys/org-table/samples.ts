import type { FourKeysSummary } from "./summary.ts";

const HOUR = 3600;
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 23);

const spread = (p50: number) => ({ p50, p75: 1.5 * p50, p90: 2 * p50, mean: 1.2 * p50, seconds: p50 });
const NOTHING = { p50: null, p75: null, p90: null, mean: null, seconds: null, band: null };

/** Everything is known of it. */
export const SHIPPING: FourKeysSummary = {
  from: NOW - 28 * DAY_MS,
  to: NOW,
  statistic: "p50",
  deploymentFrequency: { deployments: 12, perDay: 12 / 28, band: "high" },
  leadTime: {
    ...spread(19 * HOUR),
    ...{ changes: 30, band: "elite" },
    stages: { coding: 6 * HOUR, pickup: 2 * HOUR, review: 5 * HOUR, merge: HOUR, deploy: 5 * HOUR },
  },
  changeFailRate: { failed: 1, rate: 1 / 12, band: "high" },
  recoveryTime: { ...spread(43 * 60), incidents: 1, band: "elite" },
  reworkRate: { rework: 1, rate: 1 / 12 },
  unshipped: 2,
  completeFrom: NOW - 365 * DAY_MS,
  reading: null,
  lastDeployed: null,
  issue: 12,
};

/** By another statistic, without bands, and recorded for some days only. */
export const LATE: FourKeysSummary = {
  ...SHIPPING,
  statistic: "p90",
  deploymentFrequency: { ...SHIPPING.deploymentFrequency, band: null },
  leadTime: { ...SHIPPING.leadTime, seconds: 38 * HOUR, band: null },
  changeFailRate: { ...SHIPPING.changeFailRate, band: null },
  recoveryTime: { ...NOTHING, incidents: 0 },
  completeFrom: NOW - 10 * DAY_MS,
  issue: null,
};

/** Nothing was deployed. */
export const QUIET: FourKeysSummary = {
  ...SHIPPING,
  deploymentFrequency: { deployments: 0, perDay: 0, band: null },
  leadTime: {
    ...NOTHING,
    changes: 0,
    stages: { coding: null, pickup: null, review: null, merge: null, deploy: null },
  },
  changeFailRate: { failed: 0, rate: null, band: null },
  recoveryTime: { ...NOTHING, incidents: 0 },
  reworkRate: { rework: 0, rate: null },
  lastDeployed: NOW - 49 * DAY_MS,
};

export const READING: FourKeysSummary = { ...QUIET, completeFrom: null, reading: { read: 120, total: 800 } };
