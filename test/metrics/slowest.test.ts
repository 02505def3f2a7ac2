import { expect, test } from "vitest";
import { joinRecords } from "../../src/metrics/history.ts";
import { slowestIn } from "../../src/metrics/slowest.ts";
import { change, collected, deployment, HOUR, NOVEMBER, november, SETTINGS } from "./records.ts";

const records = collected(
  deployment(100, "m0", november(1)),
  deployment(101, "x", november(10), { changes: ["m1", "m2", "m3", "m4"] }),
  deployment(102, "y", november(12), { changes: ["m5"] }),
  deployment(103, "z", NOVEMBER.to, { changes: ["m6"] }),
  change(1, november(9), { firstCommitAt: november(8) }),
  change(2, november(9), {
    firstCommitAt: november(2),
    openedAt: november(3),
    firstReviewAt: november(7),
    approvedAt: november(8),
  }),
  change(3, november(9)),
  change(4, null, { firstCommitAt: november(5), openedAt: november(8, 12), firstReviewAt: november(8, 13) }),
  change(5, november(11), { firstCommitAt: november(7) }),
  change(6, november(3), { firstCommitAt: november(1) }),
);
const slowest = (count: number, window = NOVEMBER) =>
  slowestIn(joinRecords(records, SETTINGS), window, SETTINGS, count).map(
    ({ shipping, deployment, leadTime, costliest }) => [
      shipping.change.pull,
      deployment.record.id,
      leadTime / HOUR,
      costliest && [costliest.stage, costliest.time / HOUR],
    ],
  );

test("the slowest changes of a window, and where most of their time went", () => {
  // Of #4 and #5, which took the same time, #5 was deployed later. Of #3 nothing is known, and #6 was deployed after the window.
  expect(slowest(10)).toEqual([
    [2, 101, 8 * 24, ["pickup", 4 * 24]],
    [5, 102, 5 * 24, ["deploy", 24]],
    [4, 101, 5 * 24, ["coding", 3.5 * 24]],
    [1, 101, 2 * 24, ["deploy", 24]],
  ]);
});

test("no more than were asked for, of the window alone", () => {
  expect(slowest(2).map(([pull]) => pull)).toEqual([2, 5]);
  expect(slowest(1, { from: november(11), to: NOVEMBER.to }).map(([pull]) => pull)).toEqual([5]);
  expect(slowest(0)).toEqual([]);
});

test("without a known stage none is the costliest", () => {
  const alone = collected(
    deployment(1, "a", november(2), { changes: ["m1"] }),
    change(1, null, { firstCommitAt: november(1) }),
  );
  expect(slowestIn(joinRecords(alone, SETTINGS), NOVEMBER, SETTINGS, 5)[0]?.costliest).toBeNull();
});
