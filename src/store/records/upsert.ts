import { type RawBuilder, sql } from "kysely";
import { jsonText } from "../json.ts";
import type { Database } from "../store.ts";
import type { RecordTable } from "./columns.ts";
import type { RecordScope } from "./scope.ts";

/**
 * Stores rows with different keys, all in one statement; one that is older than what is stored changes nothing. Answers the
 * keys of the rows that changed. Nothing of a repository that is not there.
 */
export async function upsertVersioned<Key>(
  db: Database,
  scope: RecordScope,
  table: RecordTable,
  rows: readonly object[],
): Promise<readonly Key[]> {
  if (rows.length === 0) return [];
  const values = (of: string) => sql.join(Object.keys(table.columns).map((name) => sql.ref(`${of}.${name}`)));
  const { rows: changed } = await sql<Key>`${inserted(scope, table, rows)}
    do update set ${columnsSet(table)}
    where excluded.version >= known.version and (${values("excluded")}) is distinct from (${values("known")})
    returning ${sql.join(Object.keys(table.key).map((name) => sql.ref(name)))}`.execute(db);
  return changed;
}

/** Stores rows with different keys that never change, all in one statement. Answers how many are new. */
export async function insertNew(
  db: Database,
  scope: RecordScope,
  table: RecordTable,
  rows: readonly object[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const { numAffectedRows } = await sql`${inserted(scope, table, rows)} do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Stores rows with different keys in place of those that are there and say something else, all in one statement. */
export async function upsertRows(db: Database, scope: RecordScope, table: RecordTable, rows: readonly object[]) {
  if (rows.length === 0) return;
  const values = (of: string) => sql.join(Object.keys(table.columns).map((name) => sql.ref(`${of}.${name}`)));
  await sql`${inserted(scope, table, rows)} do update set ${columnsSet(table)}
    where (${values("excluded")}) is distinct from (${values("known")})`.execute(db);
}

/** Deletes the rows that have the keys of these. */
export async function deleteRows(
  db: Database,
  { installationId, repositoryId }: RecordScope,
  { name, key }: RecordTable,
  rows: readonly object[],
) {
  if (rows.length === 0) return;
  const types = Object.entries(key).map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`);
  const same = Object.keys(key).map((column) => sql`${sql.ref(`known.${column}`)} = ${sql.ref(`row.${column}`)}`);
  const keys = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column in key)));
  await sql`delete from ${sql.table(name)} known using jsonb_to_recordset(${jsonText(keys)}::jsonb) as row(${sql.join(types)})
    where known.installation_id = ${installationId} and known.repository_id = ${repositoryId}
      and ${sql.join(same, sql` and `)}`.execute(db);
}

function columnsSet({ columns }: RecordTable): RawBuilder<unknown> {
  return sql.join(Object.keys(columns).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
}

/** In the order of keys, so that two that store the same rows wait for each other in the same order. */
function inserted(
  { installationId, repositoryId }: RecordScope,
  { name, key, columns }: RecordTable,
  rows: readonly object[],
): RawBuilder<unknown> {
  const all = Object.entries({ ...key, ...columns });
  const names = sql.join(all.map(([column]) => sql.ref(column)));
  const keys = sql.join(Object.keys(key).map((column) => sql.ref(column)));
  const types = all.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type === "sha" ? "text" : type)}`);
  const values = all.map(([column, type]) => {
    const value = sql.ref(`row.${column}`);
    return type === "sha" ? sql`decode(${value}, 'hex')` : value;
  });
  const order = Object.entries(key).map(([column, type]) =>
    type === "bigint" || type === "integer" ? sql.ref(`row.${column}`) : sql`${sql.ref(`row.${column}`)} collate "C"`,
  );
  return sql`insert into ${sql.table(name)} as known (installation_id, repository_id, ${names})
    select repository.installation_id, repository.id, ${sql.join(values)}
    from repositories repository, jsonb_to_recordset(${jsonText(rows)}::jsonb) as row(${sql.join(types)})
    where repository.installation_id = ${installationId} and repository.id = ${repositoryId}
    order by ${sql.join(order)}
    on conflict (installation_id, repository_id, ${keys})`;
}
