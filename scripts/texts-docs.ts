/**
 * Generates docs/texts.md from the texts in src and the samples in scripts/texts. `--check` writes nothing and fails where the
 * page has drifted.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandTexts } from "./texts/commands.ts";
import { configTexts, permissionTexts } from "./texts/config.ts";
import { milestoneTexts } from "./texts/milestone-tasks.ts";
import { textsPage } from "./texts/page.ts";
import { problemTexts } from "./texts/problems.ts";
import { releaseTexts } from "./texts/release-pr.ts";

const file = join(import.meta.dirname, "../docs/texts.md");
const page = textsPage({
  "Release pull requests": releaseTexts,
  "Milestone tasks": milestoneTexts,
  Commands: commandTexts,
  "sre.yml": [...configTexts, problemTexts()],
  Permissions: permissionTexts,
});
const known = existsSync(file) ? readFileSync(file, "utf8") : "";
if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (page !== known) {
  console.error("docs/texts.md has drifted from the texts in src: run npm run generate.");
  process.exitCode = 1;
}
