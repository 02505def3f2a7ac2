import { expect, test } from "vitest";
import { receipt, refusal, reply } from "../../src/commands/answer.ts";
import { type CommentFacts, pendingCommands } from "../../src/commands/pending.ts";
import { readCommands } from "../../src/commands/read-commands.ts";

const self = { slug: "detoil", login: "detoil[bot]" };

const asked = (body: string): CommentFacts => ({
  id: 31,
  author: { login: "alice", bot: false },
  body,
  createdAt: new Date("2026-11-20T01:00:00Z"),
  edited: false,
  receipted: false,
  refused: false,
});

function answered(body: string, ...lines: readonly string[]) {
  const answers = readCommands(body).map((command, index) => ({ command, line: lines[index] ?? "" }));
  return reply(7, asked(body), answers, { page: "milestone-tasks.md#commands", says: "`/sre help` · sre.yml" });
}

test("one command: the answer alone, and a marker with the comment that it answers", () => {
  expect(answered("/sre take", "Now assigned to alice.")).toEqual({
    action: "create-comment",
    number: 7,
    identity: "reply/31",
    once: true,
    body: [
      "Now assigned to alice.",
      "<sub>[Detoil](https://github.com/detoil/detoil/blob/main/docs/milestone-tasks.md#commands) · `/sre help` · sre.yml</sub>",
      '<!-- detoil:reply {"to":31} -->',
    ].join("\n\n"),
    because: "a command was given, and nobody has answered it yet",
    answers: true,
  });
});

test("several: each answer names its command", () => {
  const { body } = answered("/sre take\n/sre help\n/sre snooze @bo `x`", "Assigned.", "What:\n\n- a", "No.");
  expect(body.split("\n\n").slice(0, -2)).toEqual([
    "`/sre take`: Assigned.",
    "`/sre help`:",
    "What:",
    "- a",
    "`` /sre snooze @bo `x` ``: No.",
  ]);
});

test("an answer that begins with its command does not get it twice", () => {
  const { body } = answered("/sre hlep\n/sre take", "`/sre hlep` is not a command here.", "Assigned.");
  expect(body.split("\n\n").slice(0, -2)).toEqual(["`/sre hlep` is not a command here.", "`/sre take`: Assigned."]);
});

test("a reply is recognized", () => {
  const { body } = answered("/sre take", "Assigned.");
  const ours = { ...asked(body), id: 32, author: { login: "detoil", bot: true } };
  expect(pendingCommands([asked("/sre take")], self)).toHaveLength(1);
  expect(pendingCommands([asked("/sre take"), ours], self)).toEqual([]);
});

test("twenty commands as long as a comment get a reply that GitHub takes", () => {
  const line = `/sre ${"x".repeat(3_000)}`;
  const { body } = answered(Array(20).fill(line).join("\n"), ...Array(20).fill("y".repeat(500)));
  expect(body.length).toBeLessThan(65_536);
});

test("receipt and refusal are given once", () => {
  const comment = asked("/sre take");
  expect(receipt(comment)).toMatchObject([{ action: "add-reaction", comment_id: 31, content: "eyes" }]);
  expect(receipt({ ...comment, receipted: true })).toEqual([]);
  expect(refusal(comment)).toMatchObject([{ action: "add-reaction", comment_id: 31, content: "confused" }]);
  expect(refusal({ ...comment, refused: true })).toEqual([]);
});
