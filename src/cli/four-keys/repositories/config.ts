import type { Repository } from "../../../automations/automation.ts";
import { CONFIG_PATH } from "../../../config/files.ts";
import { loadConfig } from "../../../config/load.ts";
import type { LoadedConfig } from "../../../config/loaded.ts";
import type { SreConfig } from "../../../config/schema.ts";
import type { SectionOf } from "../../../config/section-of.ts";
import type { GitHub } from "../../../github/client.ts";
import { configFiles } from "../../../github/config-files.ts";
import { CommandError } from "../../command-error.ts";
import { readTriedConfig } from "../../preview/tried-config.ts";
import { DEFAULTS } from "../configured.ts";
import { wrongText } from "../wrong-text.ts";

/** Which sre.yml counts. own: its own, or its org's. older: the last valid version. The others: the defaults. */
type ConfigUsed = "given" | "own" | "older" | "no file" | "no section";

export interface RepositoryConfig {
  readonly used: ConfigUsed;
  /** The file, as people call it. */
  readonly label: string;
  readonly config: SreConfig;
  readonly section: SectionOf<"four-keys">;
}

/** Of one repository. `file`: a sre.yml on this machine in place of its own. Throws `CommandError`. */
export async function repositoryConfig(
  github: GitHub,
  repository: Repository,
  file: string | null,
): Promise<RepositoryConfig> {
  return file === null ? ownConfig(github, repository) : givenConfig(github, repository, file);
}

async function givenConfig(github: GitHub, repository: Repository, file: string): Promise<RepositoryConfig> {
  const { loaded } = await readTriedConfig(github, repository, { file });
  const wrong = errorsIn(loaded, file);
  if (wrong.length > 0) throw new CommandError(wrong.join("\n"));
  const section = loaded.config?.["four-keys"];
  if (loaded.config === null || section == null) throw new CommandError(wrongText.noSection(file));
  return { used: "given", label: file, config: loaded.config, section };
}

async function ownConfig(github: GitHub, repository: Repository): Promise<RepositoryConfig> {
  const loaded = await loadConfig(configFiles(github, repository));
  const { state, config, origin } = loaded;
  const repo = `${repository.owner}/${repository.name}`;
  const label = origin === null || origin.repository === repo ? CONFIG_PATH : `${origin.repository}:${origin.path}`;
  const [wrong] = errorsIn(loaded, CONFIG_PATH);
  if (config === null && wrong !== undefined) throw new CommandError(wrongText.broken(repo, wrong));
  const section = config?.["four-keys"] ?? null;
  if (config !== null && section !== null)
    return { used: state === "broken" ? "older" : "own", label, config, section };
  return { used: config === null ? "no file" : "no section", label, config: config ?? DEFAULTS, section: BY_DEFAULT };
}

const BY_DEFAULT = sectionIn(DEFAULTS);

function sectionIn(config: SreConfig): SectionOf<"four-keys"> {
  const section = config["four-keys"];
  if (section == null) throw new Error("the defaults have the section");
  return section;
}

/** `label`: how the person calls the file. */
function errorsIn({ problems }: LoadedConfig, label: string): string[] {
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, column, message }) =>
      wrongText.problem(`${file === CONFIG_PATH ? label : file}:${line}:${column}`, message.en),
    );
}
