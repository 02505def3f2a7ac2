import { expect, test } from "vitest";
import { behaviorChanges } from "../../src/config/behavior.ts";
import { type SreConfig, sreSchema } from "../../src/config/schema.ts";

const config = (...lanes: object[]): SreConfig =>
  sreSchema.parse({
    version: 1,
    ...(lanes.length > 0
      ? { release: { lanes: lanes.map((lane) => ({ from: "develop", to: "main", ...lane })) } }
      : {}),
  });

test("the calendar and the zone", () => {
  const after = sreSchema.parse({ version: 1, timezone: "Asia/Tokyo", calendar: { holidays: "JP" } });
  expect(behaviorChanges(config(), after, "en").told).toEqual([
    "`timezone`: `UTC` → `Asia/Tokyo`",
    "`calendar.holidays`: – → `JP`",
  ]);
});

test("what is not available yet is no change, and is named", () => {
  const none = { told: [], later: [] };
  const later = { "back-merge": true, version: "semver" };
  expect(behaviorChanges(config({}), config(later), "en")).toEqual({ told: [], later: ["version", "back-merge"] });
  expect(behaviorChanges(config(later), config(later), "en")).toEqual(none);
  expect(behaviorChanges(config({}), config({ "back-merge": false }), "en")).toEqual(none);
});

test("what comes from other files is not shown, and does not pass for no change either", () => {
  const changes = (before: string[], after: string[], is = config()) =>
    behaviorChanges(config(), is, "en", { milestones: null, inherited: { before, after } });
  const sentence = "What it inherits from other files is different. Those settings are not shown here.";
  const renovate = sreSchema.parse({ version: 1, renovate: { cadence: "monthly" } });
  expect(changes([], ["release.lanes"], config({})).told).toEqual([sentence]);
  expect(changes(["release.lanes"], []).told).toEqual([sentence]);
  // the same value or another one: that would tell what stands in the other file
  expect(changes(["timezone"], []).told).toEqual([sentence]);
  expect(changes(["renovate.cadence"], ["renovate.cadence"], renovate)).toEqual({ told: [], later: [] });
});
