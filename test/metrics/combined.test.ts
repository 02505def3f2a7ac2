import { expect, test } from "vitest";
import { combined } from "../../src/metrics/combined.ts";
import { type History, joinRecords } from "../../src/metrics/history.ts";
import { reportOf } from "../../src/metrics/report.ts";
import { change, collected, commit, deployment, incident, NOVEMBER, november, SETTINGS } from "./records.ts";

/** A failed deployment, its hotfix, and a change that waits; `hours` later than in the other repository. */
function historyOf(repo: string, hours: number): History {
  const at = (day: number) => november(day, hours);
  const records = collected(
    ...["m1", "m2", "m3"].map((sha, index) => ({ ...commit(sha, `m${index}`), repo })),
    deployment(1, "m1", at(2), { repo }),
    change(1, at(2) - 1, { repo, firstCommitAt: at(1) }),
    incident(9, at(3), at(4), { repo }),
    change(2, at(5), { repo, labels: ["hotfix"], firstCommitAt: at(3) }),
    deployment(2, "m2", at(6), { repo }),
    change(3, at(7), { repo }),
  );
  return joinRecords(records, SETTINGS);
}

const [shop, api] = [historyOf("acme/shop", 0), historyOf("acme/api", 3)];

test("histories of two repositories add up, and nothing in one refers to the other", () => {
  const both = combined([api, shop]);
  expect(both.deployments.map(({ record: { repo, id } }) => [repo, id])).toEqual([
    ["acme/shop", 1],
    ["acme/api", 1],
    ["acme/shop", 2],
    ["acme/api", 2],
  ]);
  expect([both.shippings.length, both.incidents.length, both.failures.size, both.rework.size]).toEqual([6, 2, 2, 2]);
  for (const [deployment, incidents] of both.failures)
    expect(incidents.map((one) => [one.repo, one.deployment])).toEqual([[deployment.record.repo, deployment]]);
  expect(reportOf(both, NOVEMBER, SETTINGS)).toMatchObject({
    deploymentFrequency: { deployments: 4, daysWithDeployment: 2 },
    leadTime: { changes: 4, seconds: 2 * 86_400 },
    changeFailRate: { failed: 2, rate: 0.5 },
    recoveryTime: { incidents: 2, seconds: 86_400 },
    reworkRate: { rework: 2 },
    unattributed: { changes: 2, incidents: 0 },
  });
});

test("one history is itself, and the order of several decides nothing", () => {
  const report = (...histories: History[]) => reportOf(combined(histories), NOVEMBER, SETTINGS);
  expect(report(shop)).toEqual(reportOf(shop, NOVEMBER, SETTINGS));
  expect(report(shop, api)).toEqual(report(api, shop));
});
