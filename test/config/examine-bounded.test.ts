import { expect, test } from "vitest";
import { examineBounded } from "../../src/config/examine-bounded.ts";

const LANE = "version: 1\nrelease: {lanes: [{from: develop, to: main}]}\n";
const padded = (text: string, size = 20_000): string => `${text}# ${"x".repeat(size)}\n`;

test("a large file is read in a thread as a small one is read here", async () => {
  const [small, large] = [await examineBounded(LANE), await examineBounded(padded(LANE))];
  expect(large).toEqual(small);
  const broken = "version: 1\nrelese: {}\n_extends: base\n";
  expect(await examineBounded(padded(broken))).toEqual(await examineBounded(broken));
});

test("what takes too long is given up and refused with one sentence, and the next one is read", async () => {
  // every one of these errors is the parser's
  const slow = `version: 1\n${"\ta: [\n".repeat(40_000)}`;
  const { value, findings } = await examineBounded(slow, 0);
  expect(value).toBe(null);
  expect(findings.map(({ diagnostic, severity }) => [diagnostic.kind, severity])).toEqual([["too-slow", "error"]]);
  expect((await examineBounded(padded(LANE))).findings).toEqual([]);
});

test("several at once are read one after the other, each answered with its own", async () => {
  const texts = ["language: ja", "language: en", "language: xx"].map((line) => padded(`version: 1\n${line}\n`));
  const answers = await Promise.all(texts.map((text) => examineBounded(text)));
  expect(answers.map(({ value, findings }) => [value?.language, findings.length])).toEqual([
    ["ja", 0],
    ["en", 0],
    ["xx", 1],
  ]);
});
