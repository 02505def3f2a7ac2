import { expect, test } from "vitest";
import { wrapped } from "../../../../src/cli/demo/story/wrap.ts";

test.each<[string, string, number, string[]]>([
  ["a line that fits", "one two", 7, ["one two"]],
  ["between words", "one two three", 8, ["one two", "three"]],
  ["a word that is longer than a row, whole", "a https://x.example b", 5, ["a", "https://x.example", "b"]],
  ["an indented line", "  one two", 5, ["  one", "two"]],
  ["between wide characters, which take two columns", "期日は明日です", 6, ["期日は", "明日で", "す"]],
  ["never before what closes a sentence", "明日です。次", 8, ["明日で", "す。次"]],
  ["nothing", "", 5, [""]],
])("%s", (_what, line, width, rows) => {
  expect(wrapped(line, width)).toEqual(rows);
});
