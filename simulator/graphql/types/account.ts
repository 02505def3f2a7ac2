import { canSee } from "../../platform/actor.ts";
import type { SimState, SimUser } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { type AccountSource, repositorySource } from "../source.ts";

/** Bots have no `[bot]` behind their login in GraphQL, as they have in REST. */
function graphqlLogin(account: SimUser): string {
  return account.type === "Bot" ? account.login.replace(/\[bot\]$/, "") : account.login;
}

/** The account of a login; null for nobody and for deleted accounts, which GitHub shows as ghosts. */
export function accountOf(state: SimState, login: string | null): AccountSource | null {
  const account = login === null ? undefined : state.users.get(login);
  return account === undefined || account.deleted ? null : { __typename: account.type, account };
}

/** Only if it is a person: `User` fields of the schema hold neither bots nor organizations. */
export function userOf(state: SimState, login: string | null): AccountSource | null {
  const found = accountOf(state, login);
  return found?.__typename === "User" ? found : null;
}

/** A connection of accounts, those that are gone left out. */
export function accounts(state: SimState, logins: readonly string[], page: Page) {
  const found = logins.flatMap((login) => userOf(state, login) ?? []);
  return connection(
    found,
    page,
    ({ account }) => account.id,
    (source) => source,
  );
}

const common: Resolvers<AccountSource> = {
  id: ({ __typename, account }) => nodeId(__typename, account.id),
  databaseId: ({ account }) => account.id,
  login: ({ account }) => graphqlLogin(account),
  avatarUrl: ({ account }, _args, { webUrl }) => `${webUrl}/avatars/u/${account.id}`,
  resourcePath: ({ account }) => pathOf(account),
  url: ({ account }, _args, { webUrl }) => `${webUrl}${pathOf(account)}`,
};

function pathOf(account: SimUser): string {
  return account.type === "Bot" ? `/apps/${graphqlLogin(account)}` : `/${account.login}`;
}

function repositories({ account }: AccountSource, page: Page, { state, actor }: Context) {
  const owned = [...state.repos.values()].filter(
    (repo) => repo.name.split("/")[0] === account.login && canSee(state, actor, repo),
  );
  return connection(owned, page, (repo) => repo.id, repositorySource);
}

export const bot = common;

export const user: Resolvers<AccountSource> = {
  ...common,
  name: ({ account }) => account.login,
  email: () => "",
  isViewer: ({ account }, _args, { actor }) => actor.kind === "user" && actor.login === account.login,
  repositories,
  status: ({ account }, _args, { state }) =>
    account.busy
      ? { indicatesLimitedAvailability: true, message: "busy", emoji: null, expiresAt: null, updatedAt: state.now }
      : null,
};

export const organization: Resolvers<AccountSource> = { ...common, name: ({ account }) => account.login, repositories };
