/**
 * Generates docs/texts.md from the texts in src, with their samples. `--check` writes nothing and fails where the page has
 * drifted. Either fails where texts have no samples.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { automations } from "../src/automations/index.ts";
import { automationTexts } from "./texts/automations.ts";
import { changeTexts } from "./texts/changes.ts";
import { commandLineTexts } from "./texts/command-line.ts";
import { commandTexts } from "./texts/commands.ts";
import { doctorTexts } from "./texts/doctor.ts";
import { fourKeysTexts } from "./texts/four-keys.ts";
import { textsPage } from "./texts/page.ts";
import { previewTexts } from "./texts/preview.ts";
import { problemTexts } from "./texts/problems.ts";
import type { TextRoom } from "./texts/samples.ts";
import { setupTexts } from "./texts/setup.ts";
import { suggestionTexts } from "./texts/suggestion.ts";
import { unseenTexts } from "./texts/unseen.ts";

const file = join(import.meta.dirname, "../docs/texts.md");
/** What an automation says with texts from elsewhere. */
const further: Readonly<Record<string, readonly TextRoom[]>> = {
  commands: commandTexts,
  onboarding: suggestionTexts,
  config: [problemTexts(), ...changeTexts],
};
const bySection = automations.toSorted((a, b) => Number(a.section === null) - Number(b.section === null));
const ofAutomations = await Promise.all(
  bySection.map(async (automation) => ({
    title: automation.part,
    rooms: [...(await automationTexts(automation)), ...(further[automation.name] ?? [])],
  })),
);
const chapters = [
  ...ofAutomations,
  { title: "The set-up page, and the server's answers", rooms: setupTexts },
  { title: "detoil doctor", rooms: doctorTexts },
  { title: "detoil preview", rooms: previewTexts },
  { title: "detoil four-keys", rooms: fourKeysTexts },
  { title: "The command line and the start of the server", rooms: commandLineTexts },
];
const page = textsPage(chapters);
const known = existsSync(file) ? readFileSync(file, "utf8") : "";
if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (page !== known) {
  console.error("docs/texts.md has drifted from the texts in src: run npm run generate.");
  process.exitCode = 1;
}

const unseen = await unseenTexts(chapters.flatMap(({ rooms }) => rooms));
if (unseen.length > 0) {
  console.error(
    `docs/texts.md does not show src/${unseen.join(", src/")}: it takes textsIn(), or samples in scripts/texts.`,
  );
  process.exitCode = 1;
}
