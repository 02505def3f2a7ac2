import fc from "fast-check";
import { expect, test } from "vitest";
import { cut, lengthOf } from "../../src/markdown/length.ts";

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["ab cd", 4, "ab…"],
  ["abc", 1, "…"],
  ["abc", 0, ""],
  ["", 0, ""],
  ["日本語です", 4, "日本語…"],
  ["a👨‍👩‍👧b", 5, "a…"],
  ["👍🏽👍🏽", 5, "👍🏽…"],
  ["e\u0301e\u0301e\u0301", 4, "e\u0301…"],
])("%j cut to %i is %j", (text, limit, expected) => {
  expect(cut(text, limit)).toBe(expected);
});

test("a cut text fits, is well formed, and is the beginning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 30 }), (text, limit) => {
      const short = cut(text, limit);
      expect(lengthOf(short)).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
      if (short !== text) expect(text.startsWith(short.replace(/…$/, ""))).toBe(true);
    }),
  );
});

test("we never count fewer characters than GitHub does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(lengthOf(text)).toBeGreaterThanOrEqual([...text].length);
    }),
  );
});
