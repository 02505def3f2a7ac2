import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { createAttributionSteps, createAttributions } from "./attribution/migration.ts";
import { createHelpRequests } from "./help-wanted/migration.ts";
import { addPostedIncidents, createRecords, createSummaries, createUpdates } from "./records/migration.ts";
import { createTokens } from "./tokens/migration.ts";

/** In order of their names. A released one is never changed: a new one goes behind it. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-looks": { up: createLooks },
  "0002-urgency-creations-memories": { up: addUrgencyCreationsMemories },
  "0003-observations-pace": { up: addObservationsAndPace },
  "0004-owed": { up: addOwed },
  "0005-missed": { up: addMissed },
  "0006-work-items": { up: addWorkItems },
  "0007-default-branches": { up: addDefaultBranches },
  "0008-commands": { up: moveCommands },
  "0009-records": { up: createRecords },
  "0010-attributions": { up: createAttributions },
  "0011-updates": { up: createUpdates },
  "0012-help-requests": { up: createHelpRequests },
  "0013-summaries": { up: createSummaries },
  "0014-attribution-steps": { up: createAttributionSteps },
  "0017-posted-records": { up: addPostedRecords },
};

async function addPostedRecords(db: Kysely<never>): Promise<void> {
  await addPostedIncidents(db);
  await createTokens(db);
  await sql`alter table installations add column account_id bigint`.execute(db);
}

async function createLooks(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`create table birth (one boolean primary key default true check (one), born_at timestamptz not null)`,
    sql`create table installations (
      id bigint primary key,
      account text not null,
      suspended boolean not null default false,
      permissions jsonb
    )`,
    sql`create table repositories (
      installation_id bigint not null references installations (id) on delete cascade,
      id bigint not null,
      owner text not null,
      name text not null,
      archived boolean not null default false,
      primary key (installation_id, id)
    )`,
    sql`create table deliveries (
      guid text primary key,
      event text not null,
      action text,
      installation_id bigint,
      repository_id bigint,
      received_at timestamptz not null default now()
    )`,
    sql`create index deliveries_received on deliveries (received_at)`,
    sql`create index deliveries_installation on deliveries (installation_id)`,
    sql`create table looks (
      id bigint generated always as identity primary key,
      installation_id bigint not null,
      repository_id bigint not null,
      automation text not null,
      target text not null,
      asked bigint not null,
      answered bigint not null,
      asked_at timestamptz not null,
      due_at timestamptz not null,
      looked_at timestamptz,
      owner text,
      lease_until timestamptz,
      job_id uuid,
      running bigint,
      attempts integer not null default 0,
      retry_at timestamptz,
      parked_at timestamptz,
      error text,
      nightly boolean not null default false,
      unique (installation_id, repository_id, automation, target),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index looks_pending on looks (due_at) where asked > answered and owner is null`,
    sql`create index looks_running on looks (lease_until) where owner is not null`,
    sql`create table schedules (
      installation_id bigint not null,
      repository_id bigint not null,
      automation text not null,
      target text not null,
      cron text not null,
      timezone text not null,
      nightly boolean not null,
      next_at timestamptz not null,
      primary key (installation_id, repository_id, automation, target, cron, timezone),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`create index schedules_next on schedules (next_at)`,
  ]) {
    await statement.execute(db);
  }
}

async function addUrgencyCreationsMemories(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`alter table looks add column urgent boolean not null default false`,
    sql`create table creations (
      installation_id bigint primary key references installations (id) on delete cascade,
      times timestamptz[] not null,
      room_at timestamptz
    )`,
    sql`create table memories (
      installation_id bigint not null,
      repository_id bigint not null,
      automation text not null,
      key text not null,
      primary key (installation_id, repository_id, automation, key),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
  ]) {
    await statement.execute(db);
  }
}

async function addObservationsAndPace(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`alter table creations add column paced_at timestamptz`,
    sql`create table observations (
      installation_id bigint not null,
      repository_id bigint not null,
      automation text not null,
      key text not null,
      value jsonb,
      observed_at timestamptz not null default now(),
      primary key (installation_id, repository_id, automation, key),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`insert into observations (installation_id, repository_id, automation, key)
      select installation_id, repository_id, automation, key from memories`,
    sql`drop table memories`,
  ]) {
    await statement.execute(db);
  }
}

async function addOwed(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`alter table looks add column owed boolean not null default false`,
    sql`alter table looks add column try_at timestamptz`,
    // What was given up is tried again from now on.
    sql`update looks set asked = answered + 1, due_at = now() where parked_at is not null and asked = answered`,
  ]) {
    await statement.execute(db);
  }
}

async function addMissed(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`create table missed_deliveries (
      guid text primary key,
      event text not null,
      installation_id bigint,
      attempt_id bigint not null,
      asked_attempt_id bigint,
      asks integer not null default 0,
      failures integer not null,
      status text not null,
      settled boolean not null default false,
      set_aside_at timestamptz,
      noted_at timestamptz not null default now()
    )`,
    sql`create table comparison (
      one boolean primary key default true check (one),
      compared_at timestamptz not null,
      written_at timestamptz not null default now(),
      unlisted_from timestamptz,
      unlisted_to timestamptz,
      unlisted_at timestamptz
    )`,
    sql`alter table installations add column missing_since timestamptz`,
    sql`alter table repositories add column missing_since timestamptz`,
  ]) {
    await statement.execute(db);
  }
}

async function addWorkItems(db: Kysely<never>): Promise<void> {
  for (const statement of [
    sql`create table work_items (
      installation_id bigint not null,
      repository_id bigint not null,
      automation text collate "C" not null,
      target text collate "C" not null,
      generation bigint not null,
      observed_generation bigint not null,
      priority smallint not null,
      next_priority smallint,
      requested_at timestamptz not null,
      due_at timestamptz not null,
      reconciled_at timestamptz,
      rests_until timestamptz,
      again_at timestamptz,
      owner text,
      lease_until timestamptz,
      token bigint not null default 0,
      claimed_generation bigint,
      attempts integer not null default 0,
      retry_at timestamptz,
      try_at timestamptz,
      parked_at timestamptz,
      error text,
      primary key (installation_id, repository_id, automation, target),
      foreign key (installation_id, repository_id) references repositories (installation_id, id) on delete cascade
    )`,
    sql`insert into work_items (installation_id, repository_id, automation, target, generation, observed_generation, priority,
        requested_at, due_at, reconciled_at, attempts, retry_at, try_at, parked_at, error)
      select installation_id, repository_id, automation, target, asked, answered,
        case when owed then 0 when nightly then 4 else 1 end, asked_at, due_at, looked_at, attempts, retry_at, try_at,
        parked_at, error
      from looks`,
    sql`drop table looks`,
    sql`drop schema if exists pgboss cascade`,
    sql`create index work_items_waiting on work_items (installation_id, priority, due_at)
      where generation > observed_generation and owner is null`,
    sql`create index work_items_running on work_items (lease_until) where owner is not null`,
    sql`create index work_items_again on work_items (again_at) where again_at is not null`,
    // Keys lead with the installation; 0 is the App itself.
    sql`update deliveries set installation_id = 0 where installation_id is null`,
    sql`alter table deliveries alter column installation_id set not null, drop constraint deliveries_pkey,
      add primary key (installation_id, guid)`,
    sql`drop index deliveries_installation`,
    sql`update missed_deliveries set installation_id = 0 where installation_id is null`,
    sql`alter table missed_deliveries alter column installation_id set not null, drop constraint missed_deliveries_pkey,
      add primary key (installation_id, guid)`,
    sql`alter table creations rename to content_budgets`,
    sql`alter table birth rename column born_at to created_at`,
  ]) {
    await statement.execute(db);
  }
}

async function addDefaultBranches(db: Kysely<never>): Promise<void> {
  await sql`alter table repositories add column default_branch_tip text,
    add column default_branch_changed_at timestamptz not null default now()`.execute(db);
}
/**
 * One automation answers all commands: what another one knew of comments and its replies is its own now, so that nothing is
 * answered twice, and what that one has not answered yet is due.
 */
async function moveCommands(db: Kysely<never>): Promise<void> {
  const isOfCommands = sql`automation = 'milestone-tasks'
    and (key like 'comment/%' or key like 'created/reply/%' or key like 'created/reaction/%')`;
  for (const statement of [
    sql`insert into observations (installation_id, repository_id, automation, key, value, observed_at)
      select installation_id, repository_id, 'commands', key, value, observed_at from observations where ${isOfCommands}
      on conflict (installation_id, repository_id, automation, key) do nothing`,
    sql`delete from observations where ${isOfCommands}`,
    sql`insert into work_items (installation_id, repository_id, automation, target, generation, observed_generation, priority,
        requested_at, due_at)
      select distinct installation_id, repository_id, 'commands', 'conversation/' || split_part(key, '/', 2), 1, 0, 0, now(), now()
      from observations o
      where automation = 'commands' and key like 'comment/%' and observed_at > now() - interval '1 day' and not exists (
        select 1 from observations a where a.installation_id = o.installation_id and a.repository_id = o.repository_id
          and a.automation = 'commands' and a.key in ('created/reply/' || split_part(o.key, '/', 3),
            'created/reaction/' || split_part(o.key, '/', 3) || '/confused'))
      on conflict (installation_id, repository_id, automation, target) do update set
        generation = work_items.generation + 1, due_at = excluded.due_at, priority = 0`,
  ]) {
    await statement.execute(db);
  }
}
