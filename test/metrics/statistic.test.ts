import { expect, test } from "vitest";
import { distributionOf, statisticOf } from "../../src/metrics/statistic.ts";

// Computed with numpy 2: np.percentile(values, [50, 75, 90], method="linear"), np.mean(values), in seconds.
test.each([
  { seconds: [], p50: null, p75: null, p90: null, mean: null },
  { seconds: [7], p50: 7, p75: 7, p90: 7, mean: 7 },
  { seconds: [100, 200], p50: 150, p75: 175, p90: 190, mean: 150 },
  { seconds: [4, 1, 3, 2], p50: 2.5, p75: 3.25, p90: 3.7, mean: 2.5 },
  { seconds: [30, 10, 20, 40, 1000], p50: 30, p75: 40, p90: 616, mean: 220 },
  { seconds: [0, 0, 0, 12], p50: 0, p75: 3, p90: 8.4, mean: 3 },
])("$seconds", ({ seconds, ...expected }) => {
  expect(distributionOf(seconds.map((value) => value * 1000))).toEqual(expected);
  for (const statistic of ["p50", "p75", "p90", "mean"] as const)
    expect(
      statisticOf(
        seconds.map((value) => value * 1000),
        statistic,
      ),
    ).toBe(expected[statistic]);
});

test("between two ranks nothing is lost in the last digit", () => {
  expect(statisticOf([100_000, 200_000, 300_000, 400_000, 500_000, 600_000, 700_000, 800_000], "p90")).toBe(730);
});
