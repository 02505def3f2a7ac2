import { examineOnce } from "../config/examine-once.ts";
import { CONFIG_PATH, ORG_REPOSITORY } from "../config/files.ts";
import { type Language, languages } from "../config/language.ts";
import type { GitHub } from "./client.ts";
import { configFiles } from "./config-files.ts";
import type { RepoRef } from "./repo-ref.ts";

/** What the organization's sre.yml says of repositories that it does not speak for. */
export interface OrgWish {
  /** null: it has none, or does not say. */
  readonly language: Language | null;
  readonly onboarding: boolean;
}

const NONE: OrgWish = { language: null, onboarding: true };

/** One request; none in the organization's own repository. Nothing of that file is quoted. */
export async function readOrgWish(github: GitHub, repository: RepoRef): Promise<OrgWish> {
  if (repository.name.toLowerCase() === ORG_REPOSITORY) return NONE;
  const file = await configFiles(github, repository).other(repository.owner, ORG_REPOSITORY, CONFIG_PATH);
  if (typeof file === "string" || file.text === null) return NONE;
  const { value } = await examineOnce(`${repository.owner}/${ORG_REPOSITORY}:${CONFIG_PATH}`, file.text);
  const org: unknown = value?.org;
  return {
    language: languages.find((language) => language === value?.language) ?? null,
    onboarding: !(typeof org === "object" && org !== null && "onboarding" in org && org.onboarding === false),
  };
}
