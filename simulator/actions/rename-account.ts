import { Refused } from "../refused.ts";
import type { SimState } from "../state.ts";
import { sameLogin } from "./people.ts";
import { renameRepository } from "./rename-repository.ts";

/** An account under a new login, with all that it owns. Its repositories redirect; it is still the same account by its id. */
export function renameAccount(state: SimState, from: string, login: string): void {
  if (state.users.has(login)) throw new Refused(422, `The account ${login} already exists.`);
  const user = state.users.get(from);
  if (user !== undefined) {
    state.users.delete(from);
    state.users.set(login, { ...user, login });
  }
  for (const repo of [...state.repos.values()]) {
    const [owner = "", name] = repo.name.split("/");
    if (sameLogin(owner, from)) renameRepository(state, repo, `${login}/${name}`);
  }
  for (const team of state.teams) if (sameLogin(team.org, from)) team.org = login;
  for (const project of state.projects) if (sameLogin(project.owner, from)) project.owner = login;
  for (const one of state.installations.values()) if (sameLogin(one.account, from)) one.account = login;
}
