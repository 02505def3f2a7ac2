import { expect, test } from "vitest";
import { createMarked, deleteMarked, mayBeFurtherBack, ownComments } from "../../src/managed/marked-comment.ts";

const self = { slug: "detoil", login: "detoil[bot]" };
const bot = { login: "detoil", bot: true };
const wanted = {
  number: 7,
  key: "note",
  data: { day: "2026-11-20" },
  text: "Due today.",
  identity: "note/7",
  because: "",
};
const { body } = createMarked(wanted);

test("a comment is created with its marker, and found by it", () => {
  expect(createMarked({ ...wanted, once: true, bulk: true })).toEqual({
    action: "create-comment",
    number: 7,
    identity: "note/7",
    body: '<!-- detoil:note {"day":"2026-11-20"} -->\nDue today.',
    once: true,
    bulk: true,
    because: "",
  });
  expect(ownComments([{ id: 5, author: bot, body }], "note", self)).toEqual([{ id: 5, data: wanted.data }]);
});

test.each([
  ["a person's", { login: "alice", bot: false }, body],
  ["a person's of the bot's name", { login: "detoil", bot: false }, body],
  ["another bot's", { login: "renovate", bot: true }, body],
  ["one whose account is gone", null, body],
  ["one of another key", bot, createMarked({ ...wanted, key: "other" }).body],
  ["one that only quotes the marker", bot, `${createMarked({ ...wanted, key: "other" }).body}\n${body}`],
])("%s does not count", (_, author, text) => {
  expect(ownComments([{ id: 5, author, body: text }], "note", self)).toEqual([]);
});

test("they come oldest first, by GraphQL's and REST's name of the bot, and are deleted by their ids", () => {
  const comments = [9, 5, 7].map((id) => ({ id, author: { login: "detoil[bot]", bot: true }, body }));
  const found = ownComments(comments, "note", self);
  expect(deleteMarked(found, "it is over")).toEqual(
    [5, 7, 9].map((comment_id) => ({ action: "delete-comment", comment_id, because: "it is over" })),
  );
});

test.each([
  ["all were read", false, [20, 21], false],
  ["the read ones reach back to before", true, [18, 21], false],
  ["the read ones are all of later", true, [20, 21], true],
  ["none could be read", true, [], true],
])("a comment since the 19th may be further back: %s", (_, hasEarlier, days, expected) => {
  const at = (day: number) => new Date(`2026-11-${day}T01:00:00Z`);
  const comments = days.map((day) => ({ createdAt: at(day) }));
  expect(mayBeFurtherBack(comments, hasEarlier, at(19))).toBe(expected);
});
