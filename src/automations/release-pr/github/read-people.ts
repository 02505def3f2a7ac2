import type { Person } from "../person.ts";

export interface ActorNode {
  readonly __typename: string;
  readonly login: string;
}

/** GraphQL calls a bot `renovate`, REST `renovate[bot]`; here all have the REST name. */
export function personOf(actor: ActorNode | null): Person | null {
  if (actor === null) return null;
  const bot = actor.__typename !== "User" && actor.__typename !== "EnterpriseUserAccount";
  const login = actor.__typename === "Bot" && !actor.login.endsWith("[bot]") ? `${actor.login}[bot]` : actor.login;
  return { login, bot };
}
