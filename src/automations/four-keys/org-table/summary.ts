import { z } from "zod";
import type { FourKeysReport } from "../../../metrics/report.ts";
import type { FourKeysFacts } from "../facts.ts";

const known = z.number().nullable();
const band = z.enum(["elite", "high", "medium", "low"]).nullable();
const durations = { p50: known, p75: known, p90: known, mean: known, seconds: known, band };

/** What is said of one repository outside of it: its numbers, and how far they can be trusted. Moments rather than ages. */
const fourKeysSummary = z.object({
  from: z.number(),
  to: z.number(),
  statistic: z.enum(["p50", "p75", "p90", "mean"]),
  deploymentFrequency: z.object({ deployments: z.number(), perDay: z.number(), band }),
  leadTime: z.object({
    ...durations,
    changes: z.number(),
    stages: z.object({ coding: known, pickup: known, review: known, merge: known, deploy: known }),
  }),
  changeFailRate: z.object({ failed: z.number(), rate: known, band }),
  recoveryTime: z.object({ ...durations, incidents: z.number() }),
  reworkRate: z.object({ rework: z.number(), rate: known }),
  /** Merged in the window, and in no deployment so far. */
  unshipped: z.number(),
  /** Nothing that happened from then on is missing; null: not known yet. */
  completeFrom: known,
  /** Pull requests of its history that were read, of about so many; null: all are. */
  reading: z.object({ read: z.number(), total: known }).nullable(),
  /** Where nothing was deployed in the window: the first day of the last week in which something was. */
  lastDeployed: known,
  /** The open issue with all of it. */
  issue: known,
});

export type FourKeysSummary = z.output<typeof fourKeysSummary>;

export function parseSummary(value: unknown): FourKeysSummary | null {
  return fourKeysSummary.safeParse(value).data ?? null;
}

/** Whether its window was read: until then its numbers would be those of some part of it. */
export function isWindowRead({ reading, completeFrom, from }: FourKeysSummary): boolean {
  return reading === null || (completeFrom !== null && completeFrom <= from);
}

/** null: this reconciliation did not count. */
export function summaryOf(facts: FourKeysFacts): FourKeysSummary | null {
  if (facts.kind !== "report") return null;
  const { overview, history, issue } = facts.report;
  const { report, window, weeks } = overview;
  const { deployments } = report.deploymentFrequency;
  const earlier = deployments > 0 ? undefined : weeks.findLast((week) => week.deployments > 0);
  return {
    ...window,
    ...numbersOf(report),
    ...history,
    lastDeployed: earlier?.from ?? null,
    issue: issue?.open === true ? issue.number : null,
  };
}

function numbersOf(report: FourKeysReport) {
  const { statistic, deploymentFrequency, leadTime, changeFailRate, recoveryTime, reworkRate, unattributed } = report;
  const { deployments, perDay, band } = deploymentFrequency;
  const { failed, rate, band: failBand } = changeFailRate;
  return {
    statistic,
    deploymentFrequency: { deployments, perDay, band },
    leadTime,
    changeFailRate: { failed, rate, band: failBand },
    recoveryTime,
    reworkRate: { rework: reworkRate.rework, rate: reworkRate.rate },
    unshipped: unattributed.changes,
  };
}
