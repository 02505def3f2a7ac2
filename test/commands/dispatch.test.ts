import { expect, test } from "vitest";
import { dispatched, lines, said } from "./made-up.ts";

const BOTH = "chore and wish";

test.each([
  ["a chore's word on a chore", "chore", "/sre sweep", ["write chore sweep 1", "sweep by bob."]],
  ["a word of both, on a chore", "chore", "/sre done", ["write chore done 1", "done by bob."]],
  ["a word of both, on a wish", "wish", "/sre done", ["write wish done 1", "done by bob."]],
  ["a word of both, on both: the open request", BOTH, "/sre done", ["write wish done 1", "The wish: done by bob."]],
  ["a word that only the first has", BOTH, "/sre pass", ["write wish pass 1", "The wish: pass by bob."]],
  ["a word that only the second has", BOTH, "/sre sweep", ["write chore sweep 1", "The chore: sweep by bob."]],
  [
    "a word that only another place has",
    "chore",
    "/sre pass",
    ["`/sre pass` is for the issue of wish; this is not one."],
  ],
  [
    "a word of an automation that is off",
    BOTH,
    "/sre water",
    ["`/sre water` is for the issue of garden; this is not one. Switch garden on in sre.yml."],
  ],
  [
    "a word that nobody has",
    BOTH,
    "/sre deploy",
    [
      "`/sre deploy` is not a command here. There are `/sre done`, `/sre pass`, and `/sre sweep`. `/sre help` says what is possible.",
    ],
  ],
  ["a slip", BOTH, "/sre swep", ["`/sre swep` is not a command here. Did you mean `/sre sweep`?"]],
  [
    "anything where nothing claims the conversation",
    "talk",
    "/sre done",
    ["`/sre done` is for the issue of chore or the issue of wish; this is not one."],
  ],
])("%s", (_what, body, command, answers) => {
  expect(lines(dispatched({ body, comments: [said(1, command)] }))).toEqual(["eyes on 1", ...answers]);
});

test("after the request is closed, the same word means the task", () => {
  const open = dispatched({ body: BOTH, comments: [said(1, "/sre done")] });
  expect([...open.changed]).toEqual(["wish"]);
  const after = dispatched({ body: "chore", comments: [said(2, "/sre done")] });
  expect([...after.changed]).toEqual(["chore"]);
});

test("several words of one comment: one reply, in order, each about its own; the writes of each together", () => {
  const { plan } = dispatched({ body: BOTH, comments: [said(1, "/sre sweep\n/sre done\n/sre dnoe")] });
  expect(lines({ plan, refused: new Set(), changed: new Set() })).toEqual([
    "eyes on 1",
    "write wish done 1",
    "write chore sweep 1",
    [
      "`/sre sweep`: The chore: sweep by bob.",
      "`/sre done`: The wish: done by bob.",
      "`/sre dnoe` is not a command here. Did you mean `/sre done`?",
    ].join("\n\n"),
  ]);
});

test("which one a reply is about, in Japanese", () => {
  const given = { body: BOTH, language: "ja" as const, comments: [said(1, "/sre done")] };
  expect(lines(dispatched(given)).at(-1)).toBe("wish の件: done by bob.");
});

test("help lists what the claimants have that are on, each word once, and who may give it", () => {
  const help = (body: string, sections?: object) =>
    lines(dispatched({ body, comments: [said(1, "/sre help")], ...(sections === undefined ? {} : { sections }) })).at(
      -1,
    );
  expect(help(BOTH)?.split("\n").slice(2)).toEqual([
    "- `/sre done` does done.",
    "- `/sre pass` does pass.",
    "- `/sre sweep` does sweep.",
    "- `/sre help` shows this list.",
    "",
    "Detoil listens to people with write access, to the person who was asked, to the issue's author, and to the issue's assignees.",
  ]);
  expect(help("chore")?.split("\n").slice(2, 4)).toEqual(["- `/sre done` does done.", "- `/sre sweep` does sweep."]);
  expect(help(BOTH, {})).not.toContain("sweep");
  expect(help("talk", {})).toBe("There is nothing to ask for here. In the issue of wish, `/sre help` lists what is.");
});

test("where the section is gone, the reply says how to have it back, and nothing is changed", () => {
  const { plan, changed } = dispatched({ body: "chore", sections: {}, comments: [said(1, "/sre sweep")] });
  expect(lines({ plan, refused: new Set(), changed })).toEqual([
    "eyes on 1",
    "Nothing was changed. Switch chore on in sre.yml.",
  ]);
  expect(changed.size).toBe(0);
});

const PEOPLE = { wish: { people: { asked: ["ann"], author: ["al"] } }, chore: { people: { assignee: ["Carol"] } } };

test.each([
  ["the person who was asked", "ann", "/sre pass", "The wish: pass by ann."],
  ["the author, what is for the author", "al", "/sre done", "The wish: done by al."],
  ["the author, what is not", "al", "/sre pass", null],
  ["an assignee, in another case", "carol", "/sre sweep", "The chore: sweep by carol."],
  ["an assignee, another's", "carol", "/sre pass", null],
  ["a stranger", "eve", "/sre done", null],
  ["a stranger who asks for help", "eve", "/sre help", null],
])("who may give a command: %s", (_who, login, command, line) => {
  const result = dispatched({ body: BOTH, knows: PEOPLE, comments: [said(1, command, login)] });
  expect(lines(result)).toEqual(
    line === null ? ["confused on 1"] : ["eyes on 1", expect.stringMatching(/^write /), line],
  );
  expect([...result.refused]).toEqual(line === null ? [1] : []);
});

test("a command that is not theirs, beside one that is, is said and not carried out", () => {
  const result = dispatched({ body: BOTH, knows: PEOPLE, comments: [said(1, "/sre pass\n/sre done", "al")] });
  expect(lines(result)).toEqual([
    "eyes on 1",
    "write wish done 1",
    "`/sre pass` is only for people with write access and the person who was asked.\n\n`/sre done`: The wish: done by al.",
  ]);
});

test("who may give it is said in Japanese, too", () => {
  const given = { body: BOTH, knows: PEOPLE, language: "ja" as const };
  const [, , reply] = lines(dispatched({ ...given, comments: [said(1, "/sre pass\n/sre done", "al")] }));
  expect(reply?.split("\n")[0]).toBe("`/sre pass` を使えるのは、書き込み権限のある人と、依頼された人だけです。");
});

test("where nothing claims it, the issue's assignees are listened to", () => {
  const given = { body: "talk", assignees: ["carol"] };
  expect(lines(dispatched({ ...given, comments: [said(1, "/sre help", "carol")] }))[0]).toBe("eyes on 1");
  expect(lines(dispatched({ ...given, comments: [said(1, "/sre help", "eve")] }))).toEqual(["confused on 1"]);
});

test("what was carried out before its reply was lost is answered, not carried out again, whoever may give it now", () => {
  const result = dispatched({
    body: BOTH,
    knows: { wish: { processed: 4 } },
    comments: [said(4, "/sre done", "al"), said(5, "/sre done")],
  });
  expect(lines(result)).toEqual([
    "eyes on 4",
    "eyes on 5",
    "write wish done 5",
    "The wish: done was done.",
    "The wish: done by bob.",
  ]);
  expect([...result.changed]).toEqual(["wish"]);
});

test("one claimant's earlier success does not permit a command to another", () => {
  const result = dispatched({
    body: BOTH,
    knows: { wish: { processed: 4 } },
    comments: [said(4, "/sre done\n/sre sweep", "al")],
  });
  expect(lines(result)).toEqual([
    "eyes on 4",
    "`/sre done`: The wish: done was done.\n\n`/sre sweep` is only for people with write access and the issue's assignees.",
  ]);
});
