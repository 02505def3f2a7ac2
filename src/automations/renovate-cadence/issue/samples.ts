import type { SampleWords } from "../../texts.ts";
import { cadenceOf } from "../measuring/cadence.ts";

const MONTHLY = cadenceOf("monthly");
const DAYS = cadenceOf("45 days");
const DASHBOARD = "[Dependency Dashboard](https://github.com/acme/shop/issues/5)";
const PULLS = "https://github.com/acme/shop/pulls";

/** Of the texts in text.ts. */
export const samples = ({ day, earlier, moment, month, configUrl }: SampleWords) =>
  ({
    keptEvery: [[MONTHLY, 80]],
    kept: [
      [MONTHLY, 5, 6],
      [DAYS, 1, 1],
      [MONTHLY, 0, 3],
    ],
    tooEarly: [[MONTHLY]],
    nothingOffered: [[MONTHLY]],
    late: [
      [MONTHLY, 3],
      [DAYS, 1],
    ],
    nothingMerged: [[MONTHLY, month]],
    lateAtEnd: [[MONTHLY, month, 2]],
    securityLate: [
      [[{ name: "#12", since: earlier }], 1],
      [
        [
          { name: "#12", since: earlier },
          { name: "#14", since: earlier },
        ],
        2,
      ],
      [[{ name: "#12", since: earlier }], 5],
    ],
    lastMerge: [[earlier], [null]],
    waiting: [
      [2, earlier],
      [1, earlier],
      [0, null],
    ],
    waits: [
      ["#88", ["major"], { kind: "failing", since: earlier }],
      ["#89", [], { kind: "failing", since: null }],
      ["#90", ["security", "minor"], { kind: "conflict", bot: "renovate" }],
      ["#91", ["minor"], { kind: "conflict", bot: "dependabot" }],
      ["#92", ["minor"], { kind: "conflict", bot: "acme-bot" }],
      ["#93", ["minor"], { kind: "running" }],
      ["#94", ["minor"], { kind: "review", reviewers: ["acme/web", "bo"] }],
      ["#95", ["minor"], { kind: "review", reviewers: [] }],
      ["#96", ["minor"], { kind: "ready" }],
      ["#97", ["security"], { kind: "stability" }],
      ["#98", ["security"], { kind: "schedule" }],
    ],
    lateSince: [[earlier]],
    keptAgain: [
      [moment, true],
      [moment, false],
    ],
    more: [[12, PULLS]],
    onPurpose: [
      ["stability", ["#97"]],
      ["schedule", ["#98", "#99"]],
    ],
    heldBack: [[DASHBOARD, 14]],
    heldBackIn: [
      ["rate-limited", 10],
      ["awaiting-schedule", 2],
      ["pending-approval", 1],
      ["errored", 1],
      ["blocked-closed", 1],
      ["blocked-edited", 1],
      ["pending-checks", 1],
      ["pending-automerge", 1],
      ["pr-approval", 1],
      ["group-size", 1],
      ["other", 1],
    ],
    staleDashboard: [[DASHBOARD, earlier]],
    silentBot: [["Renovate", earlier]],
    dependabotPaused: [[earlier]],
    proposal: [[cadenceOf("quarterly")]],
    editThere: [["https://github.com/acme/shop/edit/HEAD/.github/sre.yml"]],
    periodsHeading: [
      [MONTHLY, 6],
      [DAYS, 6],
      [MONTHLY, 1],
    ],
    judged: [[true], [false]],
    outcomes: [
      [earlier, 23, 4, 2],
      [earlier, 1, 0, 0],
      [earlier, 0, 0, 0],
    ],
    timeToMerge: [["2 d 4 h", "40 d"]],
    securityOnTime: [[2, 3]],
    automerge: [[5, 29]],
    waitingYears: [["1.4"]],
    oldest: [["major #88 (Thu 2 Jul), minor #94 (Fri 3 Jul)"]],
    oldestOf: [
      ["major", "#88", day],
      ["unknown", "#89", day],
    ],
    unread: [[["#3", "#4"]], [["#3"]]],
    next: [[moment]],
    signature: [[configUrl]],
  }) as const;
