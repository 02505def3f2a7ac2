import { expect, test } from "vitest";
import { type Focus, focusOf } from "../../src/metrics/focus.ts";
import { joinRecords } from "../../src/metrics/history.ts";
import { type FourKeysReport, reportOf } from "../../src/metrics/report.ts";
import { collected, NOVEMBER, SETTINGS } from "./records.ts";

const nothing = reportOf(joinRecords(collected(), SETTINGS), NOVEMBER, SETTINGS);
const [HOUR, DAY] = [3600, 86_400];

interface Numbers {
  readonly deployments?: number;
  readonly lead?: number;
  readonly failed?: number;
  readonly recovery?: number;
  readonly stages?: Partial<FourKeysReport["leadTime"]["stages"]>;
}

function report({ deployments = 0, lead, failed = 0, recovery, stages }: Numbers): FourKeysReport {
  const rate = deployments === 0 ? null : failed / deployments;
  return {
    ...nothing,
    deploymentFrequency: { ...nothing.deploymentFrequency, deployments, perDay: deployments / 28 },
    leadTime: { ...nothing.leadTime, seconds: lead ?? null, stages: { ...nothing.leadTime.stages, ...stages } },
    changeFailRate: { deployments, failed, rate, band: null },
    recoveryTime: { ...nothing.recoveryTime, incidents: 2, seconds: recovery ?? null },
  };
}

const stages = { coding: HOUR, pickup: null, review: 5 * HOUR, merge: 5 * HOUR, deploy: 0 };
const review: Focus = { kind: "stage", stage: "review", seconds: 5 * HOUR };

test.each<[string, Numbers, Focus]>([
  ["nothing is known", {}, { kind: "none" }],
  ["the longest stage, of two the earlier", { deployments: 28, lead: HOUR, stages }, review],
  ["elite and high are no reason to look elsewhere", { deployments: 28, failed: 2, lead: HOUR, stages }, review],
  [
    "the worst band",
    { deployments: 10, failed: 4, lead: HOUR, recovery: 2 * DAY, stages },
    { kind: "failures", failed: 4, deployments: 10 },
  ],
  [
    "a slow recovery",
    { deployments: 28, lead: HOUR, recovery: 9 * DAY, stages },
    { kind: "recovery", seconds: 9 * DAY, incidents: 2 },
  ],
  [
    "failures before lead time in the same band",
    { deployments: 28, failed: 10, lead: 60 * DAY, stages },
    { kind: "failures", failed: 10, deployments: 28 },
  ],
  ["the stage where the lead time is worst", { deployments: 10, failed: 1, lead: 60 * DAY, stages }, review],
  ["rare deployments", { deployments: 1, lead: HOUR, stages }, { kind: "frequency" }],
  ["lead time before frequency in the same band", { deployments: 1, lead: 9 * DAY, stages }, review],
])("%s", (_, numbers, expected) => {
  expect(focusOf(report(numbers), { bands: 2023 })).toEqual(expected);
  // Whoever shows no bands is told the same.
  expect(focusOf(report(numbers), { bands: "none" })).toEqual(expected);
});
