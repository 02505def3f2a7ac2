import { expect, test } from "vitest";
import type { Closing } from "../../../src/automations/milestone-tasks/facts.ts";
import { AT, closingComment, closingPlanOf, DONE, LATER, type OnClose, short, type Words } from "./closing.ts";
import { closed, comment, milestone, parent } from "./facts.ts";

test.each<[string, OnClose, Words, readonly string[], readonly string[], Closing | null]>([
  ["comment", "comment", {}, ["comment on 50"], [], { at: AT, did: "comment" }],
  ["comment, remembered", "comment", { closing: { at: AT, did: "comment" } }, [], [], { at: AT, did: "comment" }],
  [
    "comment, killed before it was stored",
    "comment",
    { parent: parent({ comments: [closingComment(1, AT, "comment")] }) },
    [],
    [],
    { at: AT, did: "comment" },
  ],
  [
    "comment, and a person quotes our marker",
    "comment",
    { parent: parent({ comments: [comment(1, closingComment(1, AT, "comment").body)] }) },
    ["comment on 50"],
    [],
    { at: AT, did: "comment" },
  ],
  [
    "comment, closed again",
    "comment",
    {
      parent: parent({ metadata: { closing: { at: "2026-11-01T00:00:00Z", did: "comment" } } }),
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
    { parent: parent({ comments: [closingComment(1, AT, "block")] }) },
    [],
    ["milestone 1 open"],
    { at: AT, did: "block" },
  ],
  [
    "block, killed before it was reopened",
    "block",
    { closing: { at: AT, did: "block" } },
    [],
    ["milestone 1 open"],
    { at: AT, did: "block" },
  ],
  [
    "block, killed before it was reopened, all done meanwhile",
    "block",
    { closing: { at: AT, did: "block" }, tasks: [DONE] },
    [],
    [],
    { at: AT, did: "stands" },
  ],
  [
    "block, reopened by us",
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
    "block, closed a second time, stored",
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
    "block, reopened by a person after the second closing",
    "block",
    { closing: { at: LATER, did: "stands" }, milestone: milestone() },
    [],
    [],
    null,
  ],
  [
    "what was stored while sre.yml said comment does not keep block from its first time",
    "block",
    { closing: { at: AT, did: "comment" }, milestone: closed(LATER) },
    ["comment on 50"],
    ["milestone 1 open"],
    { at: LATER, did: "block" },
  ],
  ["open, nothing remembered", "block", { milestone: milestone() }, [], [], null],
])("%s", (_name, onClose, words, before, after, closing) => {
  const plan = closingPlanOf(onClose, words);
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
    { tasks: [{ comments: [closingComment(1, AT, "comment")] }, {}] },
    ["comment on 12"],
    [],
  ],
  ["block", "block", {}, ["comment on 11"], ["milestone 1 open"]],
  [
    "block, killed before it was reopened",
    "block",
    { tasks: [{ comments: [closingComment(1, AT, "block")] }] },
    [],
    ["milestone 1 open"],
  ],
  [
    "block, a second time",
    "block",
    { tasks: [{ comments: [closingComment(1, AT, "block")] }], milestone: closed(LATER) },
    ["comment on 11"],
    [],
  ],
  [
    "block, a second time, reported",
    "block",
    {
      tasks: [{ comments: [closingComment(1, AT, "block"), closingComment(2, LATER, "stands")] }],
      milestone: closed(LATER),
    },
    [],
    [],
  ],
  [
    "block, a third time",
    "block",
    {
      tasks: [{ comments: [closingComment(1, AT, "block"), closingComment(2, LATER, "stands")] }],
      milestone: closed("2026-11-22T00:30:00Z"),
    },
    ["comment on 11"],
    ["milestone 1 open"],
  ],
  ["leave", "leave", {}, [], []],
  ["rollover", "rollover", { others: [milestone({ number: 2, title: "v1.3" })] }, ["move 11 to 2"], []],
])("without a parent issue: %s", (_name, onClose, words, before, after) => {
  const plan = closingPlanOf(onClose, { ...words, parent: null });
  expect(short(plan.beforeParent)).toEqual(before);
  expect(short(plan.afterParent)).toEqual(after);
});

test("a parent that sre.yml no longer asks for is skipped", () => {
  const plan = closingPlanOf("block", { hasParentInSre: false });
  expect(short(plan.beforeParent)).toEqual(["comment on 11"]);
  const second = {
    tasks: [{ comments: [closingComment(1, AT, "block")] }],
    milestone: closed(LATER),
    hasParentInSre: false,
  };
  expect(short(closingPlanOf("block", second).afterParent)).toEqual([]);
});

test("a task that a person took out of the milestone does not count", () => {
  for (const onClose of ["comment", "block", "rollover"] as const) {
    const plan = closingPlanOf(onClose, { tasks: [{ milestone: null }, DONE] });
    expect([...plan.beforeParent, ...plan.afterParent]).toEqual([]);
  }
});

test.each<[string, OnClose, Words, RegExp | null]>([
  ["comment", "comment", {}, /no more reminders/],
  ["comment, remembered", "comment", { closing: { at: AT, did: "comment" } }, /no more reminders/],
  ["comment, all done", "comment", { tasks: [DONE] }, null],
  ["leave", "leave", {}, null],
  ["rollover", "rollover", {}, null],
  ["block, about to be opened", "block", {}, /reopened it/],
  ["block, opened", "block", { closing: { at: AT, did: "block" }, milestone: milestone() }, /reopened it/],
  [
    "block, reopened, all done",
    "block",
    { closing: { at: AT, did: "block" }, milestone: milestone(), tasks: [DONE] },
    null,
  ],
  ["block, closed again", "block", { closing: { at: LATER, did: "block" } }, /no more reminders/],
  ["open", "block", { milestone: milestone() }, null],
])("in the parent's text: %s", (_name, onClose, words, expected) => {
  const { parentText } = closingPlanOf(onClose, words);
  if (expected === null) expect(parentText).toBeNull();
  else expect(parentText).toMatch(expected);
});
