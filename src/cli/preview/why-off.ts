import type { Automation, Repository } from "../../automations/automation.ts";
import { CONFIG_PATH } from "../../config/files.ts";
import type { LoadedConfig } from "../../config/loaded.ts";
import type { TriedConfig } from "./tried-config.ts";

/** Why there is nothing to look at. `label`: the sre.yml that is tried; null: the repository's own. */
export function whyOff(
  { name, section }: Automation,
  repository: Repository,
  { problems, state }: LoadedConfig,
  label: string | null,
): string {
  const off = `\`${name}\` is off in ${repository.owner}/${repository.name}`;
  if (state === "absent") return `${off}: there is no ${label ?? CONFIG_PATH}.`;
  const found = firstError({ problems }, label);
  return found === null
    ? `${off}: ${label ?? `its ${CONFIG_PATH}`} has no section \`${section}\` in force.`
    : `${off}: ${found}`;
}

/** What is wrong with a sre.yml that is tried, so that nothing can be said about it; null: it can be tried. */
export function whyNotTried({ name }: Automation, { label, loaded }: TriedConfig): string | null {
  // Telling what is wrong with the file is what `config` does.
  if (name === "config") return null;
  const found = firstError({ problems: loaded.problems.filter(({ file }) => file === CONFIG_PATH) }, label);
  return found === null ? null : `\`${name}\` cannot be previewed: ${found}`;
}

function firstError({ problems }: Pick<LoadedConfig, "problems">, label: string | null): string | null {
  const errors = problems.filter((problem) => problem.severity === "error");
  const [first] = errors;
  if (first === undefined) return null;
  const file = first.file === CONFIG_PATH ? (label ?? CONFIG_PATH) : first.file;
  const more = errors.length === 1 ? "" : ` And ${errors.length - 1} more: \`detoil check\` names them all.`;
  return `${file}:${first.line}:${first.column}: ${first.message.en}${more}`;
}
