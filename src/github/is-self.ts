import type { Self } from "./client.ts";

/** Did this App's own bot write it? GraphQL calls a bot by its slug alone, REST `SLUG[bot]`. */
export function isSelf(author: { readonly __typename: string; readonly login: string } | null, self: Self): boolean {
  return author?.__typename === "Bot" && (author.login === self.slug || author.login === self.login);
}
