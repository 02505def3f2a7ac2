import { expect, test } from "vitest";
import { ownersOf } from "../../../../src/automations/help-wanted/picking/codeowners.ts";

function owners(text: string, ...paths: string[]) {
  return ownersOf({ path: "CODEOWNERS", text }, paths);
}

// The example of GitHub's page "About code owners", and gitignore's rules as far as they hold there.
test.each([
  ["*", "a/b.ts", true],
  ["*.js", "web/a.js", true],
  ["*.js", "web/a.jsx", false],
  ["/build/logs/", "build/logs/2026/a.log", true],
  ["/build/logs/", "x/build/logs/a.log", false],
  ["/build/logs/", "build/logs", false],
  ["docs/*", "docs/start.md", true],
  ["docs/*", "docs/build-app/trouble.md", false],
  ["docs/*", "x/docs/start.md", false],
  ["docs/**", "docs/build-app/trouble.md", true],
  ["apps/", "a/apps/b/c", true],
  ["/apps/github", "apps/github/a", true],
  ["/apps/github", "apps/github", true],
  ["/apps/github", "apps/github-2", false],
  ["**/logs", "deeply/nested/logs/a", true],
  ["**/logs", "logs", true],
  ["a/**/b", "a/b", true],
  ["a/**/b", "a/x/y/b/z", true],
  ["a/**/b", "a/xb", false],
  ["web/*.ts", "web/a/b.ts", false],
  ["a?c", "x/abc", true],
  ["a?c", "a/c", false],
  ["a\\ b", "a b", true],
  ["*a*b*", "xaxxb.ts", true],
  ["*a*b*", "xbxxa.ts", false],
  ["/*", "a", true],
  ["/*", "a/b", false],
  ["/", "a", false],
  ["**", "a/b", true],
  ["Docs/", "docs/a", false],
])("%s on %s: %s", (pattern, path, expected) => {
  expect(owners(`${pattern} @a\n`, path).owners).toEqual(expected ? ["a"] : []);
});

test("the last rule that matches counts, also one without owners", () => {
  const text = "* @all\n/apps/ @octocat @acme/apps # theirs\n/apps/github\r\n#*.md @x\n  *.go  go@acme.test @go\n";
  expect(owners(text, "apps/a", "README.md")).toEqual({
    owners: ["all", "octocat", "acme/apps"],
    broken: [],
    emails: [],
    isTooLarge: false,
  });
  expect(owners(text, "apps/github/a").owners).toEqual([]);
  expect(owners(text, "x.go")).toMatchObject({ owners: ["go"], emails: [5] });
});

test("a line that is not valid counts for nothing, and is named", () => {
  expect(owners("* @a\n!b @x\n[ab] @x\n\\#c @x\nb alice\nb @-x\nb @a/b/c\n", "b")).toMatchObject({
    owners: ["a"],
    broken: [2, 3, 4, 5, 6, 7],
  });
});

test("a file of 3 MB is not loaded, as on GitHub", () => {
  const large = `* @a\n${"#".repeat(3 * 1024 * 1024)}`;
  expect(owners(large, "b")).toMatchObject({ owners: [], isTooLarge: true });
});
