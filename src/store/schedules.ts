import { type RawBuilder, sql } from "kysely";
import type { Database } from "./store.ts";

export interface ScheduleRow {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly automation: string;
  readonly target: string;
  readonly cron: string;
  readonly timezone: string;
  readonly nightly: boolean;
}

export interface DueSchedule extends ScheduleRow {
  readonly nextAt: Date;
}

const COLUMNS = sql`installation_id as "installationId", repository_id as "repositoryId", automation, target, cron,
  timezone, nightly, next_at as "nextAt"`;

export async function listSchedules(
  db: Database,
  installationId: number,
  repositoryId: number,
): Promise<DueSchedule[]> {
  const { rows } = await sql<DueSchedule>`select ${COLUMNS} from schedules
    where installation_id = ${installationId} and repository_id = ${repositoryId}
    order by automation, target, cron`.execute(db);
  return rows;
}

/** The repositories of an installation in which an automation is on. */
export async function repositoriesScheduling(
  db: Database,
  installationId: number,
  automation: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct repository_id as id from schedules
    where installation_id = ${installationId} and automation = ${automation} order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

export async function addSchedule(db: Database, row: DueSchedule): Promise<void> {
  await sql`insert into schedules (installation_id, repository_id, automation, target, cron, timezone, nightly, next_at)
    select ${row.installationId}, ${row.repositoryId}, ${row.automation}, ${row.target}, ${row.cron}, ${row.timezone},
      ${row.nightly}, ${row.nextAt}
    where exists (select 1 from repositories where installation_id = ${row.installationId} and id = ${row.repositoryId})
    on conflict do nothing`.execute(db);
}

export async function removeSchedule(db: Database, row: ScheduleRow): Promise<void> {
  await sql`delete from schedules where ${keyOf(row)}`.execute(db);
}

/** Schedules whose time has come, earliest first, locked until the transaction ends. */
export async function dueSchedules(db: Database, now: Date, limit: number): Promise<DueSchedule[]> {
  const { rows } = await sql<DueSchedule>`select ${COLUMNS} from schedules where next_at <= ${now}
    order by next_at limit ${limit} for update skip locked`.execute(db);
  return rows;
}

export async function moveSchedule(db: Database, row: ScheduleRow, nextAt: Date): Promise<void> {
  await sql`update schedules set next_at = ${nextAt} where ${keyOf(row)}`.execute(db);
}

/** The condition that picks this schedule's row. */
function keyOf(row: ScheduleRow): RawBuilder<boolean> {
  return sql<boolean>`installation_id = ${row.installationId} and repository_id = ${row.repositoryId}
    and automation = ${row.automation} and target = ${row.target} and cron = ${row.cron} and timezone = ${row.timezone}`;
}
