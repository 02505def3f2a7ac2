import { type Kysely, sql } from "kysely";

/**
 * What the Four Keys are computed from. Times are milliseconds since 1970, as they are computed with; a sha is its bytes. A
 * row of which nothing but key and version is known is a tombstone: there is no such thing, or no longer.
 */
export async function createRecords(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`create table changes (
      installation_id bigint not null,
      repository_id bigint not null,
      pull bigint not null,
      version bigint not null,
      first_commit_at bigint,
      opened_at bigint,
      ready_at bigint,
      first_review_at bigint,
      approved_at bigint,
      merged_at bigint,
      repairs bigint,
      fork boolean,
      sha bytea,
      reverts bytea,
      base text,
      head text,
      author text,
      labels text[],
      services text[],
      primary key (installation_id, repository_id, pull),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create table deployments (
      installation_id bigint not null,
      repository_id bigint not null,
      source text collate "C" not null,
      id text collate "C" not null,
      version bigint not null,
      started_at bigint,
      finished_at bigint,
      is_numbered boolean,
      sha bytea,
      environment text,
      service text,
      status text,
      name text,
      changes text[],
      primary key (installation_id, repository_id, source, id),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create table incidents (
      installation_id bigint not null,
      repository_id bigint not null,
      number bigint not null,
      version bigint not null,
      opened_at bigint,
      resolved_at bigint,
      is_deployment_numbered boolean,
      deployment text,
      source text,
      labels text[],
      primary key (installation_id, repository_id, number),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    // The parents one after the other, each as long as the sha itself: half the size of an array.
    sql`create table commits (
      installation_id bigint not null,
      repository_id bigint not null,
      authored_at bigint,
      committed_at bigint,
      sha bytea not null,
      parents bytea not null,
      primary key (installation_id, repository_id, sha),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create table record_cursors (
      installation_id bigint not null,
      repository_id bigint not null,
      name text collate "C" not null,
      value jsonb,
      primary key (installation_id, repository_id, name),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
  ]) {
    await statement.execute(db);
  }
}

/** What the organization's table says of each repository: one row for each automation that has a table. */
export async function createSummaries(db: Kysely<never>): Promise<void> {
  await sql`create table summaries (
    installation_id bigint not null,
    repository_id bigint not null,
    kind text collate "C" not null,
    at bigint not null,
    value jsonb not null,
    is_private boolean not null,
    primary key (installation_id, repository_id, kind),
    foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
  )`.execute(db);
}

/** Closed update pull requests: what the update cadence is measured by. Times and tombstones as above. */
export async function createUpdates(db: Kysely<never>): Promise<void> {
  await sql`create table updates (
    installation_id bigint not null,
    repository_id bigint not null,
    number bigint not null,
    version bigint not null,
    opened_at bigint,
    closed_at bigint,
    security boolean,
    automerge boolean,
    bot text,
    kind text,
    state text,
    packages jsonb,
    primary key (installation_id, repository_id, number),
    foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
  )`.execute(db);
}

/** Incidents that are posted stand beside those that are issues. */
export async function addPostedIncidents(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`alter table incidents add column origin text collate "C" not null default 'issue', add column is_numbered boolean`,
    sql`alter table incidents alter column origin drop default`,
    sql`update incidents set is_numbered = true where opened_at is not null`,
    sql`alter table incidents rename column number to id`,
    sql`alter table incidents alter column id type text collate "C" using id::text`,
    sql`alter table incidents drop constraint incidents_pkey,
      add primary key (installation_id, repository_id, origin, id)`,
  ]) {
    await statement.execute(db);
  }
}
