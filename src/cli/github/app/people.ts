import { accountOf, roleOf } from "../../../../simulator/actions/people.ts";
import type { SimRepo, SimState } from "../../../../simulator/state.ts";

/** Owners of repositories, and whoever is an organization. */
export function accountsOf(state: SimState): string[] {
  const owners = [...state.repos.keys()].map((name) => name.split("/")[0] ?? "");
  const installed = [...state.installations.values()].map(({ account }) => account);
  return [...new Set([...owners, ...installed])];
}

export const repositoriesOf = (state: SimState, account: string): SimRepo[] =>
  [...state.repos.values()].filter(({ name }) => name.startsWith(`${account}/`));

/** A person who may do that for the account: nobody signs in here. */
export function ownerOf(state: SimState, account: string): string {
  const people = [...state.users.values()].filter(({ login, type }) => type === "User" && accountOf(state, login));
  const admin = repositoriesOf(state, account).flatMap((repo) =>
    people.filter(({ login }) => roleOf(state, repo, login) === "admin"),
  )[0];
  return admin?.login ?? account;
}
