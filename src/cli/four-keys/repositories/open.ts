import type { Repository } from "../../../automations/automation.ts";
import type { GitHub } from "../../../github/client.ts";
import { CommandError } from "../../command-error.ts";
import { repositoryNamed } from "../../opened/repository.ts";
import { openByToken } from "../../opened/token.ts";
import { openWorld, requireRepository } from "../../opened/world.ts";
import type { FourKeysSource } from "../source.ts";
import { wrongText } from "../wrong-text.ts";

type Source = Extract<FourKeysSource, { readonly of: "world" | "repo" }>;

interface Opened {
  /** At least one. */
  readonly repositories: readonly { readonly github: GitHub; readonly repository: Repository }[];
  readonly now: Date;
  readonly webUrl: string;
}

/** Throws `CommandError` and `GitHubError`. */
export async function openRepositories(source: Source): Promise<Opened> {
  const world = source.world === null ? null : await openWorld(source.world, null);
  const opened = world ?? openByToken("detoil");
  const names = source.of === "repo" ? [source.repo] : (world?.repositories ?? []);
  if (world !== null && source.world !== null) for (const name of names) requireRepository(world, source.world, name);
  if (source.of === "world" && names.length === 0) throw new CommandError(wrongText.noRepositories(source.world));
  const repositories = [];
  for (const name of names) {
    const github = opened.connect(name);
    repositories.push({ github, repository: (await repositoryNamed(github, name)).repository });
  }
  return { repositories, now: opened.now, webUrl: opened.webUrl };
}
