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
