import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { schemaAt } from "../../src/config/schema-at.ts";
import { linesOf } from "../config/check-text.ts";

const root = join(import.meta.dirname, "../..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

test("what the README shows of sre.yml is one valid file", () => {
  const shown = [...textOf("README.md").matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text).join("");
  expect(shown).toMatch(/release:[\s\S]*milestones:[\s\S]*four-keys:/);
  expect(linesOf(shown)).toEqual([]);
});

/** What the reference knows of a lane, but for what nothing acts on yet. */
const LATER = ["version", "tag", "check-in", "back-merge"];

test("the page about releases shows a valid lane with all of its options", () => {
  const [, shown = ""] = /```yaml\n([\s\S]*?)```/.exec(textOf("docs/release-pr.md")) ?? [];
  expect(linesOf(shown)).toEqual([]);
  const [lane] = parse(shown).release.lanes;
  const known = Object.keys(schemaAt(["release", "lanes", 0])?.properties ?? {});
  expect(Object.keys(lane).toSorted()).toEqual(known.filter((key) => !LATER.includes(key)).toSorted());
  expect(known).toEqual(expect.arrayContaining(LATER));
});

/** A command with options, as code in a line or on a line of its own; what has `[--since]` in it is its usage. */
const PASTED = /(?:^ {4}|`)(?:[A-Z_]+=\S+ )?detoil (?:check|suggest|preview|four-keys|record|token|try)\b[^`\n]*--/gm;

test.each(
  ["README.md", ...globSync("docs/*.md", { cwd: root })]
    .filter((file) => file !== "docs/texts.md")
    .map((file) => [file]),
)("every command of %s that is to be pasted runs in a checkout, which has no `detoil`", (file) => {
  expect(textOf(file).match(PASTED) ?? []).toEqual([]);
});

test("such a command is found", () => {
  const found =
    "    GITHUB_TOKEN=x detoil preview release-pr --repo a/b\nSay `detoil check x --json`, not `detoil check`.\n";
  expect(found.match(PASTED)).toHaveLength(2);
});

test.each(
  ["*.md", "docs/*.md", "simulator/*.md"].flatMap((pattern) => globSync(pattern, { cwd: root })).map((file) => [file]),
)("no link of %s leads to a file that is not there", (file) => {
  const links = [
    ...textOf(file)
      .replace(/`[^`\n]*`/g, "")
      .matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)(?:#[^)\s]*)?\)/g),
  ].map(([, to = ""]) => to);
  expect(links.filter((to) => !existsSync(join(root, dirname(file), to)))).toEqual([]);
});
