import { expect, test } from "vitest";
import type { OneMilestone } from "../../../src/automations/milestone-tasks/facts.ts";
import { remind } from "../../../src/automations/milestone-tasks/reminding/reminders.ts";
import type { TaskState } from "../../../src/automations/milestone-tasks/task/state.ts";
import { closed, comment, config, context, facts, milestone, ours, state, type TaskWords, task } from "./facts.ts";

const MONDAY_TEN = "2026-11-16T01:00:00Z"; // in Tokyo

/** The reminders of the task `freeze`, number 7, due on Monday 16 November and created a week before. */
function reminded(
  words: TaskWords = {},
  more: {
    state?: Partial<TaskState>;
    facts?: Partial<OneMilestone>;
    now?: string;
    sre?: Parameters<typeof config>;
  } = {},
) {
  const metadata = { made: "2026-11-09", ...words.metadata };
  const freeze = state(task(7, { key: "freeze", due: "2026-11-16", ...words, metadata }), more.state);
  return remind([freeze], facts(more.facts), context(config(...(more.sre ?? [])), more.now ?? MONDAY_TEN));
}

const reminder = (id: number, day: string) => ours(id, `<!-- detoil:reminder {"day":"${day}"} -->\n@alice, …`);

test.each<[string, ReturnType<typeof reminded>, boolean]>([
  ["due today", reminded(), true],
  ["due tomorrow", reminded({ due: "2026-11-17" }), false],
  ["late", reminded({ due: "2026-11-10" }), true],
  ["without a date", reminded({ due: null }), false],
  ["late for years", reminded({ due: "2024-02-29" }), true],
  ["closed", reminded({ open: false }), false],
  ["closed by a command of this reconciliation", reminded({}, { state: { open: false } }), false],
  ["snoozed by a command of this reconciliation", reminded({}, { state: { due: "2026-11-17" } }), false],
  ["nobody is assigned", reminded({ assignees: [] }), false],
  ["made today", reminded({ metadata: { made: "2026-11-16" } }), false],
  ["made yesterday", reminded({ metadata: { made: "2026-11-15" } }), true],
  ["in another milestone by now", reminded({}, { state: { ownedHere: false } }), false],
  ["moved in", reminded({ metadata: { milestone: 9 } }), true],
  ["no longer in sre.yml", reminded({ key: "gone" }), false],
  ["the milestone is closed", reminded({}, { facts: { milestone: closed() } }), false],
  ["the milestone has no date", reminded({}, { facts: { milestone: milestone({ due: null }) } }), true],
  ["a minute before opening", reminded({}, { now: "2026-11-15T23:59:00Z" }), false],
  ["at opening", reminded({}, { now: "2026-11-16T00:00:00Z" }), true],
  ["at closing", reminded({}, { now: "2026-11-16T09:00:00Z" }), false],
  ["on a Saturday", reminded({}, { now: "2026-11-21T01:00:00Z" }), false],
  ["on a holiday", reminded({}, { now: "2026-11-23T01:00:00Z" }), false],
  ["on the day after it", reminded({}, { now: "2026-11-24T01:00:00Z" }), true],
  ["on a day that the team is closed", reminded({}, { sre: [{}, { calendar: { closed: ["2026-11-16"] } }] }), false],
  [
    "Monday in Tokyo, but Sunday in the team's zone",
    reminded({ due: "2026-11-10" }, { now: "2026-11-15T20:00:00Z", sre: [{}, { timezone: "America/New_York" }] }),
    false,
  ],
  ["reminded today", reminded({ comments: [reminder(3, "2026-11-16")] }), false],
  ["somebody else wrote such a marker", reminded({ comments: [comment(3, reminder(3, "2026-11-16").body)] }), true],
  [
    "another bot wrote such a marker",
    reminded({ comments: [comment(3, reminder(3, "2026-11-16").body, "other[bot]")] }),
    true,
  ],
])("reminded or not: %s", (_name, actions, is) => {
  expect(actions.map((action) => action.action)).toEqual(is ? ["create-comment"] : []);
});

test("a reminder replaces the previous ones, and is created before they are deleted", () => {
  const comments = [reminder(3, "2026-11-12"), comment(4, "soon"), reminder(5, "2026-11-13"), ours(6, "another text")];
  expect(reminded({ comments })).toMatchObject([
    { action: "create-comment", number: 7, bulk: true },
    { action: "delete-comment", comment_id: 3 },
    { action: "delete-comment", comment_id: 5 },
  ]);
});

test("killed between the two, only the previous one is deleted", () => {
  const comments = [reminder(3, "2026-11-13"), reminder(5, "2026-11-16")];
  expect(reminded({ comments })).toMatchObject([{ action: "delete-comment", comment_id: 3 }]);
});

test("GraphQL names the bot by its slug", () => {
  const { author, ...rest } = reminder(3, "2026-11-16");
  expect(reminded({ comments: [{ ...rest, author: { login: "detoil", bot: true } }] })).toEqual([]);
  expect(author?.login).toBe("detoil[bot]");
});

test("a reminder that is no longer true stays as it is", () => {
  const comments = [reminder(3, "2026-11-12")];
  expect(reminded({ comments, due: "2026-11-30" })).toEqual([]);
  expect(reminded({ comments, open: false })).toEqual([]);
  expect(reminded({ comments }, { now: "2026-11-21T01:00:00Z" })).toEqual([]);
});

function textOf(actions: ReturnType<typeof reminded>): string {
  const [first] = actions;
  if (first?.action !== "create-comment") throw new Error("nobody was reminded");
  return first.body;
}

test("says who, what, since when, how far the release is, and what to do", () => {
  const text = textOf(
    reminded(
      { due: "2026-11-13", title: "Code freeze for v1.2", assignees: ["alice", "Bob"] },
      { facts: { milestone: milestone({ due: "2026-11-17" }) } },
    ),
  );
  expect(text).toBe(`<!-- detoil:reminder {"day":"2026-11-16"} -->
@alice, @Bob, “Code freeze for v1.2” was due on Fri 13 Nov, 1 business day ago; [v1.2](https://github.com/acme/shop/milestone/1) is due tomorrow.

Done? Close this issue. Need more time? \`/sre snooze 1 business day\`. Not yours? \`/sre assign @who\`.

<sub>[Detoil](https://github.com/detoil/detoil/blob/main/docs/milestone-tasks.md) · at most once per business day, until this is closed or gets a later date · [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)</sub>`);
});

test.each<[string | null, string]>([
  ["2026-11-16", "is due today."],
  ["2026-11-17", "is due tomorrow."],
  ["2026-12-01", "is due in 15 days, on Tue 1 Dec."],
  ["2026-11-13", "was due on Fri 13 Nov."],
  [null, "“Task 7” is due today."],
])("a milestone due on %s", (due, says) => {
  const line = textOf(reminded({}, { facts: { milestone: milestone({ due }) } })).split("\n")[1];
  expect(line?.endsWith(says)).toBe(true);
});

test("says which open tasks it waits for", () => {
  const before = state(task(5, { key: "freeze", due: "2026-11-30" }));
  const done = state(task(6, { key: "look", open: false }));
  const elsewhere = state(task(8, { key: "freeze", metadata: { milestone: 9 } }));
  const words = { key: "notes", due: "2026-11-16", metadata: { after: ["freeze", "look"], made: "2026-11-09" } };
  const actions = remind([before, done, elsewhere, state(task(7, words))], facts(), context(config(), MONDAY_TEN));
  expect(actions).toHaveLength(1);
  expect(textOf(actions)).toContain(" It waits for #5 (alice).\n");
  const alone = remind([done, elsewhere, state(task(7, words))], facts(), context(config(), MONDAY_TEN));
  expect(textOf(alone)).not.toContain("waits");
});

test("pings the assignees and nobody else, whatever the titles contain", () => {
  const title = "Ask @carol about #12 <!-- detoil:task --> `@dave`";
  const text = textOf(reminded({ title }, { facts: { milestone: milestone({ title: "@eve [x](http://y) #3" }) } }));
  const withoutCode = text.replaceAll(/`[^`]*`/g, "");
  expect(withoutCode.match(/@\w+/g)).toEqual(["@alice"]);
  expect(withoutCode.match(/#\d+/g)).toBeNull();
  expect(text.match(/<!--/g)).toHaveLength(1);
});

test("in Japanese", () => {
  const lines = textOf(reminded({ due: "2026-11-13" }, { sre: [{}, { language: "ja" }] })).split("\n");
  expect(lines[1]).toBe(
    "@alice 「Task 7」の期日は11月13日(金)でした(1営業日前)。[v1.2](https://github.com/acme/shop/milestone/1) の期日は15日後の12月1日(火)です。",
  );
});
