import { sql } from "kysely";
import type { Instant } from "../../records/record.ts";
import type { Database } from "../store.ts";

/** Deletes what ended before: by its last known time, and where none is known when GitHub says that it was updated. */
export async function pruneRecords(db: Database, before: Instant): Promise<void> {
  for (const statement of [
    sql`delete from changes
      where coalesce(greatest(first_commit_at, opened_at, ready_at, first_review_at, approved_at, merged_at), version) < ${before}`,
    sql`delete from deployments where coalesce(greatest(started_at, finished_at), version) < ${before}`,
    // One that goes on has not ended.
    sql`delete from incidents
      where (opened_at is null or resolved_at is not null)
        and coalesce(greatest(opened_at, resolved_at), version) < ${before}`,
    sql`delete from updates where coalesce(closed_at, version) < ${before}`,
    sql`delete from commits where greatest(authored_at, committed_at) < ${before}`,
  ]) {
    await statement.execute(db);
  }
}
