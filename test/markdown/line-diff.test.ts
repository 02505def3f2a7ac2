import { expect, test } from "vitest";
import { lineDiff } from "../../src/markdown/line-diff.ts";

test("shows what goes and what comes, with two lines around it", () => {
  expect(lineDiff("a\nb\nc\nd\r\ne\nf\ng\n", "a\nb\nc\nD\ne\nf\ng\n")).toBe("```diff\n b\n c\n-d\n+D\n e\n f\n```");
  expect(lineDiff("a\na\n", "a\na\na\n")).toBe("```diff\n a\n a\n+a\n\n```");
});

test("a fence in the text does not end the block", () => {
  expect(lineDiff("````a", "b")).toBe("`````diff\n-````a\n+b\n`````");
});
