import { expect, test } from "vitest";
import { behaviorChanges } from "../../../../src/config/behavior.ts";
import { type SreConfig, sreSchema } from "../../../../src/config/schema.ts";

const config = (...lanes: object[]): SreConfig =>
  sreSchema.parse({
    version: 1,
    ...(lanes.length > 0
      ? { release: { lanes: lanes.map((lane) => ({ from: "develop", to: "main", ...lane })) } }
      : {}),
  });

test.each<[string, SreConfig | null, SreConfig | null, string[]]>([
  ["nothing", config({}), config({}), []],
  [
    "a first lane",
    null,
    config({}),
    ["A release pull request from `develop` to `main` will be kept open while something waits."],
  ],
  [
    "a lane with a schedule",
    config(),
    config({ schedule: "0 10 * * mon" }),
    ["A release pull request from `develop` to `main` will be opened and refreshed at `0 10 * * mon`."],
  ],
  [
    "a lane goes",
    config({}),
    null,
    ["The release pull request from `develop` to `main` will no longer be updated; an open one stays as it is."],
  ],
  [
    "settings",
    config({}),
    config({ "hold-labels": ["blocked"], assign: true, intro: "Hi" }),
    [
      "`develop` → `main`, `intro`: – → `Hi`",
      "`develop` → `main`, `assign`: `false` → `true`",
      "`develop` → `main`, `hold-labels`: `[do-not-release]` → `[blocked]`",
    ],
  ],
  ["a sign-off", config({}), config({ "sign-off": true }), ["`develop` → `main`, `sign-off`: `false` → `true`"]],
  ["what nothing acts on yet", config({}), config({ "back-merge": true, version: "semver" }), []],
  ["lanes in another order", config({}, { from: "a" }), config({ from: "a" }, {}), []],
])("%s", (_, before, after, expected) => {
  expect(behaviorChanges(before, after, "en").told).toEqual(expected);
});

test("in Japanese", () => {
  expect(behaviorChanges(null, config({}), "ja").told).toEqual([
    "`develop` → `main` のリリースのプルリクエストを、反映を待つものがある間は開いた状態に保ちます。",
  ]);
});
