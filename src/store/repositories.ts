import { sql } from "kysely";
import type { Database } from "./store.ts";

/** A repository within one installation: the same one may move to another (transfer). */
export interface RepositoryRow {
  readonly installationId: number;
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

export interface KnownRepository extends RepositoryRow {
  readonly archived: boolean;
}

/**
 * Rows for repositories not known yet; known ones stay as they are, because a late webhook carries an old name.
 * Answers the ids that are new.
 */
export async function upsertRepositories(db: Database, rows: readonly RepositoryRow[]): Promise<ReadonlySet<number>> {
  if (rows.length === 0) {
    return new Set();
  }
  const met = await sql<{ id: number }>`
    insert into repositories (installation_id, id, owner, name)
    select "installationId", id, owner, name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("installationId" bigint, id bigint, owner text, name text)
    order by "installationId", id
    on conflict (installation_id, id) do nothing
    returning id`.execute(db);
  return new Set(met.rows.map((row) => row.id));
}

/** What GitHub says about a repository now: its name, its owner, whether it is archived. */
export async function putRepository(db: Database, row: KnownRepository): Promise<void> {
  await db
    .insertInto("repositories")
    .values({
      installation_id: row.installationId,
      id: row.id,
      owner: row.owner,
      name: row.name,
      archived: row.archived,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["installation_id", "id"])
        .doUpdateSet({ owner: row.owner, name: row.name, archived: row.archived }),
    )
    .execute();
}

export async function findRepository(
  db: Database,
  installationId: number,
  id: number,
): Promise<KnownRepository | null> {
  const row = await db
    .selectFrom("repositories")
    .selectAll()
    .where("installation_id", "=", installationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? known(row) : null;
}

/** The installations that have each of them: while it is transferred these may be two. */
export async function findInstallationsOf(
  db: Database,
  ids: readonly number[],
): Promise<readonly (readonly number[])[]> {
  const rows = await db
    .selectFrom("repositories")
    .select(["id", "installation_id"])
    .where(sql<boolean>`id = any(${sql.val([...ids])}::bigint[])`)
    .orderBy("installation_id")
    .execute();
  const found = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id) => (found.get(id) ?? []).map(({ installation_id }) => installation_id));
}

/** Whether GitHub lists it for this installation no longer, and another one has it: it was transferred. */
export async function isTransferred(db: Database, installationId: number, id: number): Promise<boolean> {
  const rows = await db
    .selectFrom("repositories as former")
    .innerJoin("repositories as present", "present.id", "former.id")
    .select("present.installation_id")
    .where("former.id", "=", id)
    .where("former.installation_id", "=", installationId)
    .where("former.missing_since", "is not", null)
    .where("present.installation_id", "!=", installationId)
    .where("present.missing_since", "is", null)
    .execute();
  return rows.length > 0;
}

/** The ids of those with this name, whatever its case: a name may belong to another one before its former owner's webhook came. */
export async function findRepositoryIds(
  db: Database,
  installationId: number,
  { owner, name }: { readonly owner: string; readonly name: string },
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("repositories")
    .select("id")
    .where("installation_id", "=", installationId)
    .where(sql<boolean>`lower(owner) = lower(${owner}) and lower(name) = lower(${name})`)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function listRepositories(db: Database, installationId: number): Promise<KnownRepository[]> {
  const rows = await db
    .selectFrom("repositories")
    .selectAll()
    .where("installation_id", "=", installationId)
    .orderBy("id")
    .execute();
  return rows.map(known);
}

/**
 * These are all the repositories that GitHub lists for an installation at `now`. One that it has not listed for a day is
 * removed: its lists lag, and a repository that a webhook named may not be in them yet.
 */
export async function keepListed(
  db: Database,
  installationId: number,
  listed: readonly number[],
  now: Date,
): Promise<void> {
  const ids = sql.val([...listed]);
  await sql`
    update repositories set missing_since =
      case when id = any(${ids}::bigint[]) then null else coalesce(missing_since, ${now}::timestamptz) end
    where installation_id = ${installationId} and (id = any(${ids}::bigint[])) = (missing_since is not null)`.execute(
    db,
  );
  await sql`
    delete from repositories
    where installation_id = ${installationId} and missing_since <= ${now}::timestamptz - interval '1 day'`.execute(db);
}

/** Gone, or no longer ours to see: its work and schedules go with it. */
export async function removeRepositories(db: Database, installationId: number, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) {
    await db.deleteFrom("repositories").where("installation_id", "=", installationId).where("id", "in", ids).execute();
  }
}

function known(row: {
  installation_id: number;
  id: number;
  owner: string;
  name: string;
  archived: boolean;
}): KnownRepository {
  return { installationId: row.installation_id, id: row.id, owner: row.owner, name: row.name, archived: row.archived };
}
