import { isCollaborator, roleOf, sameLogin } from "../actions/people.ts";
import type { SimInstallation, SimProject, SimRepo, SimState } from "../state.ts";

/** Who makes a request. */
export type Actor =
  | { readonly kind: "app" }
  | { readonly kind: "installation"; readonly installation: SimInstallation }
  | { readonly kind: "user"; readonly login: string }
  | { readonly kind: "anonymous" };

/** The login of the actor's actions; null for somebody unknown. */
export function loginOf(state: SimState, actor: Actor): string | null {
  if (actor.kind === "user") return actor.login;
  return actor.kind === "anonymous" ? null : `${state.app.slug}[bot]`;
}

/** Whether the repository belongs to this installation, as far as the token of a request goes. */
export function isInstalledOn(installation: SimInstallation, repo: SimRepo): boolean {
  const isOwners = repo.name.split("/")[0]?.toLowerCase() === installation.account.toLowerCase();
  const { selected, only } = installation;
  return isOwners && (selected?.includes(repo.id) ?? true) && (only?.includes(repo.id) ?? true);
}

/** The installation on the repository's owner; null where the App is not installed. */
export function installationOn(state: SimState, repo: SimRepo): SimInstallation | null {
  return [...state.installations.values()].find((installation) => isInstalledOn(installation, repo)) ?? null;
}

/** Whether the actor may know that the repository exists. */
export function canSee(state: SimState, actor: Actor, repo: SimRepo): boolean {
  if (!repo.private) return true;
  if (actor.kind === "installation") return isInstalledOn(actor.installation, repo);
  return actor.kind === "user" && roleOf(state, repo, actor.login) !== null;
}

/**
 * Whether the actor may see a project: the App if it is installed on the organization (people's own projects are closed to
 * Apps), and the owner's members.
 */
export function canSeeProject(state: SimState, actor: Actor, { owner }: SimProject): boolean {
  if (actor.kind === "installation") {
    return sameLogin(actor.installation.account, owner) && state.users.get(owner)?.type !== "User";
  }
  if (actor.kind !== "user") return false;
  const { login } = actor;
  const inTeam = state.teams.some(
    (team) => sameLogin(team.org, owner) && team.members.some((one) => sameLogin(one, login)),
  );
  const owned = [...state.repos.values()].filter((repo) => sameLogin(repo.name.split("/")[0] ?? "", owner));
  return sameLogin(login, owner) || inTeam || owned.some((repo) => isCollaborator(state, repo, login));
}

/** The repository of that name, now or formerly (GitHub redirects), whatever its case. */
export function repoNamed(state: SimState, name: string): SimRepo | null {
  const exact = state.repos.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  const repos = [...state.repos.values()];
  return (
    repos.find((repo) => repo.name.toLowerCase() === wanted) ??
    repos.find((repo) => repo.formerNames.some((former) => former.toLowerCase() === wanted)) ??
    null
  );
}
