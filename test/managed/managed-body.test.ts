import fc from "fast-check";
import { expect, test } from "vitest";
import { managedBlock, replaceBlock, textAround } from "../../src/managed/managed-body.ts";
import { findMarkers } from "../../src/markdown/marker.ts";

const KEY = "release";
const { wrap, find } = managedBlock;

test("a block is between its markers", () => {
  expect(wrap(KEY, "- [ ] #1 a", { n: 1 })).toBe(
    '<!-- detoil:release {"n":1} -->\n- [ ] #1 a\n<!-- /detoil:release -->',
  );
});

test("the block of a body, and its surroundings", () => {
  const body = `hello\r\n\r\n${wrap(KEY, "a\nb", { n: 1 })}\r\nbye `;
  expect(find(body, KEY)).toEqual({ before: "hello\r\n\r\n", content: "a\nb", after: "\r\nbye ", data: { n: 1 } });
});

test("our block within another person's text", () => {
  const theirs = `Mine.\n${managedBlock.wrap("task", "old", { a: 1 })}\nAnd mine.`;
  const ours = `${managedBlock.wrap("task", "new", { a: 2 })}\nBelow.`;
  expect(textAround(theirs, ours, "task")).toBe(`Mine.\n${managedBlock.wrap("task", "new", { a: 2 })}\nAnd mine.`);
  expect(textAround("Only mine.", ours, "task")).toBeNull();
  expect(textAround(theirs, "nothing of ours", "task")).toBeNull();
});

test("a body without it has none", () => {
  expect(find("text", KEY)).toBeNull();
  expect(find("<!-- /detoil:release -->", KEY)).toBeNull();
  expect(find(wrap("other", "x"), KEY)).toBeNull();
});

test("line ends that the browser changed are read as they were written", () => {
  const body = wrap(KEY, "a\n\nb\n- [ ] #1").replaceAll("\n", "\r\n");
  expect(find(body, KEY)?.content).toBe("a\n\nb\n- [ ] #1");
});

test("of two blocks the first counts, and the second stays as it is", () => {
  const second = wrap(KEY, "second");
  const body = `${wrap(KEY, "first")}\n${second}`;
  expect(find(body, KEY)).toMatchObject({ content: "first", after: `\n${second}` });
  expect(replaceBlock(body, KEY, "new")).toBe(`${wrap(KEY, "new")}\n${second}`);
});

test("blocks of several keys stand side by side", () => {
  const body = replaceBlock(replaceBlock("", "one", "1"), "two", "2");
  expect(find(body, "one")?.content).toBe("1");
  expect(find(body, "two")?.content).toBe("2");
});

test.each([
  ["", "block"],
  ["text", "text\n\nblock"],
  ["text\n", "text\n\nblock"],
  ["text\r\n", "text\r\n\nblock"],
])("into %j it goes at the end", (body, expected) => {
  expect(replaceBlock(body, KEY, "x")).toBe(expected.replace("block", wrap(KEY, "x")));
});

const begin = "<!-- detoil:release -->";

test.each([
  [
    "up to its last line",
    `${begin}\n**2** wait\n\n- [ ] #1\n\nMerge it so.\n<sub>Detoil · release</sub>\nmine`,
    "\nmine",
  ],
  ["up to its last line, CRLF", `${begin}\r\n- [ ] #1\r\n<sub>Detoil · release</sub>\r\nmine`, "\r\nmine"],
  [
    "up to where the list ends",
    `${begin}\n**2** wait\n\n- [ ] #1\n  - [x] #2\n    note\n* [ ] mine in the list\n\nmine`,
    "\n\nmine",
  ],
  ["the first paragraph where there is no list", `${begin}\nNothing waits.\nReally.\n\nmine`, "\n\nmine"],
  ["the first paragraph, CRLF", `${begin}\r\nNothing waits.\r\n\r\nmine`, "\r\n\r\nmine"],
  ["nothing where nothing follows", `${begin}\n`, "\n"],
  ["before another marker", `${begin}\n- [ ] #1\n<!-- detoil:other -->\n- [ ] #2`, "\n<!-- detoil:other -->\n- [ ] #2"],
  ["before a second block of the same key", `${begin}\n- [ ] #1\n${wrap(KEY, "x")}`, `\n${wrap(KEY, "x")}`],
])("without its end marker the block goes %s", (_, body, after) => {
  const found = find(body, KEY);
  expect(found?.after).toBe(after);
  expect(found?.before).toBe("");
});

test("a second write of the same changes nothing", () => {
  const body = replaceBlock("human\r\n", KEY, "- [ ] #1", { n: 1 });
  expect(replaceBlock(body, KEY, "- [ ] #1", { n: 1 })).toBe(body);
});

const line = fc.string({ unit: fc.constantFrom(..."ab #@-*[]x<>!&|`~_1日👍"), maxLength: 12 });
const prose = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\n\n", "")), { maxLength: 6 })
  .map((lines) => lines.flat().join(""))
  .filter((text) => findMarkers(text).length === 0);

test("people's text around it survives byte for byte, whatever the block becomes", () => {
  fc.assert(
    fc.property(prose, prose, prose, prose, (before, after, first, second) => {
      const body = before + wrap(KEY, first) + after;
      const written = replaceBlock(body, KEY, second, { n: 2 });
      expect(written.startsWith(before)).toBe(true);
      expect(written.endsWith(after)).toBe(true);
      expect(find(written, KEY)).toEqual({ before, content: second.replaceAll("\r\n", "\n"), after, data: { n: 2 } });
      expect(replaceBlock(written, KEY, second, { n: 2 })).toBe(written);
    }),
  );
});

test("a block whose end was deleted loses no line that people wrote below a blank line", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }),
      prose.filter((text) => !/^<sub>Detoil/m.test(text)),
      (numbers, mine) => {
        const list = numbers.map((number) => `- [ ] #${number}`).join("\n");
        const body = `${begin}\n${list}\n\nP${mine}`;
        expect(find(body, KEY)).toMatchObject({ content: list, after: `\n\nP${mine}` });
        expect(find(replaceBlock(body, KEY, "x"), KEY)?.after).toBe(`\n\nP${mine}`);
      },
    ),
  );
});

test("content cannot end its own block", () => {
  expect(find(wrap(KEY, "a<!-- /detoil:release -->b<!-- detoil:release -->c"), KEY)?.content).toBe("abc");
});
