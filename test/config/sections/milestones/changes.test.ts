import { expect, test } from "vitest";
import { behaviorChanges } from "../../../../src/config/behavior.ts";
import { type Language, type SreConfig, sreSchema } from "../../../../src/config/schema.ts";

const config = (): SreConfig => sreSchema.parse({ version: 1 });
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
])("%s", (_, before, after, expected) => {
  expect(behaviorChanges(before, after, "en").told).toEqual(expected);
});

test.each<[number, number, string, string]>([
  [
    12,
    3,
    "12 open milestones will get 1 task each (12 issues), and a parent issue: `freeze`. 3 milestones that were due more than 30 days ago will be left alone.",
    "オープン中のマイルストーン12件に、タスクを1件ずつ作成します(Issue 12件)。親 Issue も1件ずつ作成します: `freeze`。期日を30日より長く過ぎた3件はそのままにします。",
  ],
  [
    1,
    0,
    "1 open milestone will get 1 task (1 issue), and a parent issue: `freeze`.",
    "オープン中のマイルストーン1件に、タスクを1件作成します(Issue 1件)。親 Issue も1件作成します: `freeze`。",
  ],
])("counted: %s, and %s that are long overdue", (open, longOverdue, en, ja) => {
  const context = { milestones: { open, longOverdue }, inherited: { before: [], after: [] } };
  const told = (language: Language) =>
    behaviorChanges(null, withMilestones(milestones("freeze")), language, context).told;
  expect(told("en")).toEqual([en]);
  expect(told("ja")).toEqual([ja]);
});

test("in Japanese", () => {
  expect(behaviorChanges(null, withMilestones({ ...milestones("freeze"), match: "v*" }), "ja").told).toEqual([
    "`v*` に一致する、オープン中のすべてのマイルストーンに、タスクを1件作成します: `freeze`。",
  ]);
});
