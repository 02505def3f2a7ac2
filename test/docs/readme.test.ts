import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { linesOf } from "../config/check-text.ts";

const root = join(import.meta.dirname, "../..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

test("what the README shows of sre.yml is one valid file", () => {
  const shown = [...textOf("README.md").matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text).join("");
  expect(shown).toMatch(/release:[\s\S]*milestones:[\s\S]*four-keys:/);
  expect(linesOf(shown)).toEqual([]);
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
