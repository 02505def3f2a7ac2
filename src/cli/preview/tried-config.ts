import type { Repository } from "../../automations/automation.ts";
import { CONFIG_PATH, type ConfigFiles } from "../../config/files.ts";
import { loadConfig } from "../../config/load.ts";
import type { LoadedConfig } from "../../config/loaded.ts";
import type { GitHub } from "../../github/client.ts";
import { configAt } from "../../github/config-at.ts";
import { configFiles } from "../../github/config-files.ts";
import { CommandError } from "../command-error.ts";
import { readGiven } from "../given-file.ts";
import { previewText } from "./text.ts";

/** Which sre.yml a preview takes instead of the default branch's: a file here, or the repository's own at a revision. */
export type ConfigChoice = { readonly file: string } | { readonly ref: string };

/** A sre.yml that is tried, with what it extends as that is on GitHub. */
export interface TriedConfig {
  /** How its problems name it: `my.yml`, or as git says it, `next:.github/sre.yml`. */
  readonly label: string;
  readonly loaded: LoadedConfig;
}

/** Throws `CommandError` for a file that cannot be read, and for a revision that is not there. */
export async function readTriedConfig(
  github: GitHub,
  repository: Repository,
  choice: ConfigChoice,
): Promise<TriedConfig> {
  const files = configFiles(github, repository);
  if ("file" in choice) {
    return { label: choice.file, loaded: await loadConfig(withOwn(files, { text: await textOf(choice.file) })) };
  }
  const found = await configAt(github, repository, choice.ref);
  if (found === null) {
    const where = `${repository.owner}/${repository.name}`;
    throw new CommandError(previewText.noRevision(where, choice.ref));
  }
  return { label: `${choice.ref}:${CONFIG_PATH}`, loaded: await loadConfig(withOwn(files, found)) };
}

/** Without a history: no earlier version stands in for a file that is tried. */
function withOwn(files: ConfigFiles, tried: { readonly text: string | null; readonly commit?: string }): ConfigFiles {
  return { ...files, own: async () => ({ ...(await files.own()), ...tried, history: async () => [] }) };
}

async function textOf(file: string): Promise<string> {
  // What is not UTF-8 becomes U+FFFD, which the validation names.
  return new TextDecoder("utf-8").decode(await readGiven(file));
}
