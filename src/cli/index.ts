import { readFileSync } from "node:fs";
import { CommandError } from "./command-error.ts";
import { orNearest } from "./did-you-mean.ts";
import { automationNames, helpOn, isCommand, overview } from "./help.ts";
import { commandText } from "./text.ts";
import { UsageError } from "./usage.ts";

/** One file per command; loaded only when asked for, so that `check` does not wait for a database driver. */
const commands: Readonly<Record<string, () => Promise<(argv: string[]) => Promise<number>>>> = {
  backfill: async () => (await import("./backfill.ts")).backfill,
  check: async () => (await import("./check.ts")).check,
  demo: async () => (await import("./demo/index.ts")).demo,
  doctor: async () => (await import("./doctor.ts")).doctor,
  "four-keys": async () => (await import("./four-keys.ts")).fourKeys,
  github: async () => (await import("./github/index.ts")).github,
  preview: async () => (await import("./preview.ts")).preview,
  record: async () => (await import("./record.ts")).record,
  suggest: async () => (await import("./suggest.ts")).suggestFile,
  try: async () => (await import("./try/index.ts")).tryOut,
  start: async () => (await import("./start.ts")).start,
  token: async () => (await import("./token.ts")).token,
};

const helps = ["--help", "-h"];

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** The image brings what the server runs, and the simulated GitHub is not part of that. */
function lacksSimulator(error: unknown): boolean {
  const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
  return isMissing && error.message.includes("/simulator/");
}

async function run(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    console.error(overview(await automationNames()));
    return 2;
  }
  if (name === "help" || argv.some((word) => helps.includes(word))) {
    const asked = name === "help" ? rest[0] : name;
    console.log(asked !== undefined && isCommand(asked) ? await helpOn(asked) : overview(await automationNames()));
    return 0;
  }
  if (name === "--version" || name === "-v") {
    console.log(version());
    return 0;
  }
  const load = commands[name];
  if (load === undefined) {
    const known = Object.keys(commands);
    const all = commandText.commands(known);
    console.error(orNearest(commandText.noCommand(name), name, known, all));
    return 2;
  }
  try {
    const command = await load();
    return await command(rest);
  } catch (error) {
    if (lacksSimulator(error)) {
      console.error(commandText.noSimulator);
      return 1;
    }
    if (!(error instanceof UsageError || error instanceof CommandError)) throw error;
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
