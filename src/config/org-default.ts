import { examineOnce } from "./examine-once.ts";
import { CONFIG_PATH, type ConfigFile, type ConfigFiles, ORG_REPOSITORY } from "./files.ts";
import { anyGlobMatches } from "./glob.ts";

export interface OrgDefault {
  readonly repository: string;
  readonly file: ConfigFile;
  readonly text: string;
}

/**
 * The org's file, which applies to repositories without their own; null if there is none, if its
 * `repositories` leaves this one out, or when it is private and this repository is public.
 */
export async function orgDefault(files: ConfigFiles, isPublic: boolean): Promise<OrgDefault | null> {
  if (files.name.toLowerCase() === ORG_REPOSITORY) return null;
  const file = await files.other(files.owner, ORG_REPOSITORY, CONFIG_PATH);
  if (typeof file === "string" || file.text === null || (isPublic && file.private)) return null;
  const repository = `${files.owner}/${ORG_REPOSITORY}`;
  const { value } = await examineOnce(`${repository}:${CONFIG_PATH}`, file.text);
  const globs = value?.repositories;
  if (Array.isArray(globs)) {
    const named = globs.filter((glob): glob is string => typeof glob === "string");
    if (!anyGlobMatches(named, files.name)) return null;
  }
  return { repository, file, text: file.text };
}
