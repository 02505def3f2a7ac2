import { expect, test } from "vitest";
import type { ClosingPlan } from "../../../src/automations/milestone-tasks/closing/closing-plan.ts";
import { closingPlanOf, DONE, LATER, type OnClose, type Words } from "./closing.ts";
import { milestone, type TaskWords } from "./facts.ts";

const other = (number: number, title: string, due: string | null) => milestone({ number, title, due });

function bodyOf(plan: ClosingPlan): string {
  const found = plan.beforeParent.find((action) => action.action === "create-comment");
  if (found?.action !== "create-comment") throw new Error("nothing was said");
  return found.body;
}

const lines = (plan: ClosingPlan) => bodyOf(plan).split("\n");
const V12 = "[v1.2](https://github.com/acme/shop/milestone/1)";
const NOTES: TaskWords = { title: "Release notes", due: "2026-11-19", assignees: ["alice", "bob"] };

test("open tasks are named, with their owners and without a ping", () => {
  const words = { tasks: [NOTES, { title: "Ask", assignees: [] }, DONE] };
  expect(
    bodyOf(closingPlanOf("comment", words)),
  ).toBe(`<!-- detoil:closing {"at":"2026-11-20T00:30:00Z","did":"comment"} -->
**${V12} was closed with 2 of 3 tasks open.**

- #11 · alice, bob · due Thu 19 Nov
- #12 · nobody

Detoil sends no more reminders. Close what nobody needs, and move the rest to another milestone.

<sub>[Detoil](https://github.com/detoil/detoil/blob/main/docs/milestone-tasks.md) · said once per closing, as \`on-close\` asks · [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)</sub>`);
});

test.each<[OnClose, Words, string, string]>([
  [
    "block",
    {},
    `**${V12} was closed with 1 of 2 tasks open, so Detoil reopens it.**`,
    "Close what is open or move it to another milestone. If you close the milestone again, it stays closed.",
  ],
  [
    "block",
    { closing: { at: LATER, did: "block" }, tasks: [{}] },
    `**${V12} stays closed, with its only task open.**`,
    "It was closed a second time, so Detoil leaves it closed and sends no more reminders.",
  ],
  [
    "rollover",
    { others: [other(2, "v1.3", "2026-12-15")] },
    `**${V12} was closed; its open task moves to [v1.3](https://github.com/acme/shop/milestone/2).**`,
    "Owners stay as they are, and what is done stays here.",
  ],
  [
    "rollover",
    { tasks: [{}, {}] },
    `**${V12} was closed; its 2 open tasks move to [v1.3](https://github.com/acme/shop/milestone/{{ref:next-milestone}}).**`,
    "It has no date yet; give it one. Owners stay as they are, and what is done stays here.",
  ],
])("said on the parent: %s %#", (onClose, words, first, rest) => {
  const text = lines(closingPlanOf(onClose, words));
  expect(text[1]).toBe(first);
  expect(text.at(-3)).toBe(rest);
});

test("a long list is cut, and where GitHub shows no titles, one in it cannot break out", () => {
  const webUrl = "https://github.example.com";
  const title = `[x](http://y) <!-- detoil:closing {"at":"x"} --> ${"long ".repeat(60)}`;
  const text = bodyOf(closingPlanOf("comment", { tasks: Array.from({ length: 200 }, () => ({ title })), webUrl }));
  expect(text.match(/^- #\d+ .*long.* · /gm)).toHaveLength(20);
  expect(text).toContain("\n- and 180 more, in the table above\n");
  expect(text.match(/<!--/g)).toHaveLength(1);
  expect(text).not.toContain("](http://y");
});

test("in Japanese", () => {
  const text = lines(closingPlanOf("comment", { tasks: [NOTES, DONE], language: "ja" }));
  expect(text[1]).toBe(`**${V12} が、タスク2件のうち1件が未完了のままクローズされました。**`);
  expect(text[3]).toBe("- #11 · alice、bob · 期日 11月19日(木)");
});
