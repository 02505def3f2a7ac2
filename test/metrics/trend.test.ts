import { expect, test } from "vitest";
import { joinRecords } from "../../src/metrics/history.ts";
import { type FourKeysReport, reportOf } from "../../src/metrics/report.ts";
import { trendsOf } from "../../src/metrics/trend.ts";
import { collected, NOVEMBER, SETTINGS } from "./records.ts";

const nothing = reportOf(joinRecords(collected(), SETTINGS), NOVEMBER, SETTINGS);

interface Numbers {
  readonly deployments?: number;
  readonly lead?: number;
  readonly fail?: number;
  readonly recovery?: number;
  readonly rework?: number;
}

function report({ deployments = 0, lead, fail, recovery, rework }: Numbers): FourKeysReport {
  return {
    ...nothing,
    deploymentFrequency: { ...nothing.deploymentFrequency, deployments, perDay: deployments / 28 },
    leadTime: { ...nothing.leadTime, seconds: lead ?? null },
    changeFailRate: { ...nothing.changeFailRate, rate: fail ?? null },
    recoveryTime: { ...nothing.recoveryTime, seconds: recovery ?? null },
    reworkRate: { ...nothing.reworkRate, rate: rework ?? null },
  };
}

test.each<[Numbers, Numbers, ReturnType<typeof trendsOf>[keyof ReturnType<typeof trendsOf>][]]>([
  // More deployments are better, everything else is worse when there is more of it.
  [
    { deployments: 8, lead: 50, fail: 0.1, recovery: 60, rework: 0 },
    { deployments: 4, lead: 100, fail: 0.2, recovery: 90, rework: 0.5 },
    ["better", "better", "better", "better", "better"],
  ],
  [
    { deployments: 4, lead: 100, fail: 0.2, recovery: 90, rework: 0.5 },
    { deployments: 8, lead: 50, fail: 0, recovery: 60, rework: 0.1 },
    ["worse", "worse", "worse", "worse", "worse"],
  ],
  // A twentieth of the larger one is no difference; two zeros are none either.
  [
    { deployments: 20, lead: 100, fail: 0, recovery: 95, rework: 0.2 },
    { deployments: 20, lead: 95, fail: 0, recovery: 100, rework: 0.2 },
    ["same", "same", "same", "same", "same"],
  ],
  [{ lead: 101 }, { lead: 95 }, [null, "worse", null, null, null]],
  // Where one is not known there is no trend, and no deployment is not known to be none.
  [{ deployments: 4, fail: 0 }, {}, [null, null, null, null, null]],
  [{}, { deployments: 4, lead: 5, fail: 0, recovery: 5, rework: 0 }, [null, null, null, null, null]],
])("%j after %j", (now, before, expected) => {
  expect(Object.values(trendsOf(report(now), report(before)))).toEqual(expected);
});
