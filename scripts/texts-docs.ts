/**
 * Generates docs/texts.md from the texts in src and the samples in scripts/texts. `--check` writes nothing and fails where the
 * page has drifted. Either fails where an automation's texts have no samples.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandTexts } from "./texts/commands.ts";
import { configTexts, permissionTexts } from "./texts/config.ts";
import { milestoneTexts } from "./texts/milestone-tasks.ts";
import { textsPage } from "./texts/page.ts";
import { problemTexts } from "./texts/problems.ts";
import { releaseTexts } from "./texts/release-pr.ts";

const file = join(import.meta.dirname, "../docs/texts.md");
const chapters = {
  "Release pull requests": releaseTexts,
  "Milestone tasks": milestoneTexts,
  Commands: commandTexts,
  "sre.yml": [...configTexts, problemTexts()],
  Permissions: permissionTexts,
};
const page = textsPage(chapters);
const known = existsSync(file) ? readFileSync(file, "utf8") : "";
if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (page !== known) {
  console.error("docs/texts.md has drifted from the texts in src: run npm run generate.");
  process.exitCode = 1;
}

const shown = new Set(Object.values(chapters).flatMap((rooms) => rooms.map((room) => room.file)));
const texts = globSync("automations/**/*text.ts", { cwd: join(import.meta.dirname, "../src") });
const unseen = texts.filter((text) => !shown.has(text));
if (unseen.length > 0) {
  console.error(`docs/texts.md does not show src/${unseen.join(", src/")}: add samples to scripts/texts.`);
  process.exitCode = 1;
}
