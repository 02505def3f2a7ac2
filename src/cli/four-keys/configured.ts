import { withoutNulls } from "../../config/examine.ts";
import { examineBounded } from "../../config/examine-bounded.ts";
import type { Language } from "../../config/language.ts";
import { type SreConfig, sreSchema } from "../../config/schema.ts";
import type { SectionOf } from "../../config/section-of.ts";
import { singleFindings } from "../../config/single.ts";
import { problemOf } from "../../config/text/index.ts";
import { settingsOf, windowEnding } from "../../metrics/configured.ts";
import type { FourKeysSettings } from "../../metrics/settings.ts";
import type { Instant } from "../../records/record.ts";
import { CommandError } from "../command-error.ts";
import { readGiven } from "../given-file.ts";
import { wrongText } from "./wrong-text.ts";

/** What sre.yml says about the numbers. */
export interface Configured {
  readonly settings: FourKeysSettings;
  readonly language: Language;
  /** The beginning of the configured window that ends at `at`. */
  windowStart(at: Instant): Instant;
}

/** GitHub deployments to `production`, everything else by default. */
export const DEFAULTS = sreSchema.parse({
  version: 1,
  "four-keys": { deployments: { environment: ["production"] } },
});

/** Of a sre.yml on this machine; null: the defaults. Throws `CommandError`. */
export async function configured(file: string | null): Promise<Configured> {
  const config = file === null ? DEFAULTS : await configIn(file);
  const section = config["four-keys"];
  if (section == null) throw new CommandError(wrongText.noSection(String(file)));
  return configuredBy(config, section);
}

/** `section`: the one that counts, also where `config` has none. */
export function configuredBy(config: SreConfig, section: SectionOf<"four-keys">): Configured {
  return {
    settings: settingsOf(section, config.timezone),
    language: config.language,
    windowStart: (at) => windowEnding(at, section, config).from,
  };
}

async function configIn(file: string): Promise<SreConfig> {
  const examined = await examineBounded(await textOf(file));
  const problems = singleFindings(examined, file).map((finding) => problemOf(finding));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new CommandError(
      errors.map(({ line, column, message }) => wrongText.problem(`${file}:${line}:${column}`, message.en)).join("\n"),
    );
  const parsed = sreSchema.safeParse(withoutNulls(examined.value ?? {}));
  if (parsed.success) return parsed.data;
  // What lacks nothing but required keys, which are in what it extends.
  throw new CommandError(wrongText.incomplete(file));
}

async function textOf(file: string): Promise<string> {
  return new TextDecoder("utf-8").decode(await readGiven(file));
}
