import fc from "fast-check";
import { expect, test } from "vitest";
import { readCommands } from "../../src/commands/read-commands.ts";
import { runs } from "../harness/long.ts";
import { commandLinesByParser } from "./by-parser.ts";

const words = (body: string) => readCommands(body).map(({ word }) => word);

test.each([
  ["/sre take", { word: "take", argument: "", line: "/sre take" }],
  ["/sre snooze 2 business days", { word: "snooze", argument: "2 business days", line: "/sre snooze 2 business days" }],
  ["   /SRE  Take\t", { word: "take", argument: "", line: "/SRE  Take" }],
  ["/sre assign @alice, @bo  ", { word: "assign", argument: "@alice, @bo", line: "/sre assign @alice, @bo" }],
  ["/sre", { word: "help", argument: "", line: "/sre" }],
  ["/Sre \r\n", { word: "help", argument: "", line: "/Sre" }],
  ["/sre\u3000snooze　2 days", { word: "snooze", argument: "2 days", line: "/sre\u3000snooze　2 days" }],
  ["/sre 担当 アリス", { word: "担当", argument: "アリス", line: "/sre 担当 アリス" }],
  ["/sre take `now`", { word: "take", argument: "`now`", line: "/sre take `now`" }],
])("%j is a command", (body, command) => {
  expect(readCommands(body)).toEqual([command]);
});

/** Pasted from chats and editors; nobody sees these characters, so nobody could tell why a command is ignored. */
test.each([
  ["a zero-width space", "\u200B/sre take"],
  ["a byte order mark", "\uFEFF/sre take"],
  ["both, among spaces", "\uFEFF \u200B  \u2060/sre take"],
  ["a direction mark, on a later line", "Thanks.\n\u200E/sre take\u200B no"],
])("invisible characters before a command do not count: %s", (_what, body) => {
  expect(readCommands(body)[0]).toMatchObject({ word: body.endsWith("no") ? "take\u200B" : "take" });
});

test.each([
  ["a quote", "\u200B> /sre take"],
  ["a quote after a byte order mark", "\uFEFF> /sre take"],
  ["indented code after a byte order mark", "\uFEFF    /sre take"],
  ["code", "`\n\u200B/sre take\n`"],
  ["a list item", "- \u200B/sre take"],
  ["visible blanks", "\u3000/sre take"],
])("invisible characters do not make a command of %s", (_where, body) => {
  expect(readCommands(body)).toEqual([]);
});

test.each([
  ["several, in order", "/sre take\n/sre snooze 2 days\n\nThanks.\n\n/sre help"],
  ["Windows line ends", "Hello\r\n/sre take\r\n/sre snooze 2 days\r\n\r\n/sre help\r\n"],
  ["old Mac line ends", "/sre take\r/sre snooze 2 days\r/sre help"],
  ["between other blocks", "# Title\n/sre take\n\n---\n/sre snooze 2 days\n```\ncode\n```\n/sre help"],
  ["after full-width indentation", "\u3000```\n/sre take\n\u3000\u3000\u3000\u3000<!--\n/sre snooze 2 days\n/sre help"],
  ["under a list, which is not indented into it", "- done: a\n- done: b\n/sre take\n/sre snooze 2 days\n\n/sre help"],
  ["above a rule, which makes a heading of it", "/sre take\n---\n/sre snooze 2 days\n===\n/sre help"],
  ["after a quote", "> why\n\n/sre take\n/sre snooze 2 days\n\n> because\n\n/sre help"],
  ["after fences that were closed", "~~~~\n~~~\n/sre no\n~~~~\n/sre take\n/sre snooze 2 days\n```js\n```\n/sre help"],
  ["after a fence in an item, which ends with the item", "- ```\n  code\n\n/sre take\n/sre snooze 2 days\n/sre help"],
  ["after HTML", "<details>\n\n/sre take\n/sre snooze 2 days\n\n</details>\n\n<!-- a -->\n/sre help"],
  ["after a tag in the middle of a paragraph", "a\n<b>\n/sre take\n</b>\n/sre snooze 2 days\n/sre help"],
  ["after a table", "| a | b |\n| - | - |\n| c | d |\n\n/sre take\n/sre snooze 2 days\n/sre help"],
  ["where nothing closes", "a ` <!-- <b <?x \\` *\n/sre take\n/sre snooze 2 days\n/sre help"],
  ["beside code", "`a`\n/sre take\n`` ` ``\n/sre snooze 2 days\n<http://x.example/`>\n/sre help"],
])("commands %s", (_where, body) => {
  expect(words(body)).toEqual(["take", "snooze", "help"]);
});

test.each([
  ["none", "Have a look at /sre take."],
  ["a longer word", "/srething take\n/sre-take\n/sre,take\n/sre: take"],
  ["an escape", "\\/sre take"],
  ["a path", "a/sre take\n//sre take\n./sre take"],
  ["a fence", "```\n/sre take\n```"],
  ["a longer fence", "````\n```\n/sre take\n````"],
  ["tildes", "~~~ sh `x`\n/sre take\n~~~"],
  ["a fence that nobody closed", "```\n\n/sre take"],
  ["a fence closed by too few, too many words, another mark", "```\n``\n``` x\n~~~\n/sre take"],
  ["indented code", "    /sre take\n\n\t/sre take"],
  ["inline code", "a `b\n/sre take\nc` d"],
  ["double backticks", "a ``b ` c\n/sre take\n`` d"],
  ["a quote", "> /sre take\n>/sre take\n  > /sre take"],
  ["a quote, going on without its mark", "> Somebody wrote\n/sre take"],
  ["a quote in a list", "- > a\n/sre take"],
  ["a fence in a quote", "> ```\n> /sre take\n> ```"],
  ["a list", "- /sre take\n* /sre take\n1. /sre take\n- [ ] /sre take"],
  ["a list item's further lines", "- for example\n  /sre take\n\n  /sre take"],
  ["an ordered list item's further lines", "1. for example\n   /sre take"],
  ["a list item that begins on its second line", "-\n  for example\n\n  /sre take"],
  ["a fence in a list", "- ```\n  /sre take\n  ```"],
  ["an HTML comment", "<!--\n/sre take\n-->"],
  ["an HTML comment in text", "a <!-- b\n/sre take\n--> c"],
  ["an HTML comment that nobody closed", "<!--\n\n/sre take"],
  ["an HTML block", "<details>\n/sre take\n</details>"],
  ["a preformatted block", "<pre>\n\n/sre take\n</pre>"],
  ["a tag alone on its line", "<kbd>\n/sre take\n</kbd>"],
  ["an attribute", 'a <b title="\n/sre take\n"> c'],
  ["a table's head", "/sre take | b\n--- | ---\nc | d"],
  ["a table's rows", "a | b\n--- | ---\n/sre take\nc | d"],
  ["a quote that goes on with a full-width space", "> a\n\u3000\n/sre take"],
  ["a tab that indents", " \t/sre take"],
])("no command in %s", (_where, body) => {
  expect(readCommands(body)).toEqual([]);
});

/**
 * People's text, in lines. The parser differs on what follows a quote's mark within a paragraph, so such lines are left
 * out.
 */
const container = fc.constantFrom("> ", ">", "- ", "* ", "1. ", "1) ", "  ", "    ", " ", "\t", "-  ", "-     ");
const inlines = ["`", "``", "\\`", "<!--", "-->", "a<b", ' c="', '"', '">', "a</b>", "<?", "?>", "<http://x.example>"];
const starts = ["```", "````", "~~~", "<div>", "</div>", "<pre>", "a</pre>"];
const plain = ["a", "b c", "日本", " ", "\u3000", "**"];
const text = fc.array(fc.constantFrom(...inlines, ...starts, ...plain), { minLength: 1, maxLength: 4 });
const nested = fc
  .tuple(fc.array(container, { maxLength: 3 }), text)
  .map(([marks, parts]) => [...marks, parts.join("")])
  .map((parts) => (/^ *$/.test(parts.at(-1) ?? "") ? "" : parts.join("")));
const whole = fc.constantFrom(
  "",
  "---",
  "===",
  "# a",
  "* * *",
  "a | b",
  "--- | ---",
  "| - | - |",
  "```",
  "~~~",
  "<!--",
);
const command = fc.constantFrom(
  "/sre N take",
  " /sre N take",
  "/SRE N",
  "/sre N `",
  "/sre N -->",
  '/sre N ">',
  "/sre N | b",
);
const line = fc.oneof({ weight: 3, arbitrary: nested }, whole, { weight: 2, arbitrary: command });

test("a full Markdown parser finds the same", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const body = lines.map((each, index) => each.replace(" N", ` ${index}`)).join("\n");
      expect(words(body).map(Number)).toEqual(commandLinesByParser(body));
    }),
    runs(500),
  );
});

test("quoted or fenced text never has a command", () => {
  const body = fc.array(fc.oneof(command, nested, whole), { maxLength: 12 }).map((lines) => lines.join("\n"));
  const quoted = (inner: string) => inner.replace(/^/gm, "> ");
  // longer than any run that the inner lines are made of
  const fence = "`".repeat(32);
  const fenced = (inner: string) => `${fence}
${inner}
${fence}`;
  fc.assert(
    fc.property(body, fc.constantFrom(quoted, fenced), (inner, hide) => {
      expect(words(hide(inner))).toEqual([]);
      expect(words(`${hide(inner)}\n\n/sre take`)).toEqual(["take"]);
    }),
    runs(500),
  );
});

const LONGEST = 65_536;
const full = (part: string) => part.repeat(Math.ceil(LONGEST / part.length)).slice(0, LONGEST - 20);

/** Each of them keeps some Markdown parser busy for seconds or minutes. A test that hangs fails. */
test.each([
  ["`", []],
  ["` `` ", ["take"]],
  ["\\`", ["take"]],
  ["<", ["take"]],
  ["<!", ["take"]],
  ["<!--", []],
  ["<a ", ["take"]],
  ["a<a b='", ["take"]],
  ["a<?", ["take"]],
  ["[", ["take"]],
  ["*a_ ", ["take"]],
  ["> ", []],
  [">", []],
  ["1. ", []],
  ["- a\n", ["take"]],
  ["a\n=\n", ["take"]],
  ["|a|b\n|-|-\n", []],
  ["a|b\n", ["take"]],
  ["-|", ["take"]],
  ["\t", ["take"]],
  ["\n", ["take"]],
  ["- \n", ["take"]],
  ["lorem ipsum ", ["take"]],
  ["\u200B", ["take"]],
])("64 KB of %j", (part, expected) => {
  expect(words(`${full(part)}\n/sre take`)).toEqual(expected);
});

/** Blanks before a line separator, which is white space to JavaScript and not a line end in Markdown. */
test.each([
  ["\u2028", "help", ""],
  ["\u2028a", "a", ""],
  [" a \u2029", "a", ""],
])("/sre, 64 KB of blanks and %j", (end, word, argument) => {
  expect(readCommands(`/sre${" ".repeat(65_000)}${end}`)).toMatchObject([{ word, argument }]);
  expect(readCommands(`/sre a${" ".repeat(65_000)}${end}`)).toHaveLength(1);
});

test("backticks of every length", () => {
  const runs = Array.from({ length: 350 }, (_, length) => "`".repeat(length + 1)).join(" ");
  expect(words(`a ${runs}\n/sre take\n/sre done`)).toEqual(["take", "done"]);
});

test("a whole comment of commands", () => {
  expect(words(full("/sre take\n").slice(0, 60_000))).toHaveLength(6_000);
});
