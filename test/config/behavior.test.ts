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
  ["what nothing acts on yet", config({}), config({ "back-merge": true, version: "semver" }), []],
  ["lanes in another order", config({}, { from: "a" }), config({ from: "a" }, {}), []],
  [
    "the calendar and the zone",
    config(),
    sreSchema.parse({ version: 1, timezone: "Asia/Tokyo", calendar: { holidays: "JP" } }),
    ["`timezone`: `UTC` → `Asia/Tokyo`", "`calendar.holidays`: – → `JP`"],
  ],
])("%s", (_, before, after, expected) => {
  expect(behaviorChanges(before, after, "en").told).toEqual(expected);
});

const milestones = (...keys: string[]) => ({ tasks: keys.map((key) => ({ key, title: key })) });
const withMilestones = (section: object): SreConfig => sreSchema.parse({ version: 1, milestones: section });

test.each<[string, SreConfig | null, SreConfig | null, string[]]>([
  [
    "a first section",
    config(),
    withMilestones(milestones("freeze", "notes")),
    ["Every open milestone will get 2 tasks: `freeze`, `notes`."],
  ],
  [
    "a first section for some of them",
    null,
    withMilestones({ ...milestones("freeze"), match: "v*" }),
    ["Every open milestone that matches `v*` will get 1 task: `freeze`."],
  ],
  ["a section without tasks", null, withMilestones({}), ["Every open milestone will get 0 tasks."]],
  [
    "more tasks than one likes to read",
    null,
    withMilestones(milestones(..."abcdefghijkl")),
    ["Every open milestone will get 12 tasks: `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j` … (+2)."],
  ],
  [
    "the section goes",
    withMilestones(milestones("freeze")),
    config(),
    ["Milestones will no longer get tasks; existing ones stay as they are."],
  ],
  [
    "a task comes, one goes, the order is another",
    withMilestones(milestones("freeze", "notes", "party")),
    withMilestones(milestones("party", "notes", "thaw")),
    [
      "A task will be added to every open milestone: `thaw`.",
      "A task will no longer be created: `freeze`. Open ones get a comment that says so, and stay.",
    ],
  ],
  [
    "settings of a task, and of all",
    withMilestones(milestones("freeze")),
    withMilestones({
      tasks: [{ key: "freeze", title: "Freeze", due: "-3 business days", assignees: { rotate: ["alice"] } }],
      "on-close": "block",
    }),
    [
      "Task `freeze`, `title`: `freeze` → `Freeze`",
      "Task `freeze`, `assignees`: – → `{rotate: [alice]}`",
      "Task `freeze`, `due`: – → `-3 business days`",
      "`milestones.on-close`: `comment` → `block`",
    ],
  ],
])("milestones: %s", (_, before, after, expected) => {
  expect(behaviorChanges(before, after, "en").told).toEqual(expected);
});

test("what is not available yet is no change, and is named", () => {
  const none = { told: [], later: [] };
  const later = { "back-merge": true, version: "semver" };
  expect(behaviorChanges(config({}), config(later), "en")).toEqual({ told: [], later: ["version", "back-merge"] });
  expect(behaviorChanges(config(later), config(later), "en")).toEqual(none);
  expect(behaviorChanges(config({}), config({ "back-merge": false }), "en")).toEqual(none);
});

test("a sign-off has an effect before it is available: the check turns red", () => {
  expect(behaviorChanges(config({}), config({ "sign-off": true }), "en")).toEqual({
    told: ["`develop` → `main`, `sign-off`: `false` → `true`"],
    later: [],
  });
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

test("in Japanese", () => {
  expect(behaviorChanges(null, config({}), "ja").told).toEqual([
    "`develop` から `main` へのリリースプルリクエストを、リリース待ちがある間は開いた状態に保ちます。",
  ]);
  expect(behaviorChanges(null, withMilestones({ ...milestones("freeze"), match: "v*" }), "ja").told).toEqual([
    "`v*` に一致する、オープン中のすべてのマイルストーンに、タスクを1件作成します: `freeze`。",
  ]);
});
