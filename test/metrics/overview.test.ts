import { expect, test } from "vitest";
import { joinRecords } from "../../src/metrics/history.ts";
import { overviewOf } from "../../src/metrics/overview.ts";
import type { EventRecord } from "../../src/records/record.ts";
import { change, collected, commit, deployment, HOUR, incident, november, SETTINGS } from "./records.ts";

const WINDOW = { from: november(9), to: november(23, 10) };

function overview(records: readonly EventRecord[], settings: Partial<typeof SETTINGS> = {}) {
  const used = { ...SETTINGS, ...settings };
  return overviewOf(joinRecords(collected(...records), used), used, { window: WINDOW, beforeFrom: november(2) });
}

test("the window before ends where this one begins, and the weeks are the last twelve that have ended", () => {
  const { report, before, weeks } = overview([
    deployment(1, null, november(2)),
    deployment(2, null, november(9) - 1),
    deployment(3, null, november(9)),
    deployment(4, null, november(23, 9)),
    deployment(5, null, november(23, 10)),
  ]);
  expect([report.deploymentFrequency.deployments, before.deploymentFrequency.deployments]).toEqual([2, 2]);
  expect(weeks).toHaveLength(12);
  expect([weeks[0]?.start, weeks.at(-1)?.start]).toEqual(["2026-08-31", "2026-11-16"]);
  expect(weeks.map(({ deployments }) => deployments)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0]);
});

test("the deployments of the window, the latest first, with what they brought and broke", () => {
  const { deployments } = overview([
    deployment(1, "m0", november(8)),
    change(1, november(10), { services: ["web", "api"] }),
    change(2, november(10)),
    deployment(2, null, november(11)),
    change(3, november(11, 2), { reverts: "m2", openedAt: november(11, 1) }),
    deployment(3, null, november(12)),
  ]);
  expect(
    deployments.map(({ deployment: { record }, changes, incidents, rework }) => [
      record.id,
      changes,
      incidents.map(({ id }) => id),
      rework,
    ]),
  ).toEqual([
    [3, 1, [], true],
    [2, 2, ["revert/3"], false],
  ]);
});

test.each<[string, readonly EventRecord[], string[]]>([
  ["nobody deploys", [change(1, november(10))], ["1 no-deployment"]],
  [
    "its service is not deployed",
    [deployment(1, null, november(9), { service: "api" }), change(1, november(10), { services: ["web"] })],
    ["1 no-deployment"],
  ],
  [
    "another repository is deployed",
    [deployment(1, null, november(9), { repo: "acme/api" }), change(1, november(10))],
    ["1 no-deployment"],
  ],
  ["the next one brings it", [deployment(1, null, november(9)), change(1, november(10))], ["1 waits"]],
  ["before the first", [change(1, november(10)), deployment(1, "m9", november(11))], ["1 before-first"]],
  [
    "not on the list",
    [change(1, november(10)), deployment(1, "m9", november(11), { changes: ["m9"] })],
    ["1 unlisted"],
  ],
  [
    "not among the commits",
    [
      deployment(1, "m0", november(9)),
      change(1, november(10)),
      commit("m2", "m0"),
      deployment(2, "m2", november(11)),
      // Not known to the commit graph, and after the last deployment by time.
      change(3, november(12)),
    ],
    ["1 unmatched", "3 waits"],
  ],
])("why a change belongs to no deployment: %s", (_, records, expected) => {
  const { changes } = overview(records).unattributed;
  expect(changes.map(({ shipping, why }) => `${shipping.change.pull} ${why}`)).toEqual(expected);
});

test("why an incident belongs to no deployment", () => {
  const { incidents } = overview([
    incident(2, november(20), null, { deployment: "v9" }),
    incident(1, november(10), november(10) + HOUR),
    deployment(1, null, november(11)),
    incident(3, november(12), null),
  ]).unattributed;
  expect(incidents.map(({ incident: { id }, why }) => `${id} ${why}`)).toEqual(["1 none-before", "2 unknown-name"]);
});
