import { expect, test } from "vitest";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import { textHash } from "../../src/github/hash.ts";
import { readLostEdits, withWriting, writingKey, writingsIn } from "../../src/github/lost-edits.ts";
import { connectToken } from "../../src/github/token.ts";

const NAME = "acme/shop";
const OLD = "- [ ] #1";

/**
 * Issue 1 is Detoil's; `sends` is Detoil's PATCH, `edits` a person's. `announces`: what Detoil's next text is computed
 * from, and that text. `writes`: both in a row.
 */
function shop(permissions: Readonly<Record<string, string>> = { issues: "write", metadata: "read", contents: "read" }) {
  const state = parseWorld(
    {
      now: "2026-11-20T01:00:00Z",
      app: { slug: "detoil", permissions },
      users: [{ login: "alice" }],
      repos: [
        {
          name: NAME,
          permission: { alice: "write" },
          issues: [1, 2].map((number) => ({ number, title: "T", body: OLD, user: "detoil[bot]" })),
        },
      ],
    },
    "world",
  );
  const simulator = createSimulator(state);
  const github = connectToken({
    baseUrl: simulator.apiUrl,
    token: simulator.installationToken(NAME),
    slug: "detoil",
    fetch: simulator.fetch,
  });
  const memory = new Map<string, { value: unknown; ageSeconds: number }>();
  const announces = (number: number, basis: string, text: string, ageSeconds = 1) => {
    const known = writingsIn(memory.get(writingKey(number))?.value);
    const value = withWriting(known, { basis: textHash(basis), text: textHash(text) });
    memory.set(writingKey(number), { value, ageSeconds });
  };
  const sends = (number: number, body: string) =>
    github.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
      owner: "acme",
      repo: "shop",
      issue_number: number,
      body,
    });
  return {
    github,
    memory,
    announces,
    sends,
    edits: (number: number, body: string) =>
      void simulator.do({ as: "alice", action: "edit-issue", repo: NAME, number, body }),
    async writes(number: number, basis: string, text: string) {
      announces(number, basis, text);
      await sends(number, text);
    },
    async lost() {
      const found = await readLostEdits(
        github,
        { owner: "acme", name: "shop" },
        {
          observed: async () => [...memory].map(([key, row]) => ({ key, ...row })),
          drop: async (keys) => {
            for (const key of keys) memory.delete(key);
          },
        },
      );
      return new Map([...found].map(([number, { edits }]) => [number, edits]));
    },
  };
}

// GitHub has no If-Match on PATCH. `userContentEdits.diff` had the whole previous text: wildcat-finance/skills.
test("a person's edit between our read and our write is found, until a text of ours was computed from it", async () => {
  const { edits, writes, lost, memory } = shop();
  edits(1, "- [x] #1");
  await writes(1, OLD, "- [ ] #1\n- [ ] #2");
  const found = new Map([[1, [{ before: OLD, text: "- [x] #1" }]]]);
  expect(await lost()).toEqual(found);
  // The same again, as long as nobody merged it.
  expect(await lost()).toEqual(found);
  await writes(1, "- [ ] #1\n- [ ] #2", "- [x] #1\n- [ ] #2");
  expect(await lost()).toEqual(new Map());
  expect(memory.size).toBe(0);
});

test("a text that we read before we wrote is not lost, whatever its line ends; requested once", async () => {
  const { edits, writes, lost, github } = shop();
  edits(1, "- [x] #1\r\nNote");
  await writes(1, "- [x] #1\nNote", "- [x] #1\nNote\n- [ ] #2");
  const before = github.requests.graphql;
  expect(await lost()).toEqual(new Map());
  expect(await lost()).toEqual(new Map());
  expect(github.requests.graphql - before).toBe(1);
});

test("several edits are found, also behind a second text of ours; those before the text that we read are not", async () => {
  const { edits, writes, lost } = shop();
  edits(1, "read");
  edits(1, "one");
  await writes(1, "read", "ours");
  edits(1, "two");
  edits(1, "three");
  await writes(1, "read", "ours again");
  expect(await lost()).toEqual(
    new Map([
      [
        1,
        [
          { before: "read", text: "one" },
          { before: "ours", text: "two" },
          { before: "two", text: "three" },
        ],
      ],
    ]),
  );
});

test("an edit of our own text does not restore what that text overwrote", async () => {
  const { edits, writes, lost } = shop();
  edits(1, "one");
  await writes(1, OLD, "ours");
  edits(1, "two");
  expect(await lost()).toEqual(new Map([[1, [{ before: OLD, text: "one" }]]]));
  await writes(1, "two", "one and two");
  expect(await lost()).toEqual(new Map());
});

test("a write that arrives late, after the text was read anew, overwrites what was read meanwhile", async () => {
  const { edits, announces, sends, lost } = shop();
  // The process is killed with the request on its way.
  announces(1, OLD, "ours");
  edits(1, "one");
  expect(await lost()).toEqual(new Map());
  announces(1, "one", "one and ours");
  await sends(1, "ours");
  const found = new Map([[1, [{ before: OLD, text: "one" }]]]);
  expect(await lost()).toEqual(found);
  announces(1, "ours", "all");
  expect(await lost()).toEqual(found);
  await sends(1, "all");
  expect(await lost()).toEqual(new Map());
});

test("a late write behind a later one loses what that one had", async () => {
  const { edits, announces, writes, sends, lost } = shop();
  announces(1, OLD, "ours");
  edits(1, "one");
  await writes(1, "one", "one and ours");
  await sends(1, "ours");
  expect(await lost()).toEqual(new Map([[1, [{ before: OLD, text: "one" }]]]));
});

test("what somebody put back is not lost", async () => {
  const { edits, writes, lost } = shop();
  edits(1, "one");
  edits(1, OLD);
  await writes(1, OLD, "ours");
  expect(await lost()).toEqual(new Map());
});

test("a text of ours that GitHub changed counts as computed from the latest known one", async () => {
  const { edits, announces, sends, lost } = shop();
  announces(1, OLD, "ours");
  edits(1, "one");
  await sends(1, "ours, changed");
  expect(await lost()).toEqual(new Map([[1, [{ before: OLD, text: "one" }]]]));
});

test("if the text that we read is not among the edits, they are not whole texts, and nothing is known", async () => {
  const { edits, writes, lost } = shop();
  edits(1, "one");
  await writes(1, "what nobody has", "ours");
  expect(await lost()).toEqual(new Map());
});

test("a write that is announced and never happens leaves what was lost before it", async () => {
  const { edits, writes, announces, sends, lost, memory } = shop();
  edits(1, "one");
  await writes(1, OLD, "ours");
  const found = new Map([[1, [{ before: OLD, text: "one" }]]]);
  expect(await lost()).toEqual(found);
  announces(1, "ours", "ours and one");
  expect(await lost()).toEqual(found);
  // Not even if somebody edits it then.
  edits(1, "two");
  expect(await lost()).toEqual(found);
  // The server was started again.
  announces(1, "two", "one and two");
  await sends(1, "one and two");
  expect(await lost()).toEqual(new Map());
  // The write that never happened is waited for.
  expect(memory.size).toBe(1);
});

test("a lost edit is found behind many later ones, with one more request", async () => {
  const { edits, writes, lost, github } = shop();
  edits(1, "one");
  await writes(1, OLD, "ours");
  await writes(2, OLD, "ours");
  for (let tick = 1; tick <= 12; tick += 1) edits(1, `ticked ${tick}`);
  const before = github.requests.graphql;
  expect(await lost()).toEqual(new Map([[1, [{ before: OLD, text: "one" }]]]));
  expect(github.requests.graphql - before).toBe(2);
});

test("what is announced is asked for until its write shows, a minute at most", async () => {
  const { edits, announces, sends, lost, memory } = shop();
  for (const number of [1, 2]) announces(number, OLD, "ours");
  expect(await lost()).toEqual(new Map());
  expect(memory.size).toBe(2);
  edits(1, "one");
  await sends(1, "ours");
  expect(await lost()).toEqual(new Map([[1, [{ before: OLD, text: "one" }]]]));
  announces(2, OLD, "ours", 61);
  await lost();
  expect([...memory.keys()]).toEqual([writingKey(1)]);
});

test("of the writes to one text, the latest ten are remembered", () => {
  const numbers = Array.from({ length: 12 }, (_, at) => ({ basis: `${at}`, text: `${at + 1}` }));
  const known = numbers.reduce(withWriting, writingsIn(null));
  expect(known).toEqual(numbers.slice(2));
  expect(withWriting(known, { basis: "5", text: "6" })).toEqual([
    ...known.filter(({ basis }) => basis !== "5"),
    numbers[5],
  ]);
  expect(writingsIn([...known, { basis: 1 }, null])).toEqual(known);
});

test("two texts of ours in a row lose nothing; nor does a body that was never rewritten, or one that is gone", async () => {
  const { writes, announces, lost } = shop();
  await writes(1, OLD, "a");
  await writes(1, "a", "b");
  announces(2, OLD, "c");
  announces(99, OLD, "c");
  expect(await lost()).toEqual(new Map());
});

test("many bodies are one request, and yesterday's are not read", async () => {
  const { announces, lost, github } = shop();
  announces(1, OLD, "a", 61);
  announces(2, OLD, "a", 61);
  await lost();
  expect(github.requests.graphql).toBe(1);
  announces(1, OLD, "a", 86_401);
  await lost();
  expect(github.requests.graphql).toBe(1);
});

// The authors of that code say that it needs write access; with an App's token unproven.
test("where edits cannot be read nothing is known to be lost", async () => {
  const { edits, announces, lost } = shop({ issues: "read", metadata: "read", contents: "read" });
  edits(1, "- [x] #1");
  announces(1, OLD, "ours");
  expect(await lost()).toEqual(new Map());
});
