import fc from "fast-check";
import { expect, test } from "vitest";
import { withEdit } from "../../src/markdown/with-edit.ts";
import { runs } from "../harness/long.ts";

const lines = (...all: readonly string[]) => all.join("\n");

test.each([
  ["a line added at the end", ["a", "b"], ["a", "b", "c"], ["a", "B", "b"], ["a", "B", "b", "c"]],
  ["at the end, where the last line changed", ["a", "b"], ["a", "b", "c"], ["a", "B"], ["a", "B", "c"]],
  ["at the beginning", ["a"], ["n", "a"], ["A", "x"], ["n", "A", "x"]],
  ["behind a line that changed", ["a", "b", "c"], ["a", "b", "n", "c"], ["a", "B", "c"], ["a", "B", "n", "c"]],
  ["among lines that all changed", ["a", "b", "c", "d"], ["a", "b", "n", "c", "d"], ["a", "B"], ["a", "n", "B"]],
  ["a line removed", ["a", "b", "c"], ["a", "c"], ["a", "b", "C"], ["a", "C"]],
  ["removed by both", ["a", "b", "c"], ["a", "c"], ["a", "C"], ["a", "C"]],
  ["a line that both changed", ["a", "b", "c"], ["a", "t", "c"], ["a", "o", "c"], ["a", "t", "o", "c"]],
  ["what somebody put back", ["a", "b"], ["a", "n", "b"], ["a", "n", "B"], ["a", "n", "B"]],
  [
    "a box that was ticked",
    ["- [ ] #1", "z"],
    ["- [x] #1", "z"],
    ["- [ ] #1", "- [ ] #2", "z"],
    ["- [x] #1", "- [ ] #2", "z"],
  ],
  [
    "on an item that changed",
    ["- [ ] #1 @a"],
    ["- [x] #1 @a"],
    ["- [ ] #2", "- [ ] #1 @b"],
    ["- [ ] #2", "- [x] #1 @a"],
  ],
])("%s", (_, before, text, ours, expected) => {
  const edit = { before: lines(...before), text: lines(...text) };
  expect(withEdit(lines(...ours), edit)).toBe(lines(...expected));
  expect(withEdit(lines(...expected), edit)).toBe(lines(...expected));
});

test("line ends do not count, and stay where nothing changes", () => {
  expect(withEdit("a\r\nb\r\nc", { before: "a\nb", text: "a\nb" })).toBe("a\r\nb\r\nc");
  expect(withEdit("a\r\nb", { before: "a\nb", text: "a\r\nb\r\nn" })).toBe("a\nb\nn");
});

test("an edit of a text that is not known, or of too many lines, is the text", () => {
  expect(withEdit("ours", { before: null, text: "theirs" })).toBe("theirs");
  const many = Array.from({ length: 500 }, (_, at) => `${at}`);
  expect(withEdit("ours", { before: "", text: lines(...many) })).toBe(lines(...many));
});

test("where nothing changed meanwhile it is their text, and without an edit ours", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "", "- [ ] #1", "- [x] #1", "- [ ] #2"), { maxLength: 8 })
    .map((all) => lines(...all));
  fc.assert(
    fc.property(text, text, (before, theirs) => {
      expect(withEdit(before, { before, text: theirs })).toBe(theirs);
      expect(withEdit(theirs, { before, text: before })).toBe(theirs);
    }),
    runs(200),
  );
});
