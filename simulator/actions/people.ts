import type { SimIssueBase, SimRepo, SimState, SimUser } from "../state.ts";
import { newId } from "./acting.ts";

export type Role = "read" | "triage" | "write" | "maintain" | "admin";
const ROLES: readonly Role[] = ["read", "triage", "write", "maintain", "admin"];

/** The account of that login, whatever its case; undefined for nobody and for a deleted one. */
export function accountOf(state: SimState, login: string): SimUser | undefined {
  const exact = state.users.get(login) ?? [...state.users.values()].find((user) => sameLogin(user.login, login));
  return exact?.deleted === true ? undefined : exact;
}

/** The account of that login, created if the world does not have it yet. */
export function ensureUser(state: SimState, login: string, type: SimUser["type"] = botOrUser(login)): SimUser {
  const known = state.users.get(login);
  if (known !== undefined) return known;
  const user = newUser(login, newId(state), type);
  state.users.set(login, user);
  return user;
}

function botOrUser(login: string): SimUser["type"] {
  return login.endsWith("[bot]") ? "Bot" : "User";
}

/** An account with nothing special about it. */
export function newUser(login: string, id: number, type: SimUser["type"] = botOrUser(login)): SimUser {
  return { login, id, type, deleted: false, busy: false, suspended: false, plan: "team" };
}

export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A person's role in a repository: as the world says, `admin` for its owner, `read` for everybody in a public one. */
export function roleOf(state: SimState, repo: SimRepo, login: string): Role | null {
  for (const [name, role] of repo.permission) if (sameLogin(name, login)) return role;
  if (sameLogin(repo.name.split("/")[0] ?? "", login)) return "admin";
  return repo.private || accountOf(state, login) === undefined ? null : "read";
}

/** Whether a role is at least the other. */
export function atLeast(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/**
 * A collaborator, for review requests: somebody whom the repository names, or its owner. Taking part in a public repository
 * is not enough.
 */
export function isCollaborator(state: SimState, repo: SimRepo, login: string): boolean {
  if (accountOf(state, login) === undefined) return false;
  const owner = sameLogin(repo.name.split("/")[0] ?? "", login);
  return owner || [...repo.permission.keys()].some((name) => sameLogin(name, login));
}

/**
 * Whether GitHub accepts this assignee: a person with write access, the author, or a commenter; never a bot or a suspended
 * person, although the list of collaborators still includes them (trstringer/manual-approval#93, Reviewable#957).
 */
export function isAssignable(state: SimState, repo: SimRepo, login: string, item: SimIssueBase | null): boolean {
  const account = accountOf(state, login);
  if (account === undefined || account.type !== "User" || account.suspended) return false;
  if (isCollaborator(state, repo, login)) return true;
  if (item === null) return false;
  return item.user === account.login || item.comments.some((comment) => comment.user === account.login);
}
