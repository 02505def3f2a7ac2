import { expect, test } from "vitest";
import { withValue } from "../../src/config/with-value.ts";

const edited = (text: string) => withValue(text, ["renovate", "cadence"], "quarterly");

test("one value changes, and nothing else in the file", () => {
  const written = [
    "# our rules",
    "version:   1",
    "renovate:   # the team decided",
    "    grace: 3 days # keep",
    "    cadence: monthly   # since March",
    "    owners: [alice,  'bo']",
    "",
    "release: {lanes: [{from: develop, to: main}]}",
    "",
  ];
  expect(edited(written.join("\r\n"))).toBe(written.join("\r\n").replace("monthly", "quarterly"));
});

test.each([
  ['renovate: {cadence: "45 days", nudge: true}', 'renovate: {cadence: "quarterly", nudge: true}'],
  ["renovate:\n  'cadence': 'monthly'", "renovate:\n  'cadence': 'quarterly'"],
  ["{renovate: {cadence: monthly}}", "{renovate: {cadence: quarterly}}"],
  ["renovate:\n  cadence:\n    monthly # c\n", "renovate:\n  cadence:\n    quarterly # c\n"],
  ["renovate: {cadence: &c monthly}", "renovate: {cadence: &c quarterly}"],
])("however it is written: %j", (before, after) => {
  expect(edited(before)).toBe(after);
});

test.each([
  "",
  "version: 1",
  "renovate: null",
  "renovate: {owners: [alice]}",
  "renovate: {cadence: [monthly]}",
  "x: &c monthly\nrenovate: {cadence: *c}",
  "x: &x {cadence: monthly}\nrenovate: {<<: *x}",
  "renovate: {cadence: &c monthly}\nfour-keys: {window: *c}",
  "renovate: &r {cadence: monthly}\nx: *r",
  `a: &a [1]\nb: [${"*a, ".repeat(200)}]\nrenovate: {cadence: monthly}`,
  `renovate: {cadence: monthly} # ${"x".repeat(300_000)}`,
  "renovate:\n  cadence: monthly\n bad",
  "renovate: {cadence: monthly",
  "renovate: {cadence: monthly}\nrenovate: {cadence: weekly}",
])("not where the value is not the file's own, or others depend on it: %#", (text) => {
  expect(edited(text)).toBeNull();
});
