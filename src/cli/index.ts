import { readFileSync } from "node:fs";
import { CommandError } from "./command-error.ts";
import { helpOn, isCommand } from "./help.ts";
import { UsageError } from "./usage.ts";

/** One file per command; loaded only when asked for, so that `check` does not wait for a database driver. */
const commands: Readonly<Record<string, () => Promise<(argv: string[]) => Promise<number>>>> = {
  check: async () => (await import("./check.ts")).check,
  demo: async () => (await import("./demo/index.ts")).demo,
  doctor: async () => (await import("./doctor.ts")).doctor,
  "four-keys": async () => (await import("./four-keys.ts")).fourKeys,
  github: async () => (await import("./github.ts")).github,
  preview: async () => (await import("./preview.ts")).preview,
  start: async () => (await import("./start.ts")).start,
};

/** Commands that come with a later version: known by name, so that nobody searches for a typo. */
const later = ["record", "backfill"];

const overview = `detoil: takes the toil out of site reliability work on GitHub

  detoil start                        the server
  detoil check [FILE] [--json]        validate a sre.yml (default .github/sre.yml)
  detoil preview AUTOMATION --repo OWNER/NAME
                                      what an automation would do now, and why
  detoil four-keys --events FILE      the Four Keys of DORA, of records in a file
  detoil github [--world FILE]        the simulated GitHub
  detoil demo [--exit]                the demo
  detoil doctor                       check credentials, permissions, webhook and database
  detoil COMMAND --help               its options
  detoil --version                    this version

In a checkout: npm run -s detoil -- COMMAND`;

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
    console.error(overview);
    return 2;
  }
  if (name === "help" || argv.some((word) => helps.includes(word))) {
    const asked = name === "help" ? rest[0] : name;
    console.log(asked !== undefined && isCommand(asked) ? helpOn(asked) : overview);
    return 0;
  }
  if (name === "--version" || name === "-v") {
    console.log(version());
    return 0;
  }
  const load = commands[name];
  if (load === undefined) {
    const known = later.includes(name) ? `\`${name}\` is not available yet.` : `There is no command \`${name}\`.`;
    console.error(`${known} Commands: ${Object.keys(commands).join(", ")}.`);
    return 2;
  }
  try {
    const command = await load();
    return await command(rest);
  } catch (error) {
    if (lacksSimulator(error)) {
      console.error("The simulated GitHub is not here, as in the image: run this in a checkout.");
      return 1;
    }
    if (!(error instanceof UsageError || error instanceof CommandError)) throw error;
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
