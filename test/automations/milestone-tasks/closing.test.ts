import { expect, test } from "vitest";
import { close, type Ended } from "../../../src/automations/milestone-tasks/closing.ts";
import type { Closing, Milestone, OneMilestone, ParentIssue } from "../../../src/automations/milestone-tasks/facts.ts";
import type { Action } from "../../../src/github/actions.ts";
import { closed, comment, config, facts, look, milestone, ours, parent, state, type TaskWords, task } from "./facts.ts";

type OnClose = "comment" | "rollover" | "block" | "leave";

const AT = "2026-11-20T00:30:00Z";
const LATER = "2026-11-21T00:30:00Z";

interface Words {
  readonly tasks?: readonly TaskWords[];
  /** What the parent's mark remembers. */
  readonly closing?: Closing | null;
  readonly parent?: ParentIssue | null;
  readonly milestone?: Milestone;
  readonly others?: readonly Milestone[];
  readonly guests?: readonly TaskWords[];
  readonly language?: "en" | "ja";
  readonly match?: string;
}

const DONE: TaskWords = { open: false };

/** v1.2 was closed at `AT` with #11 open and #12 done, unless said otherwise. */
function ended(onClose: OnClose, words: Words = {}): Ended {
  const own = (words.tasks ?? [{}, DONE]).map((task_, index) => task(11 + index, task_));
  const guests = (words.guests ?? []).map((guest, index) => task(21 + index, { ...guest, mark: { milestone: 9 } }));
  const told: OneMilestone = facts({
    milestone: words.milestone ?? closed(AT),
    others: words.others ?? [],
    parent: words.parent === undefined ? parent({ mark: { closing: words.closing ?? null } }) : words.parent,
    own,
    guests,
  });
  const settings = { "on-close": onClose, match: words.match ?? "*" };
  const states = [...own, ...guests].map((issue) => state(issue));
  return close(states, told, look(config(settings, { language: words.language ?? "en" })));
}

/** In one word each: what is done, to which issue or milestone. */
function short(actions: readonly Action[]): string[] {
  return actions.map((action) => {
    switch (action.action) {
      case "create-comment":
        return `comment on ${String(action.number)}`;
      case "update-issue":
        return `move ${String(action.number)} to ${JSON.stringify(action.milestone)}`;
      case "create-milestone":
        return `make ${action.title}`;
      case "update-milestone":
        return `milestone ${action.number} ${action.state}`;
      default:
        return action.action;
    }
  });
}

const said = (id: number, at: string, did: string) =>
  ours(id, `<!-- detoil:closing {"at":"${at}","did":"${did}"} -->\n…`);

test.each<[string, OnClose, Words, readonly string[], readonly string[], Closing | null]>([
  ["comment", "comment", {}, ["comment on 50"], [], { at: AT, did: "comment" }],
  ["comment, remembered", "comment", { closing: { at: AT, did: "comment" } }, [], [], { at: AT, did: "comment" }],
  [
    "comment, killed before it was remembered",
    "comment",
    { parent: parent({ comments: [said(1, AT, "comment")] }) },
    [],
    [],
    { at: AT, did: "comment" },
  ],
  [
    "comment, and a person quotes our marker",
    "comment",
    { parent: parent({ comments: [comment(1, said(1, AT, "comment").body)] }) },
    ["comment on 50"],
    [],
    { at: AT, did: "comment" },
  ],
  [
    "comment, closed again",
    "comment",
    {
      parent: parent({ mark: { closing: { at: "2026-11-01T00:00:00Z", did: "comment" } } }),
    },
    ["comment on 50"],
    [],
    { at: AT, did: "comment" },
  ],
  ["comment, all done", "comment", { tasks: [DONE] }, [], [], { at: AT, did: "comment" }],
  ["leave", "leave", {}, [], [], { at: AT, did: "leave" }],
  ["no tasks of ours", "comment", { tasks: [] }, [], [], null],
  ["no tasks of ours, block", "block", { tasks: [] }, [], [], null],
  ["block", "block", {}, ["comment on 50"], ["milestone 1 open"], { at: AT, did: "block" }],
  [
    "block, killed after the comment",
    "block",
    { parent: parent({ comments: [said(1, AT, "block")] }) },
    [],
    ["milestone 1 open"],
    { at: AT, did: "block" },
  ],
  [
    "block, killed before it was opened",
    "block",
    { closing: { at: AT, did: "block" } },
    [],
    ["milestone 1 open"],
    { at: AT, did: "block" },
  ],
  [
    "block, killed before it was opened, all done meanwhile",
    "block",
    { closing: { at: AT, did: "block" }, tasks: [DONE] },
    [],
    [],
    { at: AT, did: "stands" },
  ],
  [
    "block, opened by us",
    "block",
    { closing: { at: AT, did: "block" }, milestone: milestone() },
    [],
    [],
    { at: AT, did: "block" },
  ],
  [
    "block, closed a second time",
    "block",
    { closing: { at: AT, did: "block" }, milestone: closed(LATER) },
    ["comment on 50"],
    [],
    { at: LATER, did: "stands" },
  ],
  [
    "block, closed a second time, remembered",
    "block",
    { closing: { at: LATER, did: "stands" }, milestone: closed(LATER) },
    [],
    [],
    { at: LATER, did: "stands" },
  ],
  [
    "block, closed a second time with all done",
    "block",
    { closing: { at: AT, did: "block" }, milestone: closed(LATER), tasks: [DONE, DONE] },
    [],
    [],
    { at: LATER, did: "stands" },
  ],
  ["block, all done", "block", { tasks: [DONE] }, [], [], { at: AT, did: "stands" }],
  [
    "block, all done, a task reopened after it closed",
    "block",
    { closing: { at: AT, did: "stands" } },
    [],
    [],
    { at: AT, did: "stands" },
  ],
  [
    "block, opened by a person after the second closing",
    "block",
    { closing: { at: LATER, did: "stands" }, milestone: milestone() },
    [],
    [],
    null,
  ],
  [
    "what was remembered while sre.yml said comment does not keep block from its first time",
    "block",
    { closing: { at: AT, did: "comment" }, milestone: closed(LATER) },
    ["comment on 50"],
    ["milestone 1 open"],
    { at: LATER, did: "block" },
  ],
  ["open, nothing remembered", "block", { milestone: milestone() }, [], [], null],
])("%s", (_name, onClose, words, before, after, closing) => {
  const plan = ended(onClose, words);
  expect(short(plan.beforeParent)).toEqual(before);
  expect(short(plan.afterParent)).toEqual(after);
  expect(plan.closing).toEqual(closing);
  expect(plan.moved).toBeNull();
});

test.each<[string, OnClose, Words, readonly string[], readonly string[]]>([
  ["comment", "comment", { tasks: [{}, DONE, {}] }, ["comment on 11", "comment on 13"], []],
  [
    "comment, said on one of them",
    "comment",
    { tasks: [{ comments: [said(1, AT, "comment")] }, {}] },
    ["comment on 12"],
    [],
  ],
  ["block", "block", {}, ["comment on 11"], ["milestone 1 open"]],
  [
    "block, killed before it was opened",
    "block",
    { tasks: [{ comments: [said(1, AT, "block")] }] },
    [],
    ["milestone 1 open"],
  ],
  [
    "block, a second time",
    "block",
    { tasks: [{ comments: [said(1, AT, "block")] }], milestone: closed(LATER) },
    ["comment on 11"],
    [],
  ],
  [
    "block, a second time, said",
    "block",
    { tasks: [{ comments: [said(1, AT, "block"), said(2, LATER, "stands")] }], milestone: closed(LATER) },
    [],
    [],
  ],
  [
    "block, a third time",
    "block",
    {
      tasks: [{ comments: [said(1, AT, "block"), said(2, LATER, "stands")] }],
      milestone: closed("2026-11-22T00:30:00Z"),
    },
    ["comment on 11"],
    ["milestone 1 open"],
  ],
  ["leave", "leave", {}, [], []],
  ["rollover", "rollover", { others: [milestone({ number: 2, title: "v1.3" })] }, ["move 11 to 2"], []],
])("without a parent issue: %s", (_name, onClose, words, before, after) => {
  const plan = ended(onClose, { ...words, parent: null });
  expect(short(plan.beforeParent)).toEqual(before);
  expect(short(plan.afterParent)).toEqual(after);
});

test("rollover moves open tasks, own and guests, and says so first", () => {
  const others = [milestone({ number: 2, title: "v1.3", due: "2026-12-15" })];
  const plan = ended("rollover", { others, guests: [{}, DONE] });
  expect(short(plan.beforeParent)).toEqual(["comment on 50", "move 11 to 2", "move 21 to 2"]);
  expect(plan.afterParent).toEqual([]);
  expect(plan.moved).toEqual({ to: { title: "v1.3", number: 2 }, numbers: [11, 21] });
  expect(plan.closing).toEqual({ at: AT, did: "rollover" });
});

test("rollover, killed halfway: the rest moves, nothing is said again", () => {
  const others = [milestone({ number: 2, title: "v1.3", due: "2026-12-15" })];
  const plan = ended("rollover", {
    others,
    parent: parent({ comments: [said(1, AT, "rollover")] }),
    tasks: [{ milestone: 2 }, {}],
  });
  expect(short(plan.beforeParent)).toEqual(["move 12 to 2"]);
});

test("rollover, remembered: a task that is reopened in the closed milestone stays there", () => {
  const others = [milestone({ number: 2, title: "v1.3", due: "2026-12-15" })];
  expect(ended("rollover", { others, closing: { at: AT, did: "rollover" } })).toMatchObject({
    beforeParent: [],
    moved: null,
    closing: { at: AT, did: "rollover" },
  });
});

test("a task that a person took out of the milestone does not count", () => {
  for (const onClose of ["comment", "block", "rollover"] as const) {
    const plan = ended(onClose, { tasks: [{ milestone: null }, DONE] });
    expect([...plan.beforeParent, ...plan.afterParent]).toEqual([]);
  }
});

const other = (number: number, title: string, due: string | null, more: Partial<Milestone> = {}) =>
  milestone({ number, title, due, ...more });

test.each<[string, Partial<Milestone>, readonly Milestone[], string]>([
  ["the next by date", {}, [other(4, "later", "2027-02-01"), other(5, "next", "2026-12-24")], "5"],
  ["the same date is next", {}, [other(4, "later", "2027-02-01"), other(5, "twin", "2026-12-01")], "5"],
  ["an earlier date is not", {}, [other(4, "before", "2026-11-30")], "make v1.3"],
  ["ties go by number", {}, [other(7, "b", "2026-12-24"), other(5, "a", "2026-12-24")], "5"],
  ["a closed one is not", {}, [other(5, "next", "2026-12-24", { open: false })], "make v1.3"],
  ["one that sre.yml does not match is not", {}, [other(5, "other", "2026-12-24")], "make v1.3"],
  ["one without a date is not next by date", {}, [other(5, "v-later", null)], "make v1.3"],
  ["no date: the earliest", { due: null }, [other(5, "v-b", "2027-01-01"), other(4, "v-a", null)], "5"],
  ["no date anywhere: by number", { due: null }, [other(5, "v-b", null), other(4, "v-a", null)], "4"],
  ["counted up: there already, though earlier", {}, [other(5, "v1.3", "2026-11-01")], "5"],
  ["counted up: there already, without a date", {}, [other(5, "V1.3", null)], "5"],
  ["counted up: closed", {}, [other(5, "v1.3", null, { open: false })], "make v1.4"],
  [
    "counted up: closed, and the one after it is there",
    {},
    [other(5, "v1.3", null, { open: false }), other(6, "v1.4", "2026-11-01")],
    "6",
  ],
  ["a carry", { title: "v1.9" }, [], "make v1.10"],
  ["leading zeros", { title: "v Sprint 09" }, [], "make v Sprint 10"],
  ["zeros stay", { title: "v007" }, [], "make v008"],
  ["a long number", { title: "v9007199254740993" }, [], "make v9007199254740994"],
  ["the last number, wherever it is", { title: "v1.2 (beta)" }, [], "make v1.3 (beta)"],
  ["no number", { title: "v-Cleaning" }, [], "make v-Cleaning (next)"],
  ["no number, again", { title: "v-Cleaning (next)" }, [], "make v-Cleaning (next 2)"],
  ["no number, and again", { title: "v-Cleaning (next 2)" }, [], "make v-Cleaning (next 3)"],
  ["no number, closed", { title: "v" }, [other(5, "v (next)", null, { open: false })], "make v (next 2)"],
])("where open tasks go: %s", (_name, more, others, where) => {
  const titled = others.map((one) => (/^v|^V|other/.test(one.title) ? one : { ...one, title: `v-${one.title}` }));
  const plan = ended("rollover", { milestone: closed(AT, more), others: titled, match: "v*", tasks: [{}] });
  const isMade = where.startsWith("make ");
  expect(short(plan.beforeParent)).toEqual(
    isMade ? [where, "comment on 50", 'move 11 to {"ref":"next-milestone"}'] : ["comment on 50", `move 11 to ${where}`],
  );
});

test("a milestone's title has 255 characters at most", () => {
  const plan = ended("rollover", { milestone: closed(AT, { title: "x".repeat(255) }) });
  const [made] = plan.beforeParent;
  expect(made?.action === "create-milestone" && made.title.length).toBeLessThanOrEqual(255);
  expect(made?.action === "create-milestone" && made.title.endsWith("… (next)")).toBe(true);
});

test("a new milestone need not match: it is what was asked for", () => {
  const plan = ended("rollover", { milestone: closed(AT, { title: "v1.9" }), match: "v1.9" });
  expect(short(plan.beforeParent)[0]).toBe("make v1.10");
});

function bodyOf(plan: Ended): string {
  const found = plan.beforeParent.find((action) => action.action === "create-comment");
  if (found?.action !== "create-comment") throw new Error("nothing was said");
  return found.body;
}

const lines = (plan: Ended) => bodyOf(plan).split("\n");
const V12 = "[v1.2](https://github.com/acme/shop/milestone/1)";
const NOTES: TaskWords = { title: "Release notes", due: "2026-11-19", assignees: ["alice", "bob"] };

test("what is open is named, with its owners and without a ping", () => {
  const words = { tasks: [NOTES, { title: "Ask @eve about #9 `x`", assignees: [] }, DONE] };
  expect(bodyOf(ended("comment", words))).toBe(`<!-- detoil:closing {"at":"2026-11-20T00:30:00Z","did":"comment"} -->
**${V12} was closed with 2 of 3 tasks open.**

- #11 Release notes · alice, bob · due 2026-11-19 (Thu)
- #12 Ask @\u200Beve about #\u200B9 \`x\` · nobody

Detoil reminds nobody of them any more. Close those that nobody needs, and move the others to another milestone.

<sub>Detoil · milestone tasks · said once per closing, \`on-close\` in [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)</sub>`);
});

test.each<[OnClose, Words, string, string]>([
  [
    "block",
    {},
    `**${V12} was closed with 1 of 2 tasks open, so Detoil opens it again.**`,
    "Close them or move them to another milestone, then close the milestone. Closed a second time, it stays closed whatever is open.",
  ],
  [
    "block",
    { closing: { at: LATER, did: "block" }, tasks: [{}] },
    `**${V12} stays closed, with 1 of 1 task open.**`,
    "It was closed a second time, so Detoil leaves it closed and reminds nobody any more.",
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
    "There was no open milestone after it, so Detoil made one: give it a date. What is done stays here.",
  ],
])("said on the parent: %s %#", (onClose, words, first, rest) => {
  const text = lines(ended(onClose, words));
  expect(text[1]).toBe(first);
  expect(text.at(-3)).toBe(rest);
});

test("a long list is cut, and a title in it cannot break out", () => {
  const title = `[x](http://y) <!-- detoil:closing {"at":"x"} --> ${"long ".repeat(60)}`;
  const text = bodyOf(ended("comment", { tasks: Array.from({ length: 200 }, () => ({ title })) }));
  expect(text.match(/^- #\d+ /gm)).toHaveLength(20);
  expect(text).toContain("\n- and 180 more, in the table above\n");
  expect(text.match(/<!--/g)).toHaveLength(1);
  expect(text).not.toContain("](http://y");
});

test("in Japanese", () => {
  const text = lines(ended("comment", { tasks: [NOTES, DONE], language: "ja" }));
  expect(text[1]).toBe(`**タスク2件中1件が未完了のまま** ${V12} がクローズされました。`);
  expect(text[3]).toBe("- #11 Release notes・alice、bob・期日 2026-11-19 (木)");
});

test.each<[string, OnClose, Words, RegExp | null]>([
  ["comment", "comment", {}, /reminds nobody/],
  ["comment, remembered", "comment", { closing: { at: AT, did: "comment" } }, /reminds nobody/],
  ["comment, all done", "comment", { tasks: [DONE] }, null],
  ["leave", "leave", {}, null],
  ["rollover", "rollover", {}, null],
  ["block, about to be opened", "block", {}, /opened it again/],
  ["block, opened", "block", { closing: { at: AT, did: "block" }, milestone: milestone() }, /opened it again/],
  [
    "block, opened, all done",
    "block",
    { closing: { at: AT, did: "block" }, milestone: milestone(), tasks: [DONE] },
    null,
  ],
  ["block, closed again", "block", { closing: { at: LATER, did: "block" } }, /reminds nobody/],
  ["open", "block", { milestone: milestone() }, null],
])("in the parent's text: %s", (_name, onClose, words, expected) => {
  const { parentText } = ended(onClose, words);
  if (expected === null) expect(parentText).toBeNull();
  else expect(parentText).toMatch(expected);
});
