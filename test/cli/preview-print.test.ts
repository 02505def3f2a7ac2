import { expect, test } from "vitest";
import { printPreview } from "../../src/cli/preview/print.ts";

test("a preview on the terminal shows what people will read: no markers, references or inner fields", () => {
  const plan = [
    {
      action: "create-issue",
      ref: "task/1/freeze",
      identity: "task/1/freeze",
      title: "Code freeze",
      body: '<!-- detoil:task {"key":"freeze"} -->\nWaits for #{{ref:task/1/notes}}.\n<!-- /detoil:task -->',
      because: "sre.yml asks for it",
    },
    { action: "add-sub-issue", number: 7, sub_issue_id: { ref: "task/1/freeze" }, because: "it belongs there" },
  ] as const;
  const requests = { rest: 1, graphql: 1, points: 1, writes: 2 };
  const preview = {
    automation: "milestone-tasks",
    repo: "acme/shop",
    at: "2026-11-20T01:00:00Z",
    facts: {},
    plan,
    requests,
  };
  expect(printPreview(preview as never, { listsLag: false })).toBe(`milestone-tasks in acme/shop at 2026-11-20T01:00:00Z

  create-issue  (sre.yml asks for it)
    title: Code freeze
    body:
      Waits for #new.

  add-sub-issue  (it belongs there)
    number: 7
    sub_issue_id: new: Code freeze

  2 requests (1 points), 2 writes.`);
});
