import { expect, test } from "vitest";
import { bandOf } from "../../src/metrics/bands.ts";

const HOUR = 3600;
const DAY = 86_400;

// Contract §7; the tables of the years: facts on the Four Keys, §1.1.
test.each([
  ["frequency", 1, "elite", "elite", "elite"],
  ["frequency", 0.99, "high", "high", "high"],
  ["frequency", 4 / 28, "high", "high", "high"],
  ["frequency", 3.9 / 28, "high", "medium", "medium"],
  ["frequency", 1 / 30, "high", "medium", "medium"],
  ["frequency", 1 / 31, "medium", "low", "low"],
  ["frequency", 1 / 182, "medium", "low", "low"],
  ["frequency", 1 / 183, "low", "low", "low"],
  ["leadTime", HOUR - 1, "elite", "elite", "elite"],
  ["leadTime", HOUR, "high", "elite", "elite"],
  ["leadTime", DAY, "high", "high", "high"],
  ["leadTime", 7 * DAY - 1, "high", "high", "high"],
  ["leadTime", 7 * DAY, "medium", "medium", "medium"],
  ["leadTime", 30 * DAY, "medium", "low", "low"],
  ["leadTime", 182 * DAY, "low", "low", "low"],
  ["failRate", 0, "elite", "elite", "elite"],
  ["failRate", 1 / 20, "elite", "elite", "elite"],
  ["failRate", 2 / 20, "elite", "high", "high"],
  ["failRate", 3 / 20, "elite", "medium", "medium"],
  ["failRate", 4 / 20, "high", "low", "medium"],
  ["failRate", 5 / 20, "medium", "low", "low"],
  ["failRate", 7 / 20, "low", "low", "low"],
  ["recovery", HOUR - 1, "elite", "elite", "elite"],
  ["recovery", HOUR, "high", "high", "high"],
  ["recovery", DAY, "medium", "medium", "low"],
  ["recovery", 7 * DAY, "low", "low", "low"],
] as const)("%s %d: 2021 %s, 2023 %s, 2024 %s", (key, value, in2021, in2023, in2024) => {
  expect([2021, 2023, 2024].map((year) => bandOf(key, value, year as 2021))).toEqual([in2021, in2023, in2024]);
});

test("no data and no year have no band", () => {
  expect(bandOf("leadTime", null, 2023)).toBeNull();
  expect(bandOf("leadTime", 1, "none")).toBeNull();
});
