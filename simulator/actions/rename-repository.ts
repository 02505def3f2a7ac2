import { Refused } from "../refused.ts";
import type { SimRepo, SimState } from "../state.ts";

/** A repository under a new name; the old one redirects. */
export function renameRepository(state: SimState, repo: SimRepo, name: string): void {
  const { repos } = state;
  if (repos.has(name)) throw new Refused(422, `The repository ${name} already exists.`);
  const former = repo.name;
  repos.delete(former);
  repo.formerNames = [...repo.formerNames.filter((one) => one !== name), former];
  repo.name = name;
  repos.set(name, repo);
  for (const pull of repo.pulls.values()) if (pull.head_repo === former) pull.head_repo = name;
  const transfers = [...state.repos.values()].flatMap((one) =>
    [...one.issues.values()].flatMap(({ transferred_to }) => transferred_to ?? []),
  );
  const items = state.projects.flatMap((project) => project.items);
  for (const one of [...transfers, ...items]) if (one.repo === former) one.repo = name;
}
