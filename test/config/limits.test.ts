import fc from "fast-check";
import { expect, test } from "vitest";
import { examine } from "../../src/config/examine.ts";
import { runs } from "../harness/long.ts";
import { linesOf, problemsOf } from "./check-text.ts";

const onlyMessage = (text: string): string => {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  return problems[0]?.message ?? "";
};

test("a file of more than 256 kB is refused in one sentence", () => {
  expect(onlyMessage(`version: 1\n# ${"x".repeat(256 * 1024)}\n`)).toMatch(/^The file is larger than 256 kB\./);
});

test("an alias bomb is refused", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [name, before] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg"].map((pair) => [...pair])) {
    bomb.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`);
  }
  expect(onlyMessage(`${bomb.join("\n")}\n`)).toMatch(/stands for more than 20,000 values/);
});

test("an alias to its own container ends", () => {
  expect(onlyMessage("version: &v [*v]\n")).toMatch(/nested more than 20 levels deep/);
});

test.each([
  ["brackets", "[".repeat(200_000)],
  ["braces", `a: ${"{a: ".repeat(50_000)}`],
  ["dashes", "- ".repeat(100_000)],
  ["indentation", Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
])("a deep nest of %s is refused", (_, text) => {
  expect(problemsOf(text).length).toBeGreaterThan(0);
});

const many = (count: number, line: (i: number) => string): string =>
  `version: 1\n${Array.from({ length: count }, (_, i) => line(i)).join("\n")}\n`;

test.each([
  ["the same key", many(50_000, () => "a: 1")],
  ["unknown keys", many(19_000, (i) => `k${i}: 1`)],
  ["tabs", many(40_000, () => "\ta: 1")],
  ["aliases", many(1, () => `a: &a 1\nb: [${"*a, ".repeat(19_000)}]`)],
  [
    "a chain of tasks",
    many(3_000, (i) => (i === 0 ? "milestones:\n  tasks:" : `    - {key: k${i}, after: [k${i + 1}]}`)),
  ],
])("a file full of %s is answered, and not with thousands of sentences", (_, text) => {
  const problems = problemsOf(text);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(310);
});

test("an alias within the limits is followed, and a problem in it shown where it is written", () => {
  const text =
    "version: 1\nrelease:\n  lanes:\n    - {from: a, to: b, labels: &l [x, 3]}\n    - {from: b, to: c, labels: *l}\n";
  expect(linesOf(text)).toEqual([
    '4:39 release.lanes[0].labels[1]: `3` in `labels` must be text, but is a number. Put it in quotes: `"3"`.',
    '4:39 release.lanes[1].labels[1]: `3` in `labels` must be text, but is a number. Put it in quotes: `"3"`.',
  ]);
});

test("every file gets whole sentences at a place in it", () => {
  const word = fc.constantFrom(
    "version",
    "release",
    "lanes",
    "from",
    "to",
    "a",
    "1",
    "*",
    "&a",
    "!x",
    "- ",
    ": ",
    "\n",
    "\n  ",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ",",
    '"',
    "'",
    "#",
    "|",
    ">",
    "@",
    "%",
    "---\n",
    "null",
    "\u0000",
    "\u{1F600}",
    "`",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join("");
      const lines = text.split(/\r\n|\n|\r/).length;
      const { findings } = examine(text);
      for (const language of ["en", "ja"] as const) {
        for (const { line, column, message } of problemsOf(text, language)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines + 1);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).not.toMatch(/undefined|NaN|\[object|\p{Cc}/u);
        }
      }
      for (const { location } of findings) {
        const ends = location.endLine > location.line || location.endColumn >= location.column;
        expect(ends).toBe(true);
      }
    }),
    runs(300),
  );
});
