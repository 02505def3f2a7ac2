import type { Self } from "./client.ts";

/** Whether this App's own bot wrote it. GraphQL names a bot by its slug, REST by `SLUG[bot]`. */
export function isSelf(author: { readonly __typename: string; readonly login: string } | null, self: Self): boolean {
  return author?.__typename === "Bot" && (author.login === self.slug || author.login === self.login);
}
