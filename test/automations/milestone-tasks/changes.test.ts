import fc from "fast-check";
import { expect, test } from "vitest";
import { type CommentFacts, pendingCommands } from "../../../src/commands/pending.ts";
import { changes, DUE, executed, executedOn, replyTexts, type Words } from "./commands/executed.ts";
import { assignable, comment, context, ours, type TaskWords } from "./facts.ts";

const answered = (id: number, to: number) => ours(id, `Done.\n\n<!-- detoil:reply {"to":${to}} -->`);

test.each<[string, string, Words, boolean]>([
  ["who may write", "bob", {}, true],
  ["who may write, in another case", "BOB", {}, true],
  ["an assignee", "alice", {}, true],
  ["an assignee in another case", "Alice", { task: { assignees: ["ALICE"] } }, true],
  ["one of several assignees", "dave", { task: { assignees: ["alice", "dave"] } }, true],
  ["somebody else", "dave", {}, false],
  ["a former assignee", "alice", { task: { assignees: ["carol"] } }, false],
])("permission: %s", (_name, who, words, may) => {
  const { changes: given, before, after } = executed([comment(1, "/sre done", who)], words);
  expect(before).toMatchObject([{ action: "add-reaction", comment_id: 1, content: may ? "eyes" : "confused" }]);
  expect(after).toHaveLength(may ? 1 : 0);
  expect(given?.close ?? false).toBe(may);
});

test("permission is checked when a comment's turn comes, once per comment", () => {
  const handsOn = comment(1, "/sre assign @carol\n/sre snooze 1 day", "alice");
  const tooLate = comment(2, "/sre done", "alice");
  const { changes: given, before, after } = executed([handsOn, tooLate]);
  expect(given).toEqual(changes(1, { assignees: ["carol"], due: "2026-11-25" }));
  expect(before).toMatchObject([
    { comment_id: 1, content: "eyes" },
    { comment_id: 2, content: "confused" },
  ]);
  expect(replyTexts(after)).toEqual([
    "`/sre assign @carol`: Now assigned to carol.\n\n`/sre snooze 1 day`: Now due on **Wed 25 Nov**.",
  ]);
  const { before: accepted } = executed([comment(1, "/sre assign dave", "bob"), comment(2, "/sre done", "dave")], {
    facts: { assignable: assignable("dave") },
  });
  expect(accepted).toMatchObject([{ content: "eyes" }, { content: "eyes" }]);
});

test("several comments are processed in order of their ids, each with its reply", () => {
  const { changes: given, after } = executed([
    comment(3, "/sre done\n/sre snooze 1 day", "bob"),
    comment(1, "/sre snooze 1 day", "bob"),
    comment(2, "/sre snooze 1 day", "bob"),
  ]);
  expect(given).toEqual(changes(3, { due: "2026-11-26", close: true }));
  expect(replyTexts(after)).toEqual([
    "Now due on **Wed 25 Nov**.",
    "Now due on **Thu 26 Nov**.",
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
  expect(executed(comments)).toEqual({ changes: null, before: [], after: [] });
});

test("a receipt is given once", () => {
  const { before, changes: given } = executed([comment(1, "/sre done", "bob", { receipted: true })]);
  expect(before).toEqual([]);
  expect(given).toEqual(changes(1, { close: true }));
});

test.each<[string, string, TaskWords, string]>([
  ["snooze", "/sre snooze 1 day", { due: "2026-11-25" }, "Now due on **Wed 25 Nov**."],
  ["done", "/sre done", { open: false }, "Closed as completed."],
  ["snooze, and closed since", "/sre snooze 1 day", { open: false, due: "2026-11-25" }, "Now due on **Wed 25 Nov**."],
  ["done, and reopened", "/sre done", {}, "It was closed, and somebody reopened it."],
  ["take", "/sre take", { assignees: ["alice"] }, "Now assigned to alice."],
  ["assign, by one who lost it by that", "/sre assign @carol", { assignees: ["carol"] }, "Now assigned to carol."],
  ["assign, and nobody is left", "/sre assign @carol", { assignees: [] }, "Nobody is assigned now."],
  [
    "an unreadable duration",
    "/sre snooze",
    {},
    "It does not say for how long. Write for example `/sre snooze 2 business days`.",
  ],
])("carried out before, its reply lost: %s", (_name, command, more, says) => {
  const {
    changes: given,
    before,
    after,
  } = executed([comment(4, command, "alice")], {
    task: { due: DUE, ...more, metadata: { processed: 4 } },
  });
  expect(given).toBeNull();
  expect(before).toMatchObject([{ comment_id: 4, content: "eyes" }]);
  expect(replyTexts(after)).toEqual([says]);
});

test("comments after the one that was last carried out are new", () => {
  const comments = [comment(4, "/sre snooze 1 day", "bob"), comment(5, "/sre snooze 1 week", "bob")];
  const { changes: given, after } = executed(comments, { task: { due: "2026-11-25", metadata: { processed: 4 } } });
  expect(given).toEqual(changes(5, { due: "2026-12-02" }));
  expect(after).toHaveLength(2);
});

test("each reply says which comment it answers", () => {
  const [reply] = executed([comment(31, "/sre help", "bob")]).after;
  expect(reply).toMatchObject({ action: "create-comment", number: 7 });
  expect(reply?.action === "create-comment" && reply.body).toContain('<!-- detoil:reply {"to":31} -->');
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
  const { before, after } = executedOn({ kind: "parent", open: [11, 21] }, [comment(1, command, who)]);
  expect(before).toMatchObject([{ comment_id: 1, content: "eyes" }]);
  expect(replyTexts(after)).toEqual([says]);
  expect(after).toMatchObject([{ number: 50 }]);
});

test("on the parent: a task's assignee has no special rights, unknown words get a suggestion, long lists are cut", () => {
  const open = Array.from({ length: 13 }, (_, index) => index + 1);
  const on = (body: string, who: string) => executedOn({ kind: "parent", open }, [comment(1, body, who)]);
  expect(on("/sre done", "alice")).toMatchObject({ before: [{ content: "confused" }], after: [] });
  expect(replyTexts(on("/sre dome", "bob").after)[0]).toContain("Did you mean `/sre done`?");
  expect(replyTexts(on("/sre take", "bob").after)[0]).toMatch(/: #1, #2, .*, #10 and 3 more\.$/);
  expect(executedOn({ kind: "parent", open: [] }, [])).toEqual({ changes: null, before: [], after: [] });
});

test("where nothing reconciles a task, its assignees are told so, too; a word that nobody has gets no suggestion", () => {
  const on = (body: string, who: string) =>
    executedOn({ kind: "orphaned", assignees: ["dave"] }, [comment(1, body, who)]);
  for (const body of ["/sre done", "/sre help"])
    expect(replyTexts(on(body, "dave").after)).toEqual([
      expect.stringMatching(/^Nothing was changed: this task is in/),
    ]);
  expect(replyTexts(on("/sre dome", "dave").after)).toEqual([
    "`/sre dome` is not a command here. `/sre help` says what is possible.",
  ]);
  expect(on("/sre done", "alice")).toMatchObject({ before: [{ content: "confused" }], after: [] });
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

test("killed before any of its replies, the next reconciliation changes nothing and answers each comment once", () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 5 }), fc.nat(), (comments, cut) => {
      const written = comments.map(({ body, who }, index) => comment(index + 1, body.join("\n"), who));
      const first = executed(written);
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
      const { changes: done } = first;
      const next = executed([...read, ...answers], {
        task: {
          due: done?.due ?? DUE,
          open: done?.close !== true,
          assignees: done?.assignees ?? ["alice"],
          metadata: { processed: done?.processed ?? 0 },
        },
      });
      expect(next.changes).toBeNull();
      expect(next.before).toEqual([]);
      expect(next.after).toHaveLength(first.after.length - kept);
      expect(pendingCommands([...read, ...answers], context().self)).toHaveLength(next.after.length);
    }),
  );
});
