import { withoutNulls } from "../../../config/examine.ts";
import { examineOnce } from "../../../config/examine-once.ts";
import { CONFIG_PATH } from "../../../config/files.ts";
import { sreSchema } from "../../../config/schema.ts";
import { configFiles } from "../../../github/config-files.ts";
import {
  type Definition,
  type DefinitionChange,
  definitionChanges,
  definitionsWith,
} from "../../../records/definitions.ts";
import type { ReadRepository } from "./read.ts";

/**
 * When a repository's own sre.yml began to count otherwise, from its history on the default branch; none where another file
 * counts. What it inherits is in files that have histories of their own, and a version that is no sre.yml changed nothing.
 */
export async function definitionChangesOf({
  github,
  repository,
  config: { used, label },
}: ReadRepository): Promise<readonly DefinitionChange[]> {
  if (label !== CONFIG_PATH || (used !== "own" && used !== "older")) return [];
  const own = await configFiles(github, repository).own();
  const versions = (await own.history()).toReversed();
  let definitions: readonly Definition[] = [];
  for (const { text, at } of versions) {
    if (text === null) continue;
    const { value } = await examineOnce(`${repository.owner}/${repository.name}:${CONFIG_PATH}`, text);
    const { data } = sreSchema.safeParse(withoutNulls(value ?? {}));
    const section = data?.["four-keys"];
    if (section != null) definitions = definitionsWith(definitions, section, data?.release?.lanes ?? [], at);
  }
  return definitionChanges(definitions);
}
