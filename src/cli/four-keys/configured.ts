import { readFile } from "node:fs/promises";
import { withoutNulls } from "../../config/examine.ts";
import { examineBounded } from "../../config/examine-bounded.ts";
import type { Language } from "../../config/language.ts";
import { type SreConfig, sreSchema } from "../../config/schema.ts";
import { singleFindings } from "../../config/single.ts";
import { problemOf } from "../../config/text/index.ts";
import { settingsOf, windowEnding } from "../../metrics/configured.ts";
import type { FourKeysSettings } from "../../metrics/settings.ts";
import type { Instant } from "../../records/record.ts";
import { CommandError } from "../command-error.ts";

/** What sre.yml says about the numbers. */
export interface Configured {
  readonly settings: FourKeysSettings;
  readonly language: Language;
  /** The beginning of the configured window that ends at `at`. Throws `CommandError` where no window is left. */
  windowStart(at: Instant): Instant;
}

/** GitHub deployments to `production`, everything else by default. */
const DEFAULTS = { version: 1, "four-keys": { deployments: { environment: ["production"] } } };

/** Of a sre.yml on this machine; null: the defaults. Throws `CommandError`. */
export async function configured(file: string | null): Promise<Configured> {
  const config = file === null ? sreSchema.parse(DEFAULTS) : await configIn(file);
  const section = config["four-keys"];
  if (section == null)
    throw new CommandError(`${file} has no section \`four-keys\`. Add it, or leave out --config for the defaults.`);
  return {
    settings: settingsOf(section, config.timezone),
    language: config.language,
    windowStart(at) {
      const { from } = windowEnding(at, section, config);
      if (from < at) return from;
      throw new CommandError(`\`window: ${section.window}\` leaves no time. Write for example \`window: 4 weeks\`.`);
    },
  };
}

async function configIn(file: string): Promise<SreConfig> {
  const examined = await examineBounded(await textOf(file));
  const problems = singleFindings(examined, file).map((finding) => problemOf(finding));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new CommandError(
      errors.map(({ line, column, message }) => `${file}:${line}:${column}: ${message.en}`).join("\n"),
    );
  const parsed = sreSchema.safeParse(withoutNulls(examined.value ?? {}));
  if (parsed.success) return parsed.data;
  // What lacks nothing but required keys, which are in what it extends.
  throw new CommandError(`${file} extends another file, which is not read here: \`four-keys\` must be complete in it.`);
}

async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder("utf-8").decode(await readFile(file));
  } catch {
    throw new CommandError(`${file} cannot be read: is the path right?`);
  }
}
