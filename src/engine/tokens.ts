import { meaningOf } from "../github/error-meaning.ts";
import type { RepoRef } from "../github/repo-ref.ts";
import type { Store } from "../store/store.ts";
import { addToken, listTokens, revokeTokens, type TokenRow } from "../store/tokens/tokens.ts";
import { type BackfillPlace, placeOf } from "./backfill-place.ts";
import { BackfillProblem } from "./backfill-problem.ts";
import { backfillText } from "./backfill-text.ts";

/** What somebody on this machine wants with the tokens of a repository. */
export type TokenRequest =
  | { readonly do: "add"; readonly repository: RepoRef; readonly name: string | null }
  | { readonly do: "list"; readonly repository: RepoRef }
  | { readonly do: "revoke"; readonly repository: RepoRef; readonly start: string };

export type TokenAnswer =
  | { readonly did: "add"; readonly token: string }
  | { readonly did: "list"; readonly tokens: readonly TokenRow[] }
  | { readonly did: "revoke"; readonly revoked: number };

/** Throws `BackfillProblem` where Detoil does not work there, or GitHub does not answer. */
export async function serveTokens(place: BackfillPlace, request: TokenRequest): Promise<TokenAnswer> {
  if (request.do !== "add") return serveKnownTokens(place.store, request);
  return { did: "add", token: await added(place, request.repository, request.name) };
}

/** What needs no GitHub: a new token does, which says which repository has the name now. */
export async function serveKnownTokens(
  store: Store,
  request: Exclude<TokenRequest, { readonly do: "add" }>,
): Promise<TokenAnswer> {
  const { repository } = request;
  return request.do === "list"
    ? { did: "list", tokens: await listTokens(store.db, repository) }
    : { did: "revoke", revoked: await revokeTokens(store.db, repository, request.start) };
}

async function added(place: BackfillPlace, ref: RepoRef, name: string | null): Promise<string> {
  const { repository } = await placeOf(place, ref).catch((error: unknown) => {
    if (error instanceof BackfillProblem || meaningOf(error).is === "unknown") throw error;
    throw new BackfillProblem(backfillText.noAnswer(error instanceof Error ? error.message : String(error)));
  });
  const scope = { installationId: repository.installationId, repositoryId: repository.id };
  const token = await addToken(place.store.db, scope, name);
  if (token === null) throw new BackfillProblem(backfillText.notInstalled(`${ref.owner}/${ref.name}`));
  return token;
}
