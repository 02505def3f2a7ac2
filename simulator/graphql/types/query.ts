import { newUser } from "../../actions/people.ts";
import { canSee, loginOf, repoNamed } from "../../platform/actor.ts";
import type { Context, Resolvers } from "../context.ts";
import { refusal } from "../refusal.ts";
import { type AccountSource, repositorySource } from "../source.ts";
import { accountOf } from "./account.ts";
import { nodeOf } from "./node.ts";

interface RepositoryArguments {
  owner: string;
  name: string;
  followRenames?: boolean | null;
}

function repository(_source: unknown, { owner, name, followRenames }: RepositoryArguments, context: Context) {
  const wanted = `${owner}/${name}`;
  const repo = repoNamed(context.state, wanted);
  const renamed = repo !== null && repo.name.toLowerCase() !== wanted.toLowerCase();
  if (repo === null || (renamed && followRenames === false) || !canSee(context.state, context.actor, repo)) {
    throw refusal("NOT_FOUND", `Could not resolve to a Repository with the name '${wanted}'.`);
  }
  return repositorySource(repo);
}

function account(login: string, types: readonly AccountSource["__typename"][], { state }: Context): AccountSource {
  const found = accountOf(state, login);
  if (found !== null && types.includes(found.__typename)) return found;
  const what = types.length > 1 ? "RepositoryOwner" : types[0];
  throw refusal(
    "NOT_FOUND",
    `Could not resolve to ${what === "Organization" ? "an" : "a"} ${what} with the login of '${login}'.`,
  );
}

/** The schema has only `User` here; GitHub shows an App's bot as one, with `[bot]` in its login. */
function viewer(_source: unknown, _args: unknown, { state, actor }: Context): AccountSource | null {
  const login = loginOf(state, actor);
  const found = login === null ? undefined : state.users.get(login);
  const id = found?.id ?? 0; // a bot that has not written anything yet has no account in the world
  return login === null ? null : { __typename: "User", account: { ...(found ?? newUser(login, id)), type: "User" } };
}

export const query: Resolvers<unknown> = {
  id: () => "Q_simulated",
  repository,
  node: (_source, { id }: { id: string }, context) => nodeOf(id, context),
  /** A missing one is null with its own error; the others are answered. */
  nodes: (_source, { ids }: { ids: readonly string[] }, context) =>
    ids.map((id) => {
      try {
        return nodeOf(id, context);
      } catch (error) {
        return error;
      }
    }),
  organization: (_source, { login }: { login: string }, context) => account(login, ["Organization"], context),
  user: (_source, { login }: { login: string }, context) => account(login, ["User"], context),
  repositoryOwner: (_source, { login }: { login: string }, context) =>
    account(login, ["User", "Organization"], context),
  viewer,
  rateLimit: (_source, _args, { rateLimit }) => rateLimit,
};
