import { sql } from "kysely";
import type { Instant } from "../../records/record.ts";
import type { Database } from "../store.ts";

/** Deletes what was attributed to deployments that finished before, and what refers to records that are no longer kept. */
export async function pruneAttributions(db: Database, before: Instant): Promise<void> {
  for (const statement of [
    sql`delete from shippings where deployed_at < ${before}`,
    sql`delete from reached where at < ${before}`,
    sql`delete from counted_deployments where finished_at < ${before}`,
    sql`delete from linked_incidents
      where resolved_at is not null and greatest(opened_at, resolved_at, deployed_at) < ${before}`,
    sql`delete from unshipped where not exists (
      select 1 from changes change
      where change.installation_id = unshipped.installation_id and change.repository_id = unshipped.repository_id
        and change.pull = unshipped.pull)`,
  ]) {
    await statement.execute(db);
  }
}
