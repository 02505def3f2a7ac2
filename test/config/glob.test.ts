import fc from "fast-check";
import { expect, test } from "vitest";
import { anyGlobMatches, globMatches, globProblem } from "../../src/config/glob.ts";
import { runs } from "../harness/long.ts";

test.each([
  ["*", "a/b/c", true],
  ["*", "", true],
  ["main", "main", true],
  ["main", "Main", false],
  ["main", "mainline", false],
  ["hotfix/*", "hotfix/a", true],
  ["hotfix/*", "hotfix/a/b", false],
  ["hotfix/*", "hotfix/", true],
  ["hotfix/**", "hotfix/a/b", true],
  ["web/**", "web/", true],
  ["web/**", "web", false],
  ["**/x.ts", "x.ts", true],
  ["**/x.ts", "a/b/x.ts", true],
  ["**/x.ts", "a/bx.ts", false],
  ["a/**/b", "a/b", true],
  ["a/**/b", "a/x/y/b", true],
  ["a/**/b", "axb", false],
  ["a/**/b", "a/xb", false],
  ["**", "a/b", true],
  ["**/", "a/b/", true],
  ["v*.*", "v1.2", true],
  ["v1.?", "v1.2", false],
  ["v1.?", "v1.?", true],
  ["[ab]", "a", false],
  ["{a,b}", "a", false],
  ["a**b", "a/x/b", true],
  ["リリース/*", "リリース/1月", true],
])("%s on %s: %s", (glob, name, expected) => {
  expect(globMatches(glob, name)).toBe(expected);
});

test("any of several", () => {
  expect(anyGlobMatches(["a", "b/*"], "b/c")).toBe(true);
  expect(anyGlobMatches([], "b/c")).toBe(false);
});

test("a name without stars matches itself and nothing else", () => {
  const name = fc.string().filter((text) => !text.includes("*"));
  fc.assert(fc.property(name, name, (glob, other) => globMatches(glob, other) === (glob === other)));
});

test("agrees with a regular expression written from the same rules", () => {
  const piece = fc.constantFrom("a", "b", "/", "*", "**", "**/");
  const letters = fc.array(fc.constantFrom("a", "b", "/"), { maxLength: 8 }).map((all) => all.join(""));
  const globs = fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join(""));
  fc.assert(
    fc.property(globs, letters, (glob, name) => {
      expect(globMatches(glob, name)).toBe(glob === "*" || new RegExp(`^${pattern(glob)}$`).test(name));
    }),
    runs(2_000),
  );
});

function pattern(glob: string): string {
  return glob.replace(/(?<=^|\/)\*{2,}\/|\*+/g, (stars) => {
    if (stars.endsWith("/")) return "(?:.*/)?";
    return stars.length > 1 ? ".*" : "[^/]*";
  });
}

test("a pattern that would never end as a regular expression has its answer", () => {
  const glob = `${"*a".repeat(16)}b`;
  expect(globMatches(glob, "a".repeat(5_000))).toBe(false);
});

test.each([
  ["", "empty"],
  ["a".repeat(257), "long"],
  ["*a".repeat(17), "stars"],
  ["**/*.ts", null],
])("%s as a glob: %s", (glob, problem) => {
  expect(globProblem(glob)).toBe(problem);
});
