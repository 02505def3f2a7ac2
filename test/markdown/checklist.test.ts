import fc from "fast-check";
import { expect, test } from "vitest";
import { parseChecklist } from "../../src/markdown/checklist.ts";

test.each([
  ["- [ ] #12 Title @who", { indent: "", bullet: "-", checked: false, number: 12, rest: "Title @who" }],
  ["- [x] #12", { indent: "", bullet: "-", checked: true, number: 12, rest: "" }],
  ["* [X] #12 a", { indent: "", bullet: "*", checked: true, number: 12, rest: "a" }],
  ["  + [ ] #1 nested", { indent: "  ", bullet: "+", checked: false, number: 1, rest: "nested" }],
  ["\t- [x]  #7  spaced ", { indent: "\t", bullet: "-", checked: true, number: 7, rest: "spaced" }],
  ["- [ ] by hand", { indent: "", bullet: "-", checked: false, number: null, rest: "by hand" }],
  ["- [ ] see #12", { indent: "", bullet: "-", checked: false, number: null, rest: "see #12" }],
  ["- [ ] #12abc", { indent: "", bullet: "-", checked: false, number: null, rest: "#12abc" }],
  ["- [ ] #12-3", { indent: "", bullet: "-", checked: false, number: null, rest: "#12-3" }],
  ["- [ ] #123 not 12", { indent: "", bullet: "-", checked: false, number: 123, rest: "not 12" }],
  ["- [ ] #12, with care", { indent: "", bullet: "-", checked: false, number: 12, rest: ", with care" }],
  ["- [ ] #12のメモ", { indent: "", bullet: "-", checked: false, number: 12, rest: "のメモ" }],
  ["- [ ]", { indent: "", bullet: "-", checked: false, number: null, rest: "" }],
])("%j is an item", (raw, item) => {
  expect(parseChecklist(raw)).toEqual([{ kind: "item", raw, ...item }]);
});

test.each([
  "",
  "text",
  "- #12",
  "-[ ] #12",
  "- [] #12",
  "- [y] #12",
  "- [ ]#12",
  "> - [ ] #12",
  "# - [ ] #1",
  "- ~~#3 x~~ taken back by #4",
])("%j is not an item and stays as it is", (raw) => {
  expect(parseChecklist(raw)).toEqual([{ kind: "other", raw }]);
});

test.each(["- [ ] ~~#12 gone~~", "- [x] **#12** bold"])("%j still stands for #12", (raw) => {
  expect(parseChecklist(raw)[0]).toMatchObject({ number: 12 });
});

test("lines keep their order, notes and blank lines among them", () => {
  const lines = parseChecklist("**2** wait\r\n\r\n- [ ] #1 a\r\n  a note\r\n- [X] #2 b");
  expect(lines.map(({ kind }) => kind)).toEqual(["other", "other", "item", "other", "item"]);
  expect(lines.map(({ raw }) => raw)).toEqual(["**2** wait", "", "- [ ] #1 a", "  a note", "- [X] #2 b"]);
});

test("no line is lost or changed", () => {
  const line = fc.string({ unit: fc.constantFrom(..."-*+[] xX#12ab\t~日"), maxLength: 16 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
      expect(parseChecklist(lines.join(end)).map(({ raw }) => raw)).toEqual(lines);
    }),
  );
});
