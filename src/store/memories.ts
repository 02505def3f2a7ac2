import { sql } from "kysely";
import type { Database } from "./store.ts";

/** Something to remember of one repository, for one automation. */
export interface MemoryRow {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly automation: string;
  readonly key: string;
}

/** Remembers, once; what concerns an unknown or archived repository is passed over. */
export async function rememberAll(db: Database, rows: readonly MemoryRow[]): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  await sql`
    insert into memories (installation_id, repository_id, automation, key)
    select m."installationId", m."repositoryId", m.automation, m.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m("installationId" bigint, "repositoryId" bigint, automation text, key text)
    join repositories r on r.installation_id = m."installationId" and r.id = m."repositoryId" and not r.archived
    order by 1, 2, m.automation collate "C", m.key collate "C"
    on conflict do nothing`.execute(db);
}

/** The keys that begin with `prefix`, in order. */
export async function recallKeys(
  db: Database,
  { installationId, repositoryId, automation }: Omit<MemoryRow, "key">,
  prefix: string,
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from memories
    where installation_id = ${installationId} and repository_id = ${repositoryId} and automation = ${automation}
      and starts_with(key, ${prefix})
    order by key collate "C"`.execute(db);
  return rows.map((row) => row.key);
}
