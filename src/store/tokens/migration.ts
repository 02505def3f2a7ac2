import { type Kysely, sql } from "kysely";

/** Keys of pipelines to record with, each of one repository: what is kept of one does not open anything. */
export async function createTokens(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`create table tokens (
      installation_id bigint not null,
      repository_id bigint not null,
      hash bytea not null,
      start text collate "C" not null,
      name text,
      created_at timestamptz not null default now(),
      used_at timestamptz,
      primary key (installation_id, repository_id, hash),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index tokens_hash on tokens (hash)`,
  ]) {
    await statement.execute(db);
  }
}
