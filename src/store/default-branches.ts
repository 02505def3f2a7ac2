import { sql } from "kysely";
import type { Database } from "./store.ts";

/** A webhook said that a repository's default branch is, or means, something else now. */
export interface DefaultBranchChange {
  readonly installationId: number;
  readonly repositoryId: number;
  /** The commit; empty: the webhook names none. */
  readonly tip: string;
  /** The commit that it was at until then; empty: the webhook names none. */
  readonly before: string;
}

/** What webhooks said of a default branch. */
export interface DefaultBranch {
  /** Another one after each change, whatever process heard of it. */
  readonly version: string;
  /** The commit that a webhook named last; empty: it named none, or others named another; null: none came. */
  readonly tip: string | null;
  /** Since the last change, by the database's clock. */
  readonly ageSeconds: number;
}

/** By then GitHub shows a push everywhere; until then only what was read at the pushed commit is sure to be the newest. */
export const VISIBLE_SECONDS = 60;

/** Microseconds: a `Date` has milliseconds only. */
const CHANGED_AT = sql<string>`(extract(epoch from default_branch_changed_at) * 1000000)::bigint::text`;
const AGE_SECONDS = sql<number>`extract(epoch from now() - default_branch_changed_at)::float8`;

/**
 * Stores the changes. Webhooks come in any order: of two at nearly the same time either may be the newest unless one begins
 * where the other ended, and none is stored. Rows are locked in order of their keys.
 */
export async function noteDefaultBranches(db: Database, changes: readonly DefaultBranchChange[]): Promise<void> {
  if (changes.length === 0) return;
  const latest = new Map<string, DefaultBranchChange>();
  for (const change of changes) {
    const key = `${change.installationId} ${change.repositoryId}`;
    const former = latest.get(key) ?? change;
    const follows = former.tip === change.tip || former.tip === change.before;
    latest.set(key, { ...change, before: former.before, tip: follows ? change.tip : "" });
  }
  await sql`
    with changed as (
      select r.installation_id, r.id, c.tip, c.before
      from jsonb_to_recordset(${JSON.stringify([...latest.values()])}::jsonb)
        as c("installationId" bigint, "repositoryId" bigint, tip text, before text)
      join repositories r on r.installation_id = c."installationId" and r.id = c."repositoryId"
      order by 1, 2 for no key update of r
    )
    update repositories set default_branch_changed_at = now(),
      default_branch_tip = case
        when default_branch_tip not in (changed.tip, changed.before)
          and default_branch_changed_at > now() - ${VISIBLE_SECONDS} * interval '1 second' then ''
        else changed.tip
      end
    from changed
    where repositories.installation_id = changed.installation_id and repositories.id = changed.id`.execute(db);
}

/** Those of the repositories with these names (`owner/name`, whatever their case) that the installation has, by name in lower case. */
export async function findDefaultBranches(
  db: Database,
  installationId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, DefaultBranch>> {
  if (names.length === 0) return new Map();
  const wanted = sql.val(names.map((name) => name.toLowerCase()));
  // A name may have been another repository's before: the one that was heard of last comes last.
  const { rows } = await sql<{ name: string; tip: string | null; changedAt: string; ageSeconds: number }>`
    select lower(owner || '/' || name) as name, default_branch_tip as tip, ${CHANGED_AT} as "changedAt",
      ${AGE_SECONDS} as "ageSeconds"
    from repositories
    where installation_id = ${installationId} and lower(owner || '/' || name) = any(${wanted}::text[])
    order by default_branch_changed_at`.execute(db);
  return new Map(rows.map((row) => [row.name, defaultBranchOf(row)]));
}

function defaultBranchOf(row: {
  readonly tip: string | null;
  readonly changedAt: string;
  readonly ageSeconds: number;
}): DefaultBranch {
  return { version: `${row.changedAt} ${row.tip ?? ""}`, tip: row.tip, ageSeconds: row.ageSeconds };
}
