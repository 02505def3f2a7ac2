import { closingText } from "../../src/automations/milestone-tasks/closing/closing-text.ts";
import { claimText, commandText } from "../../src/automations/milestone-tasks/commands/text.ts";
import { VERBS } from "../../src/automations/milestone-tasks/commands/verbs.ts";
import { reminderText } from "../../src/automations/milestone-tasks/reminding/reminder-text.ts";
import { messages } from "../../src/automations/milestone-tasks/text.ts";
import { type Samples, textRoom, type Words } from "./samples.ts";

const SRE_YML = "https://github.com/acme/shop/blob/HEAD/.github/sre.yml";
const V13 = "[v1.3](https://github.com/acme/shop/milestone/5)";
const V14 = "[v1.4](https://github.com/acme/shop/milestone/6)";
const COUNT = { done: 1, total: 3, late: 1, uncounted: 0 };

const PROBLEMS: Samples<ReturnType<typeof messages>["problems"]> = {
  unassignable: [[["`dave`"], ["`freeze`", "`notes`"]]],
  passedOver: [[["`dave`"], "`freeze`"]],
  noTurn: [["`freeze`"]],
  noTemplate: [["`freeze.md`"]],
  templateName: [["`freeze.md`", "`{{who}}`"]],
  noProject: [["`acme/5`"]],
  projectForbidden: [["`acme/5`"]],
  noStatus: [["`acme/5`", "`Todo`"]],
  noDueField: [["`acme/5`", "`Due date`"]],
  hiddenItems: [[["[#51](https://github.com/acme/shop/issues/51)"], "`acme/5`"]],
  tooManySubIssues: [[100]],
  refusedTask: [["`freeze`", "`Validation Failed`"]],
  refusedLabel: [["`freeze`"]],
  refusedSubIssue: [["[#51](https://github.com/acme/shop/issues/51)", "`Validation Failed`"]],
  refusedDependency: [
    [
      "[#52](https://github.com/acme/shop/issues/52)",
      "[#51](https://github.com/acme/shop/issues/51)",
      "`Validation Failed`",
    ],
  ],
};

const issues = ({ day, earlier }: Words): Samples<ReturnType<typeof messages>> => ({
  due: [[{ day: "2026-12-15", weekday: day.startsWith("12") ? "火" : "Tue" }, V13]],
  noDate: [[V13]],
  noDue: [[V13]],
  waitsFor: [[["#51"]]],
  taskSignature: [[SRE_YML]],
  removed: [[SRE_YML]],
  parentTitle: [["v1.3"]],
  dueHead: [
    [V13, day, COUNT],
    [V13, day, { done: 3, total: 3, late: 0, uncounted: 1 }],
  ],
  pastHead: [[V13, day, COUNT]],
  undatedHead: [[V13, { ...COUNT, late: 0 }]],
  closedHead: [
    [V13, day, COUNT],
    [V13, null, { done: 0, total: 0, late: 0, uncounted: 0 }],
  ],
  late: [[earlier]],
  after: [
    [["#51"], false],
    [["#51"], true],
  ],
  movedTo: [[V14]],
  from: [["v1.2"]],
  progress: [[50, 120]],
  more: [[120]],
  moreProblems: [[3]],
  moreNames: [[3]],
  parentSignature: [[SRE_YML]],
  problems: PROBLEMS,
});

export const milestoneTexts = [
  textRoom("A task, and the parent issue of a milestone", "automations/milestone-tasks/text.ts", messages, issues),
  textRoom(
    "A reminder",
    "automations/milestone-tasks/reminding/reminder-text.ts",
    reminderText,
    ({ day, earlier }) => ({
      dueToday: [[["@carol"], "Release notes", null]],
      late: [
        [["@carol"], "Release notes", earlier, 1, { milestone: V13, day, days: 1 }],
        [["@carol", "@bo"], "Release notes", earlier, 3, { milestone: V13, day, days: -1 }],
      ],
      waitsFor: [
        [[{ number: 51, owners: ["alice"] }]],
        [
          [
            { number: 51, owners: ["alice", "bo"] },
            { number: 53, owners: [] },
          ],
        ],
      ],
      signature: [[SRE_YML]],
    }),
  ),
  textRoom(
    "A comment on a milestone that was closed with open tasks",
    "automations/milestone-tasks/closing/closing-text.ts",
    closingText,
    ({ earlier }) => ({
      left: [[V13, { open: 2, total: 3 }]],
      moved: [
        [V13, V14, 2],
        [V13, V14, 1],
      ],
      movedRest: [[true], [false]],
      blocked: [[V13, { open: 1, total: 1 }]],
      stands: [[V13, { open: 2, total: 3 }]],
      task: [
        [{ number: 52, title: null, owners: ["carol"], due: earlier }],
        [{ number: 52, title: "Release notes", owners: [], due: null }],
      ],
      more: [[7]],
      taskLeft: [[V13]],
      taskBlocked: [[V13]],
      taskStands: [[V13]],
      nowStuck: [["`v1.4`", "`Validation Failed`"]],
      signature: [[SRE_YML]],
    }),
  ),
  textRoom("A reply to a command", "automations/milestone-tasks/commands/text.ts", commandText, ({ day }) => ({
    snoozed: [[day]],
    pastMilestone: [[V13, day]],
    noDuration: [["`soon`"], [null]],
    closedAlready: [[true], [false]],
    assigned: [[["alice", "bo"]]],
    assignedAlready: [[["alice"]]],
    noLogins: [[["`acme/web`"]]],
    unassignable: [[["`dave`"]]],
    tooMany: [[10]],
    onTask: [
      [["`/sre done`"], ["#51", "#52"], 3],
      [["`/sre done`"], [], 0],
    ],
  })),
  textRoom(
    "Where these commands work, and their lines in the list of commands",
    "automations/milestone-tasks/commands/text.ts",
    (language) => ({
      ...claimText[language],
      verbs: Object.fromEntries(VERBS.map(({ word, about }) => [word, about[language]])),
    }),
    () => ({ switchOn: [[`[sre.yml](${SRE_YML})`]], verbs: {} }),
  ),
];
