import { type Kysely, sql } from "kysely";

/**
 * What was computed from the records of a repository, so that a report reads its window alone. All of it can be computed
 * again; `attributions` says from which deployment on it has to be, and by which settings it was.
 */
export async function createAttributions(db: Kysely<never>): Promise<void> {
  for (const statement of [
    // The earliest time of which something may be wrong; null: nothing is.
    sql`create table attributions (
      installation_id bigint not null,
      repository_id bigint not null,
      counting text not null default '',
      dirty_from bigint,
      first_deployments text[] not null default '{}',
      primary key (installation_id, repository_id),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    // One for each service that a change names; '' where it names none.
    sql`create table shippings (
      installation_id bigint not null,
      repository_id bigint not null,
      pull bigint not null,
      merged_at bigint,
      deployed_at bigint,
      waits boolean not null,
      rework boolean not null,
      service text collate "C" not null,
      deployment text,
      attribution text,
      primary key (installation_id, repository_id, pull, service),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index shippings_deployed on shippings (installation_id, repository_id, deployed_at, merged_at)`,
    sql`create table linked_incidents (
      installation_id bigint not null,
      repository_id bigint not null,
      opened_at bigint,
      resolved_at bigint,
      deployed_at bigint,
      is_numbered boolean not null,
      is_named boolean not null,
      id text collate "C" not null,
      deployment text,
      primary key (installation_id, repository_id, id),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index changes_merged on changes (installation_id, repository_id, merged_at)`,
    sql`create index deployments_finished on deployments (installation_id, repository_id, finished_at)`,
  ]) {
    await statement.execute(db);
  }
}

/**
 * The same in steps: what was recorded since is put in place from the first deployment on that it may concern, some
 * deployments at a time. Whatever is here is right for deployments that finished before `attributions.dirty_from`.
 */
export async function createAttributionSteps(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`drop table shippings`,
    sql`drop table linked_incidents`,
    sql`drop table attributions`,
    sql`create table attributions (
      installation_id bigint not null,
      repository_id bigint not null,
      counting text not null default '',
      periods_by text not null default '',
      dirty_from bigint default ${sql.lit(Number.MIN_SAFE_INTEGER)},
      purge_from bigint,
      unshipped_after bigint default -1,
      incidents_stale boolean not null default true,
      primary key (installation_id, repository_id),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    // Recorded, and not looked at since.
    sql`create table stale_changes (
      installation_id bigint not null,
      repository_id bigint not null,
      pull bigint not null,
      primary key (installation_id, repository_id, pull),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create table series (
      installation_id bigint not null,
      repository_id bigint not null,
      number integer not null,
      environment text not null,
      service text,
      primary key (installation_id, repository_id, number),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    // Of those that finished at the same time \`place\` says which comes first.
    sql`create table counted_deployments (
      installation_id bigint not null,
      repository_id bigint not null,
      finished_at bigint not null,
      started_at bigint,
      replaced_at bigint,
      series integer not null,
      place integer not null,
      is_numbered boolean not null,
      rework boolean not null default false,
      name text collate "C" not null,
      attribution text not null,
      sha bytea,
      replaced text,
      changes text[],
      primary key (installation_id, repository_id, name, finished_at),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index counted_deployments_finished on counted_deployments (installation_id, repository_id, finished_at)`,
    sql`create index counted_deployments_series
      on counted_deployments (installation_id, repository_id, series, finished_at)`,
    sql`create index counted_deployments_listing on counted_deployments (installation_id, repository_id)
      where changes is not null`,
    sql`create index counted_deployments_by_time on counted_deployments (installation_id, repository_id, finished_at)
      where attribution = 'merge-time'`,
    sql`create index rollbacks on counted_deployments (installation_id, repository_id) where replaced is not null`,
    // When a series first deployed a commit.
    sql`create table reached (
      installation_id bigint not null,
      repository_id bigint not null,
      at bigint not null,
      series integer not null,
      sha bytea not null,
      primary key (installation_id, repository_id, sha, series),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    // One for each service that a shipped change names; '' where it names none. Its times are those of its record.
    sql`create table shippings (
      installation_id bigint not null,
      repository_id bigint not null,
      pull bigint not null,
      deployed_at bigint not null,
      first_commit_at bigint,
      opened_at bigint,
      ready_at bigint,
      first_review_at bigint,
      approved_at bigint,
      merged_at bigint,
      service text collate "C" not null,
      deployment text not null,
      attribution text not null,
      sha bytea,
      primary key (installation_id, repository_id, pull, service),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index shippings_deployed on shippings (installation_id, repository_id, deployed_at)`,
    sql`create table unshipped (
      installation_id bigint not null,
      repository_id bigint not null,
      pull bigint not null,
      merged_at bigint,
      service text collate "C" not null,
      sha bytea,
      primary key (installation_id, repository_id, pull, service),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index unshipped_merged on unshipped (installation_id, repository_id, merged_at)`,
    sql`create table linked_incidents (
      installation_id bigint not null,
      repository_id bigint not null,
      opened_at bigint,
      resolved_at bigint,
      deployed_at bigint,
      is_numbered boolean not null,
      is_named boolean not null,
      id text collate "C" not null,
      deployment text,
      primary key (installation_id, repository_id, id),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    // Weeks, and the window before, that were shown last.
    sql`create table period_numbers (
      installation_id bigint not null,
      repository_id bigint not null,
      from_at bigint not null,
      to_at bigint not null,
      deployments integer not null,
      failed integer not null,
      rework integer not null,
      lead_time float8,
      recovery float8,
      primary key (installation_id, repository_id, from_at, to_at),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index changes_sha on changes (installation_id, repository_id, sha)`,
    sql`create index changes_base on changes (installation_id, repository_id, base, merged_at)`,
    sql`create index changes_head on changes (installation_id, repository_id, head)`,
    sql`create index changes_reverts on changes (installation_id, repository_id, reverts) where reverts is not null`,
    sql`create index changes_repairs on changes (installation_id, repository_id, repairs) where repairs is not null`,
  ]) {
    await statement.execute(db);
  }
}
