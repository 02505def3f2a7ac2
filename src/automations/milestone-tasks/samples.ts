import type { SampleWords } from "../texts.ts";

const MILESTONE = "[v1.3](https://github.com/acme/shop/milestone/5)";
const NEXT = "[v1.4](https://github.com/acme/shop/milestone/6)";
const COUNT = { done: 1, total: 3, late: 1, uncounted: 0 };

const PROBLEMS = {
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
} as const;

/** Of the texts in text.ts. */
export const samples = ({ day, earlier, configUrl }: SampleWords) =>
  ({
    due: [[{ day: "2026-12-15", weekday: day.startsWith("12") ? "火" : "Tue" }, MILESTONE]],
    noDate: [[MILESTONE]],
    noDue: [[MILESTONE]],
    waitsFor: [[["#51"]]],
    taskSignature: [[configUrl]],
    removed: [[configUrl]],
    parentTitle: [["v1.3"]],
    dueHead: [
      [MILESTONE, day, COUNT],
      [MILESTONE, day, { done: 3, total: 3, late: 0, uncounted: 1 }],
    ],
    pastHead: [[MILESTONE, day, COUNT]],
    undatedHead: [[MILESTONE, { ...COUNT, late: 0 }]],
    closedHead: [
      [MILESTONE, day, COUNT],
      [MILESTONE, null, { done: 0, total: 0, late: 0, uncounted: 0 }],
    ],
    late: [[earlier]],
    after: [
      [["#51"], false],
      [["#51"], true],
    ],
    movedTo: [[NEXT]],
    from: [["v1.2"]],
    progress: [[50, 120]],
    more: [[120]],
    moreProblems: [[3]],
    moreNames: [[3]],
    parentSignature: [[configUrl]],
    problems: PROBLEMS,
  }) as const;
