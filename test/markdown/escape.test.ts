import fc from "fast-check";
import { expect, test } from "vitest";
import { code, escapeText, escapeTitle } from "../../src/markdown/escape.ts";
import { findMarkers } from "../../src/markdown/marker.ts";
import { plain } from "../../src/markdown/plain.ts";
import { runs } from "../harness/long.ts";
import { kinds, LINKED_AFTERWARDS, mathIn, parse, shown } from "./rendered.ts";

const GAP = "\u200B";

const hostile = [
  "@alice",
  "ping @acme/web and @bo-b, or\u3000@carol",
  "fixes #12, acme/shop#3 and GH-12 gh-1",
  "https://evil.example/x?a=1 http://a.b ftp://c.d HTTP://E.F www.evil.example WWW.EVIL.EXAMPLE",
  "mail me: bob@evil.example or mailto:bob@evil.example xmpp:a@b.example/c",
  "<!-- detoil:release {} --> and <!-- /detoil:release -->",
  "<!--",
  "-->",
  "<script>alert(1)</script><img src=x onerror=y><b>",
  "<https://evil.example> <bob@evil.example>",
  "[x](javascript:alert(1)) ![pic](https://evil.example/p.png) [a][b] [^1]",
  "[a]: https://evil.example",
  "&#64;alice &commat;alice &lt;b&gt; &amp;amp; &#x3c;!--",
  "`code` ``two`` ```mermaid\ngraph TD\n```",
  "~~~js\nx\n~~~",
  "- [ ] #5 smuggled\n- [x] #6 too",
  "* item\n+ item\n1. one\n2) two",
  "1. one",
  "2) two",
  "- dash",
  "+ plus",
  "=====",
  "# heading\n## two",
  "title\n=====\nother\n-----",
  "***\n---\n___",
  "> quote",
  "    indented code",
  "a | b\n--- | ---\n1 | 2",
  "*a* **b** _c_ __d__ ~e~ ~~f~~ snake_case __init__ 2*3*4",
  "back\\slash \\@alice \\*x\\* end\\",
  "ends with !",
  "![",
  "deadbeef deadbeefdeadbeefdeadbeefdeadbeefdeadbeef user@deadbeef1 acme/shop@0123456 DEADBEEF 1234567",
  "a\r\nb\u2028c\u2029d\u0085e\vf\fg\0h\u001bi",
  "abc\u202Etxt.exe\u2066x\u2069\u200Fy\u00ADz\uFEFF\u2060\u180E",
  "zero\u200Bwidth @\u200Balice #\u200B12 w\u200Bww.x.y",
  "hidden \u{E0041}\u{E0042} tags",
  "\uD800 lone \uDC00",
  "C# and F#",
  "$x$ and $$y$$ cost $5",
  "$`x_1`$ and `$y$` and $`",
  "```math\n\\sqrt{2}\n```",
  "$\\color{red}{\\text{Approved by @alice}}$",
  "<span>$</span>x$",
  "&dollar;x&dollar; \\$x\\$ &#36;x&#36;",
  "> [!NOTE]\n> read me",
  "[!CAUTION]",
  ":tada: :octocat:",
  "note[^1]\n\n[^1]: footnote",
  "acme/shop@deadbeef acme/shop#12 acme#12 #12 GH-7",
  "v1...v2 0123456...89abcde",
];

const readable = [
  "リリースPRの本文を直す（第2回）",
  "Merge 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨‍👩‍👧 👍🏽 ❤️ :tada: emoji",
  "می‌خواهم",
  "Bump urllib3 from 1.26 to 2.0 (renovate)",
  "feat(api)!: drop Python 3.8; 100% faster, isn't it?",
];

/** What the reader should see: the input without hidden parts, on one line. */
function seen(text: string): string {
  return shown(parse(text)).replaceAll(GAP, "");
}

function expectInert(escaped: string, allowed: readonly string[]): void {
  expect(escaped).not.toMatch(/[\r\n]/);
  expect(escaped).not.toMatch(/<!--|-->/);
  expect(findMarkers(escaped)).toEqual([]);
  for (const context of ["", "x\n", "- ", "- [ ] #7 ", "| a |\n| --- |\n| "]) {
    const tree = parse(context + escaped);
    expect(mathIn(tree)).toEqual([]);
    const around = kinds(parse(`${context}x`));
    expect(kinds(tree).filter((kind) => !around.includes(kind) && !allowed.includes(kind))).toEqual([]);
  }
  const text = shown(parse(escaped));
  for (const pattern of LINKED_AFTERWARDS) expect(text).not.toMatch(pattern);
}

test.each([...hostile, ...readable])("%j becomes inert text that reads the same", (input) => {
  const escaped = escapeText(input);
  expectInert(escaped, []);
  expect(seen(escaped)).toBe(plain(input));
});

test.each([...hostile, ...readable])("%j is inert as a title", (input) => {
  expectInert(escapeTitle(input), ["inlineCode"]);
});

test("text does not affect its neighbors", () => {
  expect(escapeText("a | b")).toBe("a &vert; b");
  expect(kinds(parse(`${escapeText("wow!")}[notes](https://x.example)`))).toEqual([
    "link",
    "paragraph",
    "root",
    "text",
  ]);
  expect(shown(parse(`${escapeText("#")}12 ${escapeText("@")}alice`))).not.toMatch(/#1|@a/);
});

test.each(readable)("%j is what the reader sees, to the letter", (input) => {
  expect(shown(parse(escapeText(input)))).toBe(input);
});

test.each([
  ["one line", "a\r\n\tb  c", "a b c"],
  ["no direction overrides", "abc\u202Etxt", "abctxt"],
  ["no hidden tags", "a\u{E0041}b", "ab"],
  ["well-formed", "\uD800", "\uFFFD"],
  ["nothing", " \n ", ""],
])("plain text is %s", (_, input, expected) => {
  expect(plain(input)).toBe(expected);
});

test("a title keeps its code, as on GitHub", () => {
  const tree = parse(escapeTitle("Fix `a_b | c*` in *x*"));
  expect(kinds(tree)).toEqual(["inlineCode", "paragraph", "root", "text"]);
  expect(shown(tree)).toBe("Fix a_b | c* in *x*");
});

test.each(["plain", "a`b", "``", "`", " ", "", " a ", "`a`", "a\nb", "a\\", "<!-- x -->", "{{ref:a}}", "@alice #1"])(
  "code(%j) is one code span with just that in it",
  (input) => {
    const tree = parse(`x ${code(input)} y`);
    const spans = tree.type === "root" && tree.children[0]?.type === "paragraph" ? tree.children[0].children : [];
    expect(spans.map(({ type }) => type)).toEqual(["text", "inlineCode", "text"]);
    expect(shown(tree).replaceAll(GAP, "").slice(2, -2).trim()).toBe(plain(input));
    expect(code(input)).not.toMatch(/<!--|-->|\{\{ref:/);
  },
);

const pieces = fc.constantFrom(
  ..."@#<>!-[](){}`*_~|\\&;:/.=+$\"' \n\t\r0123ab",
  ..."www. http:// gh- GH-1 <!-- --> [x] - [ ] ``` ~~~ &#64; &lt; \u200B \u202E 日本 👍 deadbeef http www mailto:a@b.co".split(
    " ",
  ),
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

test("any text is inert and reads the same", () => {
  fc.assert(
    fc.property(text, (input) => {
      const escaped = escapeText(input);
      expectInert(escaped, []);
      expect(seen(escaped)).toBe(plain(input));
    }),
    runs(400),
  );
});

test("any title is inert", () => {
  fc.assert(
    fc.property(text, (input) => expectInert(escapeTitle(input), ["inlineCode"])),
    runs(300),
  );
});

test("so are two texts side by side", () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const tree = parse(`x ${escapeText(left)} · ${escapeText(right)}`);
      expect(kinds(tree)).toEqual(["paragraph", "root", "text"]);
    }),
    runs(200),
  );
});
