import type { Self } from "./client.ts";

/** Whether this App's own bot wrote it. GraphQL names a bot by its slug, REST by `SLUG[bot]`. */
export function isSelf(author: { readonly __typename: string; readonly login: string } | null, self: Self): boolean {
  return author?.__typename === "Bot" && (author.login === self.slug || author.login === self.login);
}

/** The same of a person or bot as reconciliations know them. */
export function isOwnBot(author: { readonly login: string; readonly bot: boolean } | null, self: Self): boolean {
  return author !== null && isSelf({ __typename: author.bot ? "Bot" : "User", login: author.login }, self);
}
