import { expect, test } from "vitest";
import { examine } from "../../src/config/examine.ts";
import { LONG } from "../harness/long.ts";
import { configReaders } from "./config-readers.ts";
import { growth } from "./cpu.ts";
import { readers } from "./readers.ts";
import { type Shape, shapes } from "./shapes.ts";
import { suggestionReaders } from "./suggestion-readers.ts";
import { updateReaders } from "./update-readers.ts";
import { webReaders } from "./web-readers.ts";

// The rule: no outsider's text costs more than 50 ms per 64 KiB. Times depend on the machine, growth does not.

/** Each takes a part of a second: `npm test` feeds a reader every other text, and the next reader the others. */
function shareOf(texts: readonly Shape[], reader: { readonly name: string }): readonly Shape[] {
  const place = everyReader.findIndex(({ name }) => name === reader.name);
  return texts.filter((_, at) => LONG || (at + place) % 2 === 0);
}

const everyReader = [...readers, ...configReaders, ...webReaders, ...updateReaders, ...suggestionReaders];

test.each(readers)("$name reads every hostile text in linear time", (reader) => {
  expect(slowOf(reader.read, shareOf(shapes(reader.openings), reader))).toEqual([]);
});

// These do not parse lines of commands, and some of them read from the end.
test.each([...configReaders, ...webReaders, ...updateReaders, ...suggestionReaders])(
  "$name reads every hostile text in linear time",
  (reader) => {
    expect(slowOf(reader.read, shareOf(shapes(reader.openings, ["!", ""]), reader))).toEqual([]);
  },
);

function slowOf(
  read: (text: string) => unknown,
  texts: readonly Shape[],
  limits?: Parameters<typeof growth>[2],
): string[] {
  return texts.flatMap(({ name, of }) => {
    const times = growth(read, of, limits);
    return times === null ? [] : [`${name}: 4 times the text takes ${times} times as long`];
  });
}

// A longer text is read in a thread that is ended after 2 seconds: config/examine-bounded.ts.
test("a sre.yml of 2,048 characters, the most that is read at once, is read in linear time, including YAML", () => {
  const all = shapes(["version: 1\nrelease: {lanes: ["], ["!"]);
  // Each of these takes some fifty milliseconds.
  const texts = all.filter((_, at) => LONG || at % 4 === 0);
  expect(slowOf(examine, texts, { longest: 2_048, nothing: 50 })).toEqual([]);
});

test("quadratic work is found, linear work is not", () => {
  const quadratic = (text: string) => /\s+$/.test(text);
  const [blanks] = shapes();
  const linear = (text: string) => [...text].map((character) => character.codePointAt(0));
  const short = { longest: 4_096, nothing: 1 };
  expect(growth(quadratic, blanks?.of ?? String, short)).toBeGreaterThan(8);
  expect(growth(linear, blanks?.of ?? String, short)).toBeNull();
});
