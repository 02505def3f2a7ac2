import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { automations } from "../../src/automations/index.ts";
import { helpOn } from "../../src/cli/help.ts";

const root = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

function detoil(...words: string[]) {
  const { status, stdout, stderr } = spawnSync("node", [join(root, "bin/detoil.js"), ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test.each([
  { words: ["--help"], status: 0, on: "stdout", says: "detoil doctor" },
  { words: ["check", "--help"], status: 0, on: "stdout", says: "Usage: detoil check [FILE] [--json]\n\nValidates" },
  { words: ["preview", "release-pr", "-h"], status: 0, on: "stdout", says: "GITHUB_TOKEN in the environment" },
  { words: ["help", "github"], status: 0, on: "stdout", says: "--lag SECONDS  its lists" },
  { words: ["nonsense", "--help"], status: 0, on: "stdout", says: "detoil doctor" },
  { words: ["--version"], status: 0, on: "stdout", says: version },
  { words: [], status: 2, on: "stderr", says: "detoil doctor" },
  { words: ["nonsense"], status: 2, on: "stderr", says: "There is no command `nonsense`. Commands: check," },
  { words: ["backfill"], status: 2, on: "stderr", says: "`backfill` is not available yet." },
  { words: ["check", "--jsno"], status: 2, on: "stderr", says: "Usage: detoil check" },
] as const)("detoil $words", ({ words, status, on, says }) => {
  const answer = detoil(...words);
  expect(answer.status).toBe(status);
  expect(answer[on]).toContain(says);
  expect(answer[on === "stdout" ? "stderr" : "stdout"]).toBe("");
});

test("the help of preview names every automation", () => {
  const named = /^AUTOMATION is (.*)\.$/m.exec(helpOn("preview"))?.[1]?.split(/, | or /) ?? [];
  expect(named.toSorted()).toEqual(automations.map(({ name }) => name).toSorted());
});
