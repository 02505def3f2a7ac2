import { expect, test } from "vitest";
import { nearest } from "../../src/config/nearest.ts";

test.each([
  ["assignes", ["assignees", "labels"], "assignees"],
  ["lables", ["labels", "lanes"], "labels"],
  ["Form", ["from", "to"], "from"],
  ["jp", ["JP", "US"], "JP"],
  ["XX", ["AX", "JP"], null],
  ["completely-different", ["from", "to"], null],
  ["", ["to"], null],
])("%s among %j: %s", (value, options, expected) => {
  expect(nearest(value, options)).toBe(expected);
});

test("a very long value costs nothing", () => {
  expect(nearest("x".repeat(1_000_000), ["from"])).toBe(null);
});
