import { expect, test } from "vitest";
import type { CommandChanges } from "../../../../src/automations/milestone-tasks/task/state.ts";
import { assignable, closed, comment, milestone } from "../facts.ts";
import { answer, changes, executed, type Words } from "./executed.ts";

// Friday 20 November; Monday 23 November is a holiday.
test.each<[string, string, Words, string | null, string]>([
  ["a business day", "1 business day", {}, "2026-11-25", "Now due on **Wed 25 Nov**."],
  ["more of them", "4 Business  Days", {}, "2026-11-30", "Now due on **Mon 30 Nov**."],
  ["a day", "1 day", {}, "2026-11-25", "Now due on **Wed 25 Nov**."],
  ["a week", "1 week", {}, "2026-12-01", "Now due on **Tue 1 Dec**."],
  [
    "months",
    "2 months",
    { facts: { milestone: milestone({ due: null }) } },
    "2027-01-24",
    "Now due on **Sun 24 Jan 2027**.",
  ],
  ["late: from today", "1 business day", { task: { due: "2026-11-10" } }, "2026-11-24", "Now due on **Tue 24 Nov**."],
  ["due today: no difference", "1 week", { task: { due: "2026-11-20" } }, "2026-11-27", "Now due on **Fri 27 Nov**."],
  ["no date: from today", "3 days", { task: { due: null } }, "2026-11-23", "Now due on **Mon 23 Nov**."],
  [
    "today is the team's day",
    "1 day",
    { task: { due: null }, now: "2026-11-20T16:00:00Z" },
    "2026-11-22",
    "Now due on **Sun 22 Nov**.",
  ],
  [
    "business days from a closed day",
    "1 business day",
    { task: { due: "2026-11-22" } },
    "2026-11-25",
    "Now due on **Wed 25 Nov**.",
  ],
  [
    "on the milestone's own day",
    "1 week",
    { facts: { milestone: milestone({ due: "2026-12-01" }) } },
    "2026-12-01",
    "Now due on **Tue 1 Dec**.",
  ],
  [
    "after the milestone",
    "8 days",
    {},
    "2026-12-02",
    "Now due on **Wed 2 Dec**. That is after [v1.2](https://github.com/acme/shop/milestone/1), which is due on Tue 1 Dec.",
  ],
  ["in a closed milestone", "1 day", { facts: { milestone: closed() } }, "2026-11-25", "Now due on **Wed 25 Nov**."],
  [
    "a year",
    "12 months",
    { facts: { milestone: milestone({ due: null }) } },
    "2027-11-24",
    "Now due on **Wed 24 Nov 2027**.",
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
    "There is no business day within two years. Change `calendar` in sre.yml, or snooze by days.",
  ],
])("snooze: %s", (_name, argument, words, due, says) => {
  const command = `/sre snooze ${argument}`;
  expect(answer(command, words)).toBe(says);
  expect(executed([comment(1, command, "bob")], words).changes).toEqual(due === null ? null : changes(1, { due }));
});

test.each<[string, string, Words, readonly string[] | null, string]>([
  ["take", "/sre take", {}, ["bob"], "Now assigned to bob."],
  ["take among others", "/sre take", { task: { assignees: ["alice", "bob"] } }, ["bob"], "Now assigned to bob."],
  ["take one's own", "/sre take", { task: { assignees: ["Bob"] } }, null, "It is already assigned to bob."],
  ["take on a closed task", "/sre take", { task: { open: false } }, ["bob"], "Now assigned to bob."],
  [
    "take without access",
    "/sre take",
    { facts: { assignable: assignable("alice") } },
    null,
    "You cannot be assigned here: you need access to the repository first.",
  ],
  ["assign", "/sre assign @carol", {}, ["carol"], "Now assigned to carol."],
  ["assign without an @", "/sre assign carol", {}, ["carol"], "Now assigned to carol."],
  ["assign in another case", "/sre assign @Carol", {}, ["carol"], "Now assigned to carol."],
  [
    "assign several",
    "/sre assign @carol, bob,@alice",
    {},
    ["carol", "bob", "alice"],
    "Now assigned to carol, bob, and alice.",
  ],
  ["assign one twice", "/sre assign @carol @carol", {}, ["carol"], "Now assigned to carol."],
  ["assign whom it is assigned to", "/sre assign ALICE", {}, null, "It is already assigned to alice."],
  ["assign nobody", "/sre assign", {}, null, "It names nobody. Write for example `/sre assign @who`."],
  ["assign commas", "/sre assign , ,", {}, null, "It names nobody. Write for example `/sre assign @who`."],
  [
    "assign an outsider",
    "/sre assign @dave",
    {},
    null,
    "`dave` cannot be assigned here: they need access to the repository first.",
  ],
  [
    "assign an outsider and others",
    "/sre assign @dave @carol @acme/web -x",
    {},
    ["carol"],
    "Now assigned to carol. `acme/web` and `-x` are not logins; only people can be assigned. `dave` cannot be assigned here: they need access to the repository first.",
  ],
  ["assign a team", "/sre assign @acme/web", {}, null, "`acme/web` is not a login; only people can be assigned."],
  [
    "assign a hostile login",
    "/sre assign `@carol` <!--",
    {},
    null,
    "`` `@carol` `` and `<\u200B!--` are not logins; only people can be assigned.",
  ],
])("%s", (_name, command, words, assignees, says) => {
  expect(answer(command, words)).toBe(says);
  expect(executed([comment(1, command, "bob")], words).changes).toEqual(
    assignees === null ? null : changes(1, { assignees }),
  );
});

test("assign more people than GitHub takes", () => {
  const people = Array.from({ length: 11 }, (_, index) => `p${index}`);
  const words = { facts: { assignable: assignable(...people) } };
  expect(answer(`/sre assign ${people.join(" ")}`, words)).toBe(
    "GitHub allows 10 assignees, so nothing was changed. Name fewer people.",
  );
  expect(
    executed([comment(1, `/sre assign ${people.slice(1).join(" ")}`, "bob")], words).changes?.assignees,
  ).toHaveLength(10);
});

test.each<[string, Words, CommandChanges | null, string]>([
  ["done", {}, changes(1, { close: true }), "Closed as completed."],
  ["done again", { task: { open: false } }, null, "It is already closed."],
])("%s", (_name, words, expected, says) => {
  expect(answer("/sre done", words)).toBe(says);
  expect(executed([comment(1, "/sre done", "bob")], words).changes).toEqual(expected);
});

test("help lists what is possible here", () => {
  const text = answer("/sre help");
  for (const usage of ["snooze 2 business days", "done", "take", "assign @who", "help"])
    expect(text).toContain(`\`/sre ${usage}\``);
  expect(executed([comment(1, "/sre help", "bob")]).changes).toBeNull();
});

test("an unknown word gets a suggestion, and changes nothing", () => {
  expect(answer("/sre snoose 2 days")).toContain("Did you mean `/sre snooze`?");
  expect(executed([comment(1, "/sre snoose 2 days", "bob")]).changes).toBeNull();
});

test("in Japanese", () => {
  const sre: Words["sre"] = [{}, { language: "ja" }];
  expect(answer("/sre snooze 2 business days", { sre })).toBe("期日を **11月26日(木)** に変更しました。");
  expect(answer("/sre assign dave carol", { sre })).toBe(
    "担当者を carol にしました。`dave` はこのリポジトリで担当者にできません。先にアクセス権が必要です。",
  );
});
