import { globSync } from "node:fs";
import { join } from "node:path";
import type { Automation } from "../../src/automations/automation.ts";
import type { Shown } from "../../src/automations/texts.ts";
import type { Commands } from "../../src/commands/declaration.ts";
import type { Language } from "../../src/config/schema.ts";
import { type TextRoom, textRoom } from "./samples.ts";

const SRC = join(import.meta.dirname, "../../src");

type ShownTexts = ((language: Language) => object) & Shown<object>;

/** The texts in an automation's folder, those of the folder itself first, and its commands. */
export async function automationTexts({
  name,
  commands,
}: Pick<Automation, "name" | "commands">): Promise<readonly TextRoom[]> {
  const files = globSync(`automations/${name}/**/*text.ts`, { cwd: SRC }).sort(
    (a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1),
  );
  const rooms = await Promise.all(files.map((file) => roomsIn(file)));
  return [...rooms.flat(), ...(commands === undefined ? [] : [commandRoom(`automations/${name}`, commands)])];
}

async function roomsIn(file: string): Promise<TextRoom[]> {
  const exported: Readonly<Record<string, unknown>> = await import(join(SRC, file));
  return Object.values(exported)
    .filter(isShown)
    .map((texts) => textRoom(texts.seen, file, texts, texts.samples));
}

function isShown(value: unknown): value is ShownTexts {
  return typeof value === "function" && "seen" in value && "samples" in value;
}

function commandRoom(file: string, { text, verbs }: Commands): TextRoom {
  return textRoom(
    "Where these commands work, and their lines in the list of commands",
    file,
    (language) => ({
      ...text[language],
      verbs: Object.fromEntries(verbs.map(({ word, about }) => [word, about[language]])),
    }),
    ({ configUrl }) => ({ switchOn: [[`[sre.yml](${configUrl})`]], verbs: {} }),
  );
}
