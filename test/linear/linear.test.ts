import { expect, test } from "vitest";
import { growth } from "./cpu.ts";
import { readers } from "./readers.ts";
import { shapes } from "./shapes.ts";

// The rule: no text of an outsider costs more than 50 ms per 64 KiB. Times depend on the machine, growth does not.

test.each(readers)("$name reads every hostile text in linear time", ({ read, openings }) => {
  const slow = shapes(openings).flatMap(({ name, of }) => {
    const times = growth(read, of);
    return times === null ? [] : [`${name}: 4 times the text takes ${times} times as long`];
  });
  expect(slow).toEqual([]);
});

test("quadratic work is found, linear work is not", () => {
  const quadratic = (text: string) => /\s+$/.test(text);
  const [blanks] = shapes();
  const linear = (text: string) => [...text].map((character) => character.codePointAt(0));
  expect(growth(quadratic, blanks?.of ?? String)).toBeGreaterThan(8);
  expect(growth(linear, blanks?.of ?? String)).toBeNull();
});
