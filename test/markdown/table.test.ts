import fc from "fast-check";
import { expect, test } from "vitest";
import { code, escapeText } from "../../src/markdown/escape.ts";
import { table } from "../../src/markdown/table.ts";
import { parse, shown } from "./rendered.ts";

/** The cells of the first table, as a reader sees them. */
function cells(markdown: string): string[][] {
  const tree = parse(markdown);
  const first = tree.type === "root" ? tree.children[0] : undefined;
  if (first?.type !== "table") return [];
  return first.children.map((row) => row.children.map((cell) => shown(cell).replaceAll("\u200B", "")));
}

test("a table as GitHub reads it", () => {
  expect(table(["Task", "Who"], [["#51 Code freeze", "@alice"]])).toBe(
    "| Task | Who |\n| --- | --- |\n| #51 Code freeze | @alice |",
  );
});

test.each([
  ["a bare pipe", "a | b", "a | b"],
  ["an escaped pipe", "a \\| b", "a | b"],
  ["a pipe in code", code("a|b"), "a|b"],
  ["a line break", "a\r\nb", "a b"],
  ["nothing", "", ""],
])("%s stays in its cell", (_, cell, expected) => {
  expect(cells(table(["A", "B"], [[cell, "end"]]))).toEqual([
    ["A", "B"],
    [expected, "end"],
  ]);
});

test("short rows are filled up and long ones cut to the header", () => {
  expect(cells(table(["A", "B"], [["1"], ["1", "2", "3"]]))).toEqual([
    ["A", "B"],
    ["1", ""],
    ["1", "2"],
  ]);
});

test("any text stays in its cell", () => {
  const typed = fc.string({ unit: fc.constantFrom(..."ab|\\`*_<>-[] &\n@#1") });
  fc.assert(
    fc.property(typed, typed, (left, right) => {
      const rows = cells(table(["A", "B"], [[escapeText(left), escapeText(right)]]));
      expect(rows[1]).toEqual([left, right].map((text) => text.replace(/\s+/g, " ").trim()));
    }),
  );
});
