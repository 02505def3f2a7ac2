import type { Automation, Repository } from "../../automations/automation.ts";
import { CONFIG_PATH } from "../../config/files.ts";
import type { LoadedConfig } from "../../config/loaded.ts";
import { calledAs } from "../called-as.ts";
import { previewText } from "./text.ts";
import type { TriedConfig } from "./tried-config.ts";

/** Why there is nothing to look at. `label`: the sre.yml that is tried; null: the repository's own. */
export function whyOff(
  { name, section }: Automation,
  repository: Repository,
  { problems, state }: LoadedConfig,
  label: string | null,
): string {
  const { off } = previewText;
  const repo = `${repository.owner}/${repository.name}`;
  if (state === "absent") return off.noFile(name, repo, label ?? CONFIG_PATH);
  const found = firstError({ problems }, label);
  if (found !== null) return off.problem(name, repo, found);
  return off.noSection(name, repo, label ?? `its ${CONFIG_PATH}`, String(section));
}

/** What is wrong with a sre.yml that is tried, so that nothing can be said about it; null: it can be tried. */
export function whyNotTried({ name }: Automation, { label, loaded }: TriedConfig): string | null {
  // Telling what is wrong with the file is what `config` does.
  if (name === "config") return null;
  const found = firstError({ problems: loaded.problems.filter(({ file }) => file === CONFIG_PATH) }, label);
  return found === null ? null : previewText.off.notTried(name, found);
}

function firstError({ problems }: Pick<LoadedConfig, "problems">, label: string | null): string | null {
  const errors = problems.filter((problem) => problem.severity === "error");
  const [first] = errors;
  if (first === undefined) return null;
  const file = first.file === CONFIG_PATH ? (label ?? CONFIG_PATH) : first.file;
  const place = `${file}:${first.line}:${first.column}`;
  return previewText.off.first(place, first.message.en, errors.length - 1, calledAs());
}
