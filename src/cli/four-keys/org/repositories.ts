import type { Repository } from "../../../automations/automation.ts";
import type { GitHub } from "../../../github/client.ts";
import { readNodes } from "../../../github/read-pages.ts";
import { fourKeysRepositories } from "./four-keys-repositories.generated.ts";

export interface OrgRepository {
  readonly repository: Repository;
  readonly archived: boolean;
}

/** What an organization or a person owns, as far as the token sees it, by name. */
export async function repositoriesOf(github: GitHub, owner: string): Promise<OrgRepository[]> {
  const nodes = await readNodes(async (cursor) => {
    const { repositoryOwner } = await github.graphql(fourKeysRepositories, { owner, cursor });
    return repositoryOwner?.repositories;
  });
  const found = nodes.flatMap(({ databaseId, nameWithOwner, isArchived }) => {
    const [account = "", name = ""] = nameWithOwner.split("/");
    // GitHub lists a person's collaborations among their repositories.
    if (databaseId === null || account.toLowerCase() !== owner.toLowerCase()) return [];
    return [{ repository: { id: databaseId, owner: account, name }, archived: isArchived }];
  });
  return found.sort((a, b) => (a.repository.name < b.repository.name ? -1 : 1));
}
