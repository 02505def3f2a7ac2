import { expect, test } from "vitest";
import { printPreview } from "../../src/cli/preview/print.ts";
import { titlesIn, withTitles } from "../../src/cli/preview/titles.ts";
import type { Action, Plan } from "../../src/github/actions.ts";

const because = "sre.yml asks for it";

function printed(plan: Plan): string {
  const requests = { rest: 1, graphql: 1, points: 1, writes: 2 };
  const at = "2026-11-20T01:00:00Z";
  return printPreview(
    { automation: "milestone-tasks", repo: "acme/shop", at, facts: {}, plan, requests },
    { listsLag: false },
  );
}

const FREEZE = { ref: "task/1/freeze" };
const PARENT = { ref: "tasks/1" };

const PLAN: Plan = [
  {
    action: "create-issue",
    ...FREEZE,
    identity: FREEZE.ref,
    title: "Code freeze",
    body: '<!-- detoil:task {"key":"freeze"} -->\nWaits for #{{ref:task/1/notes}}.\n<!-- /detoil:task -->',
    labels: ["release"],
    assignees: ["alice", "bo"],
    milestone: 1,
    because,
  },
  { action: "create-issue", ...PARENT, identity: PARENT.ref, title: "v1: tasks", body: "| #1 |", because },
  {
    action: "add-sub-issue",
    number: PARENT,
    sub_issue_id: FREEZE,
    sub_issue_number: FREEZE,
    because: "it belongs there",
  },
  { action: "update-issue", number: PARENT, body: "| #{{ref:task/1/freeze}} |", because: "it shows how far they are" },
];

test("a preview on the terminal shows what people will read: no markers, references or inner fields, each text once", () => {
  expect(printed(PLAN)).toBe(`milestone-tasks in acme/shop at 2026-11-20T01:00:00Z

  open the issue “Code freeze”  (sre.yml asks for it)
    labels: release
    assignees: alice, bo
    milestone: 1
    text:
      Waits for #(new: notes).

  open the issue “v1: tasks”  (sre.yml asks for it)
    text:
      | #(new: freeze) |

  make “Code freeze” a sub-issue of “v1: tasks”  (it belongs there)

  2 requests (1 GraphQL point), 2 writes.`);
});

test("a list shows titles beside its numbers, as GitHub does", () => {
  const facts = {
    milestone: { number: 1, title: "v1" },
    items: [
      { number: 1, title: "Add a `cart`" },
      { number: 12, title: "Fix\n it" },
    ],
  };
  const text = "- [ ] #1 @alice\n  * #12\n- #1 Add a `cart` again\n- #123 and #1\n- see #1";
  expect(withTitles(text, titlesIn(facts))).toBe(
    "- [ ] Add a `cart` #1 @alice\n  * Fix it #12\n- #1 Add a `cart` again\n- #123 and #1\n- see #1",
  );
});

test("what an update of something new sets besides its text is shown", () => {
  const more: Action = { action: "update-issue", number: PARENT, state: "closed", body: "| done |", because };
  const lines = printed([...PLAN, more]).split("\n");
  expect(lines.filter((line) => line.includes("| "))).toEqual(["      | done |"]);
  expect(lines).toContain("  close “v1: tasks”  (sre.yml asks for it)");
});

test.each<[Action, string[]]>([
  [
    { action: "update-issue", number: 5, title: "v2", labels: [], milestone: null, because },
    ["update #5", "title: v2", "labels: none", "milestone: none"],
  ],
  [
    { action: "update-issue", number: 5, state: "open", milestone: { ref: "next" }, because },
    ["reopen #5", "milestone: what is created above"],
  ],
  [{ action: "add-blocked-by", number: 5, issue_id: 1051, because }, ["mark #5 as blocked by the issue with id 1051"]],
  [
    {
      ...{ action: "set-check-run", name: "Detoil / release", head_sha: "0123456789abcdef", conclusion: "failure" },
      output: {
        title: "#4 is on hold",
        summary: "Remove the label.",
        annotations: [
          { path: "sre.yml", start_line: 3, end_line: 3, annotation_level: "failure", message: "no setting" },
        ],
      },
      because,
    },
    [
      "set the check “Detoil / release” on 0123456: failure",
      "#4 is on hold",
      "Remove the label.",
      "sre.yml:3: no setting",
    ],
  ],
  [
    {
      ...{ action: "set-project-field", org: "acme", project_number: 3, item_id: 7 },
      fields: [{ id: 1, value: "a1b2", name: "Status", text: "Done" }],
      because,
    },
    ["set fields of the item with id 7 in project 3 of acme", "Status: Done"],
  ],
])("an action as people say it: %j", (action, [headline, ...details]) => {
  const lines = printed([action]).split("\n").slice(2, -2);
  expect(lines.map((line) => line.trim())).toEqual([`${headline}  (${because})`, ...details]);
});

test("what becomes of a new issue in a project is named after the issue", () => {
  const inProject = { org: "acme", project_number: 3, because };
  const lines = printed([
    ...PLAN,
    { action: "add-to-project", ref: "item", id: FREEZE, ...inProject },
    { action: "set-project-field", item_id: { ref: "item" }, fields: [], ...inProject },
  ]).split("\n");
  expect(lines).toContain("  put “Code freeze” into project 3 of acme  (sre.yml asks for it)");
  expect(lines).toContain("  set fields of “Code freeze” in project 3 of acme  (sre.yml asks for it)");
});
