import { expect, test } from "vitest";
import { detailOf } from "../../src/metrics/detail.ts";
import { joinRecords } from "../../src/metrics/history.ts";
import { reportOf } from "../../src/metrics/report.ts";
import { change, collected, commit, deployment, HOUR, incident, NOVEMBER, november, SETTINGS } from "./records.ts";

const MINUTE = HOUR / 60;

// Four weeks of one team. main: m0 ─ m1 ─ m2 ─ m3 ─ m4(reverts m3) ─ m5
const records = collected(
  ...["m1", "m2", "m3", "m4", "m5"].map((sha, at) => commit(sha, `m${at}`)),
  commit("m0"),
  // The week of Mon 2 November: two deployments on one day.
  deployment(100, "m0", november(2)),
  change(1, november(2, 8), {
    firstCommitAt: november(1),
    openedAt: november(1, 10),
    readyAt: november(1, 20),
    firstReviewAt: november(2, 2),
    approvedAt: november(2, 7),
  }),
  deployment(101, "m1", november(2, 12)),
  // The week of Mon 16 November: a failure, its revert, a hotfix.
  change(2, november(16, 1), { firstCommitAt: november(16), openedAt: november(16) }),
  change(3, november(16, 2), {
    firstCommitAt: november(16, 3),
    openedAt: november(16, 1),
    firstReviewAt: november(16, 1),
  }),
  deployment(102, "m3", november(16, 6)),
  change(4, november(16, 8), { reverts: "m3", openedAt: november(16, 7) }),
  deployment(103, "m4", november(16, 9)),
  change(5, november(17), { firstCommitAt: november(16, 12), labels: ["hotfix"] }),
  deployment(104, "m5", november(17, 12)),
  incident("page", november(17, 13), november(17, 13) + 20 * MINUTE, { deployment: 104 }),
  // Merged and not deployed.
  change(6, november(20)),
);

const history = joinRecords(records, SETTINGS);

test("the five numbers, by hand", () => {
  expect(reportOf(history, NOVEMBER, SETTINGS)).toEqual({
    from: "2026-11-01T00:00:00Z",
    to: "2026-11-29T00:00:00Z",
    timezone: "UTC",
    statistic: "p50",
    deploymentFrequency: { deployments: 5, perDay: 5 / 28, perWeek: 7 * (5 / 28), daysWithDeployment: 3, band: "high" },
    leadTime: {
      // #1 36 h, #2 6 h, #3 3 h (16th 03:00 to 06:00), #4 unknown, #5 24 h
      changes: 5,
      seconds: 15 * 3600,
      p50: 15 * 3600,
      p75: 27 * 3600,
      p90: 32.4 * 3600,
      mean: 17.25 * 3600,
      band: "elite",
      stages: {
        coding: 10 * 3600, // #1 20 h, #2 0 h; #3 was ready before its first commit
        pickup: 3 * 3600, // #1 6 h, #3 0 h
        review: 5 * 3600, // #1
        merge: 1 * 3600, // #1
        deploy: 4 * 3600, // 4, 5, 4, 1, 12 h
      },
    },
    changeFailRate: { deployments: 5, failed: 2, rate: 0.4, band: "low" },
    // revert/4: 07:00 to 09:00; page: 20 minutes
    recoveryTime: { incidents: 2, seconds: 4200, p50: 4200, p75: 5700, p90: 6600, mean: 4200, band: "high" },
    reworkRate: { deployments: 5, rework: 2, rate: 0.4 },
    weeks: [
      { start: "2026-10-26", deployments: 0, leadTimeSeconds: null, failRate: null, recoverySeconds: null },
      { start: "2026-11-02", deployments: 2, leadTimeSeconds: 36 * 3600, failRate: 0, recoverySeconds: null },
      { start: "2026-11-09", deployments: 0, leadTimeSeconds: null, failRate: null, recoverySeconds: null },
      { start: "2026-11-16", deployments: 3, leadTimeSeconds: 6 * 3600, failRate: 2 / 3, recoverySeconds: 4200 },
      { start: "2026-11-23", deployments: 0, leadTimeSeconds: null, failRate: null, recoverySeconds: null },
    ],
    unattributed: { changes: 1, incidents: 0 },
  });
});

test("the same one by one", () => {
  const unknown = { coding: null, pickup: null, review: null, merge: null, deploy: null };
  const { changes, deployments, incidents } = detailOf(history, NOVEMBER, SETTINGS);
  expect(changes[0]).toEqual({
    repo: "acme/shop",
    pull: 1,
    sha: "m1",
    deployment: 101,
    attribution: "commits",
    seconds: 36 * 3600,
    stages: { coding: 20 * 3600, pickup: 6 * 3600, review: 5 * 3600, merge: 3600, deploy: 4 * 3600 },
  });
  expect(changes.map(({ pull, deployment, seconds }) => [pull, deployment, seconds])).toEqual([
    [1, 101, 36 * 3600],
    [2, 102, 6 * 3600],
    [3, 102, 3 * 3600],
    [4, 103, null],
    [5, 104, 24 * 3600],
    [6, null, null],
  ]);
  expect(changes.at(-1)).toMatchObject({ attribution: null, stages: unknown });
  expect(deployments).toEqual([
    { id: 100, failed: false, incidents: [], rework: false },
    { id: 101, failed: false, incidents: [], rework: false },
    { id: 102, failed: true, incidents: ["revert/4"], rework: false },
    { id: 103, failed: false, incidents: [], rework: true },
    { id: 104, failed: true, incidents: ["page"], rework: true },
  ]);
  expect(incidents).toEqual([
    { id: "revert/4", deployment: 102, seconds: 7200 },
    { id: "page", deployment: 104, seconds: 1200 },
  ]);
});

test("nothing is known: null, never 0", () => {
  const empty = reportOf(joinRecords(collected(), SETTINGS), NOVEMBER, SETTINGS);
  const none = { seconds: null, p50: null, p75: null, p90: null, mean: null, band: null };
  expect(empty).toMatchObject({
    deploymentFrequency: { deployments: 0, perDay: 0, perWeek: 0, daysWithDeployment: 0, band: null },
    leadTime: { changes: 0, ...none, stages: { coding: null, pickup: null, review: null, merge: null, deploy: null } },
    changeFailRate: { deployments: 0, failed: 0, rate: null, band: null },
    recoveryTime: { incidents: 0, ...none },
    reworkRate: { deployments: 0, rework: 0, rate: null },
    unattributed: { changes: 0, incidents: 0 },
  });
  expect(empty.weeks).toHaveLength(5);
});

test("where the clock starts, which statistic, which bands", () => {
  const of = (settings: Partial<typeof SETTINGS>) => {
    const all = { ...SETTINGS, ...settings };
    return reportOf(joinRecords(records, all), NOVEMBER, all);
  };
  // merged → deployed: 4, 5, 4, 1, 12 hours
  expect(of({ leadTime: "merged" }).leadTime).toMatchObject({ seconds: 4 * 3600, mean: 5.2 * 3600 });
  // opened → deployed: 26, 6, 5, 2 hours; #5 has no such time
  expect(of({ leadTime: "opened", statistic: "p75" }).leadTime).toMatchObject({
    changes: 5,
    seconds: 11 * 3600,
    p50: 5.5 * 3600,
  });
  const mean = of({ statistic: "mean", bands: "none" });
  expect(mean.leadTime).toMatchObject({ seconds: 17.25 * 3600, band: null });
  expect(mean.weeks[3]).toMatchObject({ leadTimeSeconds: 11 * 3600 });
  expect(mean.deploymentFrequency.band).toBeNull();
  expect(of({ bands: 2021 }).leadTime.band).toBe("high");
});

test("a window holds its first moment and not its last, and counts elapsed time", () => {
  const at = (from: number, to: number) => reportOf(history, { from, to }, SETTINGS).deploymentFrequency;
  expect(at(november(2), november(2, 12))).toMatchObject({ deployments: 1, perDay: 2, perWeek: 14 });
  expect(at(november(2, 12), november(16, 6) + 1)).toMatchObject({ deployments: 2 });
  // Berlin's night of 25 October has 25 hours.
  const berlin = { ...SETTINGS, timezone: "Europe/Berlin" };
  const day = { from: Date.UTC(2026, 9, 24, 22), to: Date.UTC(2026, 9, 25, 23) };
  const one = joinRecords(collected(deployment(1, null, day.from)), berlin);
  expect(reportOf(one, day, berlin).deploymentFrequency).toMatchObject({ perDay: 24 / 25, band: "high" });
});

test("a lead time that is negative is not known, but its change is shipped", () => {
  const late = collected(change(1, november(3), { firstCommitAt: november(9) }), deployment(1, "m1", november(5)));
  const { leadTime } = reportOf(joinRecords(late, SETTINGS), NOVEMBER, SETTINGS);
  expect(leadTime).toMatchObject({
    changes: 1,
    seconds: null,
    band: null,
    stages: { coding: null, deploy: 2 * 86_400 },
  });
});
