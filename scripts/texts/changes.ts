import { changeText as branches } from "../../src/config/sections/branches/text.ts";
import { changeText as fourKeys } from "../../src/config/sections/four-keys/text.ts";
import { changeText as helpWanted } from "../../src/config/sections/help-wanted/text.ts";
import { changeText as milestones } from "../../src/config/sections/milestones/text.ts";
import { changeText as release } from "../../src/config/sections/release/text.ts";
import { changeText as renovate } from "../../src/config/sections/renovate/text.ts";
import { inheritedChange, settingChange } from "../../src/config/text/change.ts";
import type { Sentence } from "../../src/config/text/sentence.ts";
import type { TextRoom } from "./samples.ts";

type Said = Sentence | ((...args: never[]) => Sentence);

/** The arguments of one or more calls of each sentence; one without arguments shows itself. */
type SentenceSamples<T> = {
  readonly [Key in keyof T as T[Key] extends Sentence ? never : Key]: T[Key] extends (...args: infer Args) => Sentence
    ? readonly [Args, ...Args[]]
    : never;
};

function sentenceRoom<T extends Readonly<Record<string, Said>>>(
  seen: string,
  file: string,
  sentences: T,
  samples: SentenceSamples<T>,
): TextRoom {
  const calls = new Map<string, readonly never[][]>(Object.entries(samples));
  const rows = Object.entries<Said>(sentences).flatMap(([key, said]) => {
    // The type of the samples holds each to the arguments of its sentence.
    const all = typeof said === "function" ? (calls.get(key) ?? []).map((args) => said(...args)) : [said];
    return all.map((sentence, index) => ({ name: index === 0 ? key : `${key} ${index + 1}`, ...sentence }));
  });
  return { seen, file, texts: null, rows };
}

const LANE = { from: "develop", to: "main" };

export const changeTexts = [
  sentenceRoom(
    "What a change of sre.yml does, in the green check: release pull requests",
    "config/sections/release/text.ts",
    release,
    {
      laneNew: [[{ ...LANE, schedule: null }], [{ ...LANE, schedule: "0 10 * * mon-fri" }]],
      laneGone: [[LANE]],
      laneSetting: [[LANE, "hold-labels", ["do-not-release"], ["hold"]]],
    },
  ),
  sentenceRoom("The same: the branch guard", "config/sections/branches/text.ts", branches, {
    isNew: [[]],
    gone: [[]],
    rule: [
      [{ into: "main", from: ["develop", "hotfix/*"], forks: false, "not-based-on": [], except: [] }],
      [{ into: "develop", from: ["*"], forks: true, "not-based-on": ["main", "staging"], except: ["hotfix/*"] }],
    ],
    freed: [["main"]],
    fewer: [["main"]],
  }),
  sentenceRoom("The same: milestone tasks", "config/sections/milestones/text.ts", milestones, {
    milestonesNew: [
      ["v*", ["freeze", "notes"], true, null],
      ["v*", ["freeze", "notes"], true, { open: 12, longOverdue: 3 }],
      ["*", ["freeze"], false, { open: 1, longOverdue: 0 }],
    ],
    milestonesGone: [[]],
    tasksNew: [
      [["dashboards", "rollback"], null],
      [["dashboards"], { open: 12, longOverdue: 0 }],
    ],
    tasksGone: [[["notes"]], [["freeze", "notes"]]],
    taskSetting: [["freeze", "due", "-3 business days", "-1 week"]],
  }),
  sentenceRoom("The same: the dependency cadence", "config/sections/renovate/text.ts", renovate, {
    isNew: [["monthly"]],
    gone: [[]],
    gate: [[true], [false]],
  }),
  sentenceRoom("The same: help wanted", "config/sections/help-wanted/text.ts", helpWanted, {
    helpWantedNew: [["help wanted"], [null]],
    helpWantedGone: [["help wanted"], [null]],
  }),
  sentenceRoom("The same: the Four Keys", "config/sections/four-keys/text.ts", fourKeys, {
    fourKeysNew: [[]],
    fourKeysGone: [[]],
  }),
  sentenceRoom(
    "The same: settings for the whole file",
    "config/text/change.ts",
    { settingChange, inheritedChange },
    {
      settingChange: [
        ["timezone", "UTC", "Asia/Tokyo"],
        ["calendar.closed", [], ["2026-12-29/2027-01-03"]],
      ],
    },
  ),
];
