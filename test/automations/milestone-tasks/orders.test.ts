import fc from "fast-check";
import { expect, test } from "vitest";
import type { OneMilestone } from "../../../src/automations/milestone-tasks/facts.ts";
import { type Obeyed, obey, obeyOnParent } from "../../../src/automations/milestone-tasks/orders.ts";
import type { Orders } from "../../../src/automations/milestone-tasks/state.ts";
import { type CommentFacts, pendingCommands } from "../../../src/commands/pending.ts";
import type { Action } from "../../../src/github/actions.ts";
import { closed, comment, config, facts, look, milestone, ours, parent, type TaskWords, task } from "./facts.ts";

interface Words {
  /** The task; it is alice's and due on Tuesday 24 November. */
  readonly task?: TaskWords;
  readonly facts?: Partial<OneMilestone>;
  readonly sre?: Parameters<typeof config>;
  readonly now?: string;
}

const DUE = "2026-11-24";

function obeyed(comments: readonly CommentFacts[], words: Words = {}): Obeyed {
  const issue = task(7, { due: DUE, comments, ...words.task });
  return obey(issue, issue.mark.due, facts(words.facts), look(config(...(words.sre ?? [])), words.now));
}

/** What bob, who may write, is answered; without the marker. */
function answer(command: string, words: Words = {}): string {
  const { after } = obeyed([comment(1, command, "bob")], words);
  return textsOf(after).join("\n");
}

function textsOf(actions: readonly Action[]): string[] {
  return actions.map((action) => {
    if (action.action !== "create-comment") throw new Error(`no reply: ${action.action}`);
    return action.body.replace(/\n*<!-- detoil:reply [^>]*-->/, "");
  });
}

const orders = (heard: number, more: Partial<Orders>): Orders => ({
  heard,
  due: undefined,
  assignees: undefined,
  close: false,
  ...more,
});

const answered = (id: number, to: number) => ours(id, `Done.\n\n<!-- detoil:reply {"to":${to}} -->`);

// Friday 20 November; Monday 23 November is a holiday.
test.each<[string, string, Words, string | null, string]>([
  ["a business day", "1 business day", {}, "2026-11-25", "Due **2026-11-25** (Wed) now, 1 business day later."],
  ["more of them", "4 Business  Days", {}, "2026-11-30", "Due **2026-11-30** (Mon) now, 4 business days later."],
  ["a day", "1 day", {}, "2026-11-25", "Due **2026-11-25** (Wed) now, 1 day later."],
  ["a week", "1 week", {}, "2026-12-01", "Due **2026-12-01** (Tue) now, 1 week later."],
  [
    "months",
    "2 months",
    { facts: { milestone: milestone({ due: null }) } },
    "2027-01-24",
    "Due **2027-01-24** (Sun) now, 2 months later.",
  ],
  [
    "late: from today",
    "1 business day",
    { task: { due: "2026-11-10" } },
    "2026-11-24",
    "Due **2026-11-24** (Tue) now, 1 business day from today.",
  ],
  [
    "due today: no difference",
    "1 week",
    { task: { due: "2026-11-20" } },
    "2026-11-27",
    "Due **2026-11-27** (Fri) now, 1 week later.",
  ],
  [
    "no date: from today",
    "3 days",
    { task: { due: null } },
    "2026-11-23",
    "Due **2026-11-23** (Mon) now, 3 days from today.",
  ],
  [
    "today is the team's day",
    "1 day",
    { task: { due: null }, now: "2026-11-20T16:00:00Z" },
    "2026-11-22",
    "Due **2026-11-22** (Sun) now, 1 day from today.",
  ],
  [
    "business days from a closed day",
    "1 business day",
    { task: { due: "2026-11-22" } },
    "2026-11-25",
    "Due **2026-11-25** (Wed) now, 1 business day later.",
  ],
  [
    "on the milestone's own day",
    "1 week",
    { facts: { milestone: milestone({ due: "2026-12-01" }) } },
    "2026-12-01",
    "Due **2026-12-01** (Tue) now, 1 week later.",
  ],
  [
    "after the milestone",
    "8 days",
    {},
    "2026-12-02",
    "Due **2026-12-02** (Wed) now, 8 days later. That is after [v1.2](https://github.com/acme/shop/milestone/1), which is due on **2026-12-01** (Tue).",
  ],
  [
    "in a closed milestone",
    "1 day",
    { facts: { milestone: closed() } },
    "2026-11-25",
    "Due **2026-11-25** (Wed) now, 1 day later.",
  ],
  [
    "a year",
    "12 months",
    { facts: { milestone: milestone({ due: null }) } },
    "2027-11-24",
    "Due **2027-11-24** (Wed) now, 12 months later.",
  ],
  [
    "a day more than a year",
    "366 days",
    {},
    null,
    "That is more than a year. Write a shorter time, for example `/sre snooze 2 weeks`.",
  ],
  [
    "ten years",
    "3650 business days",
    {},
    null,
    "That is more than a year. Write a shorter time, for example `/sre snooze 2 weeks`.",
  ],
  ["no length", "", {}, null, "It does not say for how long. Write for example `/sre snooze 2 business days`."],
  [
    "a date",
    "2026-12-01",
    {},
    null,
    "`2026-12-01` is not a length of time. Write for example `/sre snooze 2 business days`.",
  ],
  [
    "a fraction",
    "1.5 days",
    {},
    null,
    "`1.5 days` is not a length of time. Write for example `/sre snooze 2 business days`.",
  ],
  [
    "a mention in it",
    "@carol",
    {},
    null,
    "`@carol` is not a length of time. Write for example `/sre snooze 2 business days`.",
  ],
  [
    "hours",
    "3 hours",
    {},
    null,
    "A task's date is a day: use days, weeks, months or business days, for example `/sre snooze 1 business day`.",
  ],
  [
    "business hours",
    "8 business hours",
    {},
    null,
    "A task's date is a day: use days, weeks, months or business days, for example `/sre snooze 1 business day`.",
  ],
  ["nothing", "0 days", {}, null, "That is not later. Write for example `/sre snooze 1 business day`."],
  ["backwards", "-1 day", {}, null, "That is not later. Write for example `/sre snooze 1 business day`."],
  [
    "a closed task",
    "1 day",
    { task: { open: false } },
    null,
    "It is closed, so there is no date to move. To snooze it, reopen it first.",
  ],
  [
    "no business day ever",
    "1 business day",
    { sre: [{}, { calendar: { closed: ["2026-01-01/2030-12-31"] } }] },
    null,
    "No business day comes within two years: look at `calendar` in sre.yml, or snooze by days.",
  ],
])("snooze: %s", (_name, argument, words, due, says) => {
  const command = `/sre snooze ${argument}`;
  expect(answer(command, words)).toBe(says);
  expect(obeyed([comment(1, command, "bob")], words).orders).toEqual(due === null ? null : orders(1, { due }));
});

test.each<[string, string, Words, readonly string[] | null, string]>([
  ["take", "/sre take", {}, ["bob"], "Assigned to bob now."],
  ["take among others", "/sre take", { task: { assignees: ["alice", "bob"] } }, ["bob"], "Assigned to bob now."],
  ["take one's own", "/sre take", { task: { assignees: ["Bob"] } }, null, "Assigned to bob already."],
  ["take on a closed task", "/sre take", { task: { open: false } }, ["bob"], "Assigned to bob now."],
  [
    "take without access",
    "/sre take",
    { facts: { assignable: new Set(["alice"]) } },
    null,
    "GitHub lets nobody assign you here: you need access to the repository first.",
  ],
  ["assign", "/sre assign @carol", {}, ["carol"], "Assigned to carol now."],
  ["assign without an @", "/sre assign carol", {}, ["carol"], "Assigned to carol now."],
  ["assign in another case", "/sre assign @Carol", {}, ["Carol"], "Assigned to Carol now."],
  [
    "assign several",
    "/sre assign @carol, bob,@alice",
    {},
    ["carol", "bob", "alice"],
    "Assigned to carol, bob, and alice now.",
  ],
  ["assign one twice", "/sre assign @carol @carol", {}, ["carol"], "Assigned to carol now."],
  ["assign whom it is assigned to", "/sre assign ALICE", {}, null, "Assigned to ALICE already."],
  ["assign nobody", "/sre assign", {}, null, "It names nobody. Write for example `/sre assign @who`."],
  ["assign commas", "/sre assign , ,", {}, null, "It names nobody. Write for example `/sre assign @who`."],
  [
    "assign a stranger",
    "/sre assign @dave",
    {},
    null,
    "`dave` cannot be assigned here: they need access to the repository first.",
  ],
  [
    "assign a stranger and others",
    "/sre assign @dave @carol @acme/web -x",
    {},
    ["carol"],
    "Assigned to carol now. `acme/web` and `-x` are no logins. `dave` cannot be assigned here: they need access to the repository first.",
  ],
  ["assign a team", "/sre assign @acme/web", {}, null, "`acme/web` is not a login."],
  [
    "assign a login that hurts",
    "/sre assign `@carol` <!--",
    {},
    null,
    "`` `@carol` `` and `<\u200B!--` are no logins.",
  ],
])("%s", (_name, command, words, assignees, says) => {
  expect(answer(command, words)).toBe(says);
  expect(obeyed([comment(1, command, "bob")], words).orders).toEqual(
    assignees === null ? null : orders(1, { assignees }),
  );
});

test("assign more people than GitHub takes", () => {
  const people = Array.from({ length: 11 }, (_, index) => `p${index}`);
  const words = { facts: { assignable: new Set(people) } };
  expect(answer(`/sre assign ${people.join(" ")}`, words)).toBe(
    "GitHub takes 10 assignees at most, so nobody was assigned.",
  );
  expect(obeyed([comment(1, `/sre assign ${people.slice(1).join(" ")}`, "bob")], words).orders?.assignees).toHaveLength(
    10,
  );
});

test.each<[string, Words, Orders | null, string]>([
  ["done", {}, orders(1, { close: true }), "Closed as completed."],
  ["done again", { task: { open: false } }, null, "It is closed already."],
])("%s", (_name, words, expected, says) => {
  expect(answer("/sre done", words)).toBe(says);
  expect(obeyed([comment(1, "/sre done", "bob")], words).orders).toEqual(expected);
});

test("help lists what is possible here", () => {
  const text = answer("/sre help");
  for (const usage of ["snooze 2 business days", "done", "take", "assign @who", "help"])
    expect(text).toContain(`\`/sre ${usage}\``);
  expect(obeyed([comment(1, "/sre help", "bob")]).orders).toBeNull();
});

test("an unknown word gets a suggestion, and changes nothing", () => {
  expect(answer("/sre snoose 2 days")).toContain("Did you mean `/sre snooze`?");
  expect(obeyed([comment(1, "/sre snoose 2 days", "bob")]).orders).toBeNull();
});

test.each<[string, string, Words, boolean]>([
  ["who may write", "bob", {}, true],
  ["who may write, in another case", "BOB", {}, true],
  ["an assignee", "alice", {}, true],
  ["an assignee in another case", "Alice", { task: { assignees: ["ALICE"] } }, true],
  ["one of several assignees", "dave", { task: { assignees: ["alice", "dave"] } }, true],
  ["somebody else", "dave", {}, false],
  ["a former assignee", "alice", { task: { assignees: ["carol"] } }, false],
])("permission: %s", (_name, who, words, may) => {
  const { orders: given, before, after } = obeyed([comment(1, "/sre done", who)], words);
  expect(before).toMatchObject([{ action: "add-reaction", comment_id: 1, content: may ? "eyes" : "confused" }]);
  expect(after).toHaveLength(may ? 1 : 0);
  expect(given?.close ?? false).toBe(may);
});

test("permission is asked when a comment's turn comes, once for the comment", () => {
  const handsOn = comment(1, "/sre assign @carol\n/sre snooze 1 day", "alice");
  const tooLate = comment(2, "/sre done", "alice");
  const { orders: given, before, after } = obeyed([handsOn, tooLate]);
  expect(given).toEqual(orders(1, { assignees: ["carol"], due: "2026-11-25" }));
  expect(before).toMatchObject([
    { comment_id: 1, content: "eyes" },
    { comment_id: 2, content: "confused" },
  ]);
  expect(textsOf(after)).toEqual([
    "`/sre assign @carol`: Assigned to carol now.\n\n`/sre snooze 1 day`: Due **2026-11-25** (Wed) now, 1 day later.",
  ]);
  const { before: accepted } = obeyed([comment(1, "/sre assign dave", "bob"), comment(2, "/sre done", "dave")], {
    facts: { assignable: new Set(["dave"]) },
  });
  expect(accepted).toMatchObject([{ content: "eyes" }, { content: "eyes" }]);
});

test("several comments go in order of their ids, each with its reply", () => {
  const { orders: given, after } = obeyed([
    comment(3, "/sre done\n/sre snooze 1 day", "bob"),
    comment(1, "/sre snooze 1 day", "bob"),
    comment(2, "/sre snooze 1 day", "bob"),
  ]);
  expect(given).toEqual(orders(3, { due: "2026-11-26", close: true }));
  expect(textsOf(after)).toEqual([
    "Due **2026-11-25** (Wed) now, 1 day later.",
    "Due **2026-11-26** (Thu) now, 1 day later.",
    "`/sre done`: Closed as completed.\n\n`/sre snooze 1 day`: It is closed, so there is no date to move. To snooze it, reopen it first.",
  ]);
});

test.each<[string, CommentFacts[]]>([
  ["answered", [comment(1, "/sre done", "bob"), answered(2, 1)]],
  ["refused", [comment(1, "/sre done", "dave", { refused: true })]],
  ["of a bot", [comment(1, "/sre done", "renovate[bot]")]],
  ["in code", [comment(1, "```\n/sre done\n```", "bob")]],
  ["in a quote", [comment(1, "> /sre done", "bob")]],
  ["edited into a comment", [comment(1, "/sre done", "bob", { edited: true })]],
  ["of an account that is gone", [{ ...comment(1, "/sre done"), author: null }]],
])("not a command: %s", (_name, comments) => {
  expect(obeyed(comments)).toEqual({ orders: null, before: [], after: [] });
});

test("a receipt is given once", () => {
  const { before, orders: given } = obeyed([comment(1, "/sre done", "bob", { receipted: true })]);
  expect(before).toEqual([]);
  expect(given).toEqual(orders(1, { close: true }));
});

test.each<[string, string, TaskWords, string]>([
  ["snooze", "/sre snooze 1 day", { due: "2026-11-25" }, "Due **2026-11-25** (Wed)."],
  ["done", "/sre done", { open: false }, "It is closed already."],
  ["done, and reopened", "/sre done", {}, "It was closed, and somebody opened it again."],
  ["take", "/sre take", { assignees: ["alice"] }, "Assigned to alice already."],
  ["assign, by one who lost it by that", "/sre assign @carol", { assignees: ["carol"] }, "Assigned to carol already."],
  ["assign, and nobody is left", "/sre assign @carol", { assignees: [] }, "Nobody is assigned now."],
  [
    "what was no length of time",
    "/sre snooze",
    {},
    "It does not say for how long. Write for example `/sre snooze 2 business days`.",
  ],
])("carried out before, its reply lost: %s", (_name, command, more, says) => {
  const {
    orders: given,
    before,
    after,
  } = obeyed([comment(4, command, "alice")], {
    task: { due: DUE, ...more, mark: { heard: 4 } },
  });
  expect(given).toBeNull();
  expect(before).toMatchObject([{ comment_id: 4, content: "eyes" }]);
  expect(textsOf(after)).toEqual([says]);
});

test("what came after the comment that was carried out last is new", () => {
  const comments = [comment(4, "/sre snooze 1 day", "bob"), comment(5, "/sre snooze 1 week", "bob")];
  const { orders: given, after } = obeyed(comments, { task: { due: "2026-11-25", mark: { heard: 4 } } });
  expect(given).toEqual(orders(5, { due: "2026-12-02" }));
  expect(after).toHaveLength(2);
});

test("each reply tells which comment it answers", () => {
  const [reply] = obeyed([comment(31, "/sre help", "bob")]).after;
  expect(reply).toMatchObject({ action: "create-comment", number: 7 });
  expect(reply?.action === "create-comment" && reply.body).toContain('<!-- detoil:reply {"to":31} -->');
});

test("in Japanese", () => {
  const sre: Words["sre"] = [{}, { language: "ja" }];
  expect(answer("/sre snooze 2 business days", { sre })).toBe("期日を **2026-11-26** (木) にしました(2営業日後)。");
  expect(answer("/sre assign dave carol", { sre })).toBe(
    "担当者を carol にしました。`dave` はこのリポジトリで担当者にできません。先にアクセス権が必要です。",
  );
});

test.each<[string, string, string, string]>([
  ["done", "/sre done", "bob", "`/sre done` belongs on the task's own issue: #11, #21."],
  [
    "help",
    "/sre help",
    "bob",
    "`/sre snooze`, `/sre done`, `/sre take`, and `/sre assign` belong on the task's own issue: #11, #21.",
  ],
])("on the parent: %s", (_name, command, who, says) => {
  const own = [task(11), task(12, { open: false })];
  const told = facts({ own, guests: [task(21, { mark: { milestone: 9 } })] });
  const { before, after } = obeyOnParent(parent({ comments: [comment(1, command, who)] }), told, look());
  expect(before).toMatchObject([{ comment_id: 1, content: "eyes" }]);
  expect(textsOf(after)).toEqual([says]);
  expect(after).toMatchObject([{ number: 50 }]);
});

test("on the parent: a task's assignee is nobody special, unknown words get a suggestion, long lists are cut", () => {
  const own = Array.from({ length: 13 }, (_, index) => task(index + 1));
  const on = (body: string, who: string) =>
    obeyOnParent(parent({ comments: [comment(1, body, who)] }), facts({ own }), look());
  expect(on("/sre done", "alice")).toMatchObject({ before: [{ content: "confused" }], after: [] });
  expect(textsOf(on("/sre dome", "bob").after)[0]).toContain("Did you mean `/sre done`?");
  expect(textsOf(on("/sre take", "bob").after)[0]).toMatch(/: #1, #2, .*, #10 and 3 more\.$/);
  expect(obeyOnParent(parent(), facts(), look())).toEqual({ before: [], after: [] });
});

const command = fc.constantFrom(
  "/sre snooze 1 day",
  "/sre snooze 2 weeks",
  "/sre snooze",
  "/sre done",
  "/sre take",
  "/sre assign @bob @dave",
  "/sre assign carol",
  "/sre help",
  "/sre nothing",
);
const given = fc.record({
  body: fc.array(command, { minLength: 1, maxLength: 3 }),
  who: fc.constantFrom("alice", "bob", "carol", "dave"),
});

test("killed before any of its replies, the next look changes nothing and answers each comment once", () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 5 }), fc.nat(), (comments, cut) => {
      const written = comments.map(({ body, who }, index) => comment(index + 1, body.join("\n"), who));
      const first = obeyed(written);
      const refused = new Set(
        first.before.flatMap((action) =>
          action.action === "add-reaction" && action.content === "confused" ? [action.comment_id] : [],
        ),
      );
      const kept = cut % (first.after.length + 1);
      const answers = first.after
        .slice(0, kept)
        .map((action, index) => ours(100 + index, action.action === "create-comment" ? action.body : ""));
      const read = written.map((each) => ({
        ...each,
        refused: refused.has(each.id),
        receipted: !refused.has(each.id),
      }));
      const { orders: done } = first;
      const next = obeyed([...read, ...answers], {
        task: {
          due: done?.due ?? DUE,
          open: done?.close !== true,
          assignees: done?.assignees ?? ["alice"],
          mark: { heard: done?.heard ?? 0 },
        },
      });
      expect(next.orders).toBeNull();
      expect(next.before).toEqual([]);
      expect(next.after).toHaveLength(first.after.length - kept);
      expect(pendingCommands([...read, ...answers], look().self)).toHaveLength(next.after.length);
    }),
  );
});
