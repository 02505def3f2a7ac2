import { sql } from "kysely";
import type { RecordScope } from "../records/scope.ts";
import type { Database } from "../store.ts";
import { hashOf, newToken, startOf } from "./token.ts";

/** What is known of a token, which is not the token. */
export interface TokenRow {
  readonly start: string;
  /** What people call it. */
  readonly name: string | null;
  readonly createdAt: Date;
  /** At about that time; null: never. */
  readonly usedAt: Date | null;
}

/** The only time that it is seen. null: there is no such repository. */
export async function addToken(db: Database, scope: RecordScope, name: string | null): Promise<string | null> {
  const token = newToken();
  const { numAffectedRows } = await sql`insert into tokens (installation_id, repository_id, hash, start, name)
    select installation_id, id, decode(${hashOf(token)}, 'hex'), ${startOf(token)}, ${name}
    from repositories where installation_id = ${scope.installationId} and id = ${scope.repositoryId}`.execute(db);
  return numAffectedRows === 1n ? token : null;
}

/** The oldest first. */
export async function listTokens(db: Database, repository: Named): Promise<readonly TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    select token.start, token.name, token.created_at as "createdAt", token.used_at as "usedAt"
    from tokens token join repositories repository on ${isOf(repository)}
    order by token.created_at, token.start`.execute(db);
  return rows;
}

/** Those that begin like this one, or are it: from now on they open nothing. Answers how many there were. */
export async function revokeTokens(db: Database, repository: Named, start: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from tokens token using repositories repository
    where ${isOf(repository)} and starts_with(${start}, token.start)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** What each opens; null: nothing. At most once an hour it is noted that one was used. */
export async function findTokens(db: Database, tokens: readonly string[]): Promise<readonly (RecordScope | null)[]> {
  const hashes = tokens.map(hashOf);
  const { rows } = await sql<RecordScope & { readonly hash: string; readonly isOld: boolean }>`
    select installation_id as "installationId", repository_id as "repositoryId", encode(hash, 'hex') as hash,
      coalesce(used_at < now() - interval '1 hour', true) as "isOld"
    from tokens where hash = ${anyOf(hashes)}`.execute(db);
  const old = rows.filter(({ isOld }) => isOld).map(({ hash }) => hash);
  if (old.length > 0) await sql`update tokens set used_at = now() where hash = ${anyOf(old)}`.execute(db);
  const scopes = new Map(
    rows.map(({ hash, installationId, repositoryId }) => [hash, { installationId, repositoryId }] as const),
  );
  return hashes.map((hash) => scopes.get(hash) ?? null);
}

function anyOf(hashes: readonly string[]) {
  return sql`any(array(select decode(each, 'hex') from unnest(${sql.val([...hashes])}::text[]) as each))`;
}

interface Named {
  readonly owner: string;
  readonly name: string;
}

/** By its name, so that a token is revoked also while GitHub does not answer. */
function isOf({ owner, name }: Named) {
  return sql`repository.installation_id = token.installation_id and repository.id = token.repository_id
    and lower(repository.owner) = lower(${owner}) and lower(repository.name) = lower(${name})`;
}
