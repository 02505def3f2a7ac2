import { expect, test } from "vitest";
import { sameText, withLineFeeds } from "../../src/markdown/line-ends.ts";

test.each([
  ["a\nb", "a\r\nb", true],
  ["a\r\nb", "a\nb", true],
  ["a\r\nb\n", "a\nb\r\n", true],
  ["a\nb", "a\nb ", false],
  ["a\nb", "a\n\r\nb", false],
  // A lone carriage return is not a line end that a browser sends.
  ["a\nb", "a\rb", false],
])("texts with other line ends are the same: %j and %j → %s", (a, b, same) => {
  expect(sameText(a, b)).toBe(same);
});

test("every CRLF becomes a line feed", () => expect(withLineFeeds("a\r\nb\r\n\r\nc\rd")).toBe("a\nb\n\nc\rd"));
