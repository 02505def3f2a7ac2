import { expect, test } from "vitest";
import { type CommentFacts, pendingCommands } from "../../src/commands/pending.ts";

const self = { slug: "detoil", login: "detoil[bot]" };
const alice = { login: "alice", bot: false };

function comment(facts: Partial<CommentFacts>): CommentFacts {
  const createdAt = new Date("2026-11-20T01:00:00Z");
  const fresh = { edited: false, receipted: false, refused: false };
  return { id: 1, author: alice, body: "/sre take", createdAt, ...fresh, ...facts };
}

const replyBy = (login: string, bot: boolean, body = 'Done. <!-- detoil:reply {"to": 1} -->') =>
  comment({ id: 9, author: { login, bot }, body });

const idsOf = (comments: readonly CommentFacts[]) => pendingCommands(comments, self).map((each) => each.comment.id);

test.each<[string, Partial<CommentFacts>, boolean]>([
  ["a person's new command", {}, true],
  ["one that has our receipt, but no reply yet", { receipted: true }, true],
  ["one edited after our receipt", { edited: true, receipted: true }, true],
  ["an edited comment", { edited: true }, false],
  ["a refused one", { refused: true }, false],
  ["a bot's", { author: { login: "renovate", bot: true } }, false],
  ["our own", { author: { login: "detoil", bot: true } }, false],
  ["one whose author is gone", { author: null }, false],
  ["one without a command", { body: "Thanks, `/sre take` helped." }, false],
])("%s: %j", (_what, facts, isPending) => {
  expect(idsOf([comment(facts)])).toEqual(isPending ? [1] : []);
});

test.each<[string, CommentFacts, boolean]>([
  ["our reply answers, as GraphQL names us", replyBy("detoil", true), true],
  ["our reply answers, as REST names us", replyBy("detoil[bot]", true), true],
  ["a reply to another comment does not", replyBy("detoil", true, 'Done. <!-- detoil:reply {"to": 2} -->'), false],
  ["a person of our name does not", replyBy("detoil", false), false],
  ["another bot does not", replyBy("renovate", true), false],
  ["another marker does not", replyBy("detoil", true, 'Late. <!-- detoil:reminder {"to": 1} -->'), false],
  ["a broken marker does not", replyBy("detoil", true, 'Done. <!-- detoil:reply {"to": "1"} -->'), false],
])("%s", (_what, reply, isAnswered) => {
  expect(idsOf([comment({}), reply])).toEqual(isAnswered ? [] : [1]);
});

test("the oldest first, each with all its commands", () => {
  const comments = [
    comment({ id: 7, body: "/sre help" }),
    comment({ id: 3, body: "/sre take\n/sre snooze 2 days" }),
    comment({ id: 5, body: "Hello" }),
  ];
  const found = pendingCommands(comments, self).map(({ comment: { id }, commands }) => [
    id,
    ...commands.map(({ word }) => word),
  ]);
  expect(found).toEqual([
    [3, "take", "snooze"],
    [7, "help"],
  ]);
});

test("at most twenty commands of a comment are read, so that a reply stays readable", () => {
  const [pending] = pendingCommands([comment({ body: "/sre take\n".repeat(1_000) })], self);
  expect(pending?.commands).toHaveLength(20);
});
