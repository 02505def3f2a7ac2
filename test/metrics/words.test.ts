import { expect, test } from "vitest";
import { frequencyText } from "../../src/metrics/words.ts";

test.each([
  [3.25, "3.25 a day", "1日に3.25回"],
  [1, "1 a day", "1日に1回"],
  [0.9999, "7 a week", "週に7回"],
  [1 / 7, "1 a week", "週に1回"],
  [1 / 7.4, "1 in 7 days", "7日に1回"],
  [1 / 28, "1 in 28 days", "28日に1回"],
])("%f a day is %s", (perDay, en, ja) => {
  expect(frequencyText(perDay, "en")).toBe(en);
  expect(frequencyText(perDay, "ja")).toBe(ja);
});
