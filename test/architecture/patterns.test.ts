import { analyse } from "scslre";
import { expect, test } from "vitest";
import { PERIODS } from "../../src/automations/milestone-tasks/closing/calendar-period.ts";
import { inlineTag } from "../../src/commands/html.ts";
import { growth } from "../linear/cpu.ts";
import { nodesIn, sources } from "./sources.ts";

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const literals: readonly Pattern[] = sources.flatMap(({ file, program }) =>
  nodesIn(program).flatMap(({ regex }) => {
    if (typeof regex !== "object" || regex === null) return [];
    const { pattern, flags } = regex as { pattern: string; flags: string };
    return [{ file, source: pattern, flags }];
  }),
);

/** Patterns that are assembled from parts, each here in full; see the last test. */
const composed: readonly Pattern[] = [
  { file: "commands/html.ts", source: inlineTag.source, flags: "iy" },
  { file: "commands/html.ts", source: `^(?:${inlineTag.source}) *$`, flags: "i" },
  ...PERIODS.map(({ source, flags }) => ({ file: "milestone-tasks/closing/calendar-period.ts", source, flags })),
];

const patterns = [...literals, ...composed];

/** Neighboring or nested repeats that take the same characters, and searches that begin again at each of them. */
test("no pattern takes more than linear time for a repeated character", () => {
  expect(literals.length).toBeGreaterThan(100);
  const slow = patterns.filter(({ source, flags }) => analyse({ source, flags }).reports.length > 0);
  expect(slow).toEqual([]);
});

/** The words of a pattern (`#`, `{{ref:`, `}}` of `#(?:\d+|\{\{ref:[^}]*\}\})`), each alone and with those before it. */
function wordsOf({ source }: Pattern): string[] {
  const SYNTAX = /\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!])|\\[dDsSwWbBpP]|[()|^$*+?.]|\{\d+,?\d*\}/g;
  const words = source
    .replace(SYNTAX, "\0")
    .replace(/\\(.)/g, "$1")
    .split("\0")
    .filter((word) => word !== "");
  return [...new Set(words.flatMap((word, index) => [word, words.slice(0, index + 1).join("")]))];
}

/** What the analysis misses: a pattern that reads over its own beginning again and again, as `{{ref:[^}]*}}` does. */
test("no pattern takes more than linear time for its own words, repeated", () => {
  const slow = patterns.flatMap((pattern) => {
    const compiled = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ""));
    return wordsOf(pattern)
      .filter((word) =>
        growth(
          (text) => compiled.test(text),
          (length) => `${word.repeat(length / word.length)}\u2028!`,
        ),
      )
      .map((word) => `${pattern.file}: /${pattern.source}/ with ${word}`);
  });
  expect(slow).toEqual([]);
});

test("patterns are assembled from parts only where the parts are analyzed", () => {
  const makers = sources.flatMap(({ file, program }) =>
    nodesIn(program).flatMap(({ type, callee }) =>
      (type === "NewExpression" || type === "CallExpression") && (callee as { name?: string }).name === "RegExp"
        ? [file]
        : [],
    ),
  );
  expect([...new Set(makers)].sort()).toEqual([
    "automations/milestone-tasks/closing/calendar-period.ts",
    "commands/html.ts",
  ]);
});
