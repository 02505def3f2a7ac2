import { sql } from "kysely";
import type { Database } from "./store.ts";
import type { Claim } from "./work-items.ts";

/** What became of a lease: `urgent`, a person waits for what this claim is too old to know of. */
export type Renewed = "kept" | "urgent";

/** Says that this process lives and holds these claims. Answers the ones that it still has, by their place in the list. */
export async function renewLeases(
  db: Database,
  claims: readonly Claim[],
  owner: string,
  lease: number,
): Promise<ReadonlyMap<Claim, Renewed>> {
  if (claims.length === 0) return new Map();
  const list = claims.map(({ installationId, repositoryId, automation, target, token }, at) => ({
    ...{ at, installationId, repositoryId, automation, target, token },
  }));
  const { rows } = await sql<{ at: number; urgent: boolean }>`
    update work_items set lease_until = now() + ${lease} * interval '1 second'
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(at integer, "installationId" bigint,
      "repositoryId" bigint, automation text, target text, token bigint)
    where installation_id = r."installationId" and repository_id = r."repositoryId"
      and work_items.automation = r.automation and work_items.target = r.target
      and owner = ${owner} and work_items.token = r.token and lease_until > now()
    returning r.at, next_priority = 0 as urgent`.execute(db);
  return new Map(rows.flatMap(({ at, urgent }) => (claims[at] ? [[claims[at], urgent ? "urgent" : "kept"]] : [])));
}

/**
 * Lets go of what dead processes held: leases that ran out, or with `everyone` all of them (an embedded database has
 * one process, so at its start every other is dead). Answers how many there were.
 */
export async function releaseLeases(db: Database, everyone: boolean): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with dead as (
      select installation_id, repository_id, automation, target from work_items
      where owner is not null and (${everyone} or lease_until < now()) for update skip locked
    )
    update work_items set owner = null, lease_until = null, claimed_generation = null, next_priority = null,
      priority = least(priority, next_priority), due_at = now()
    from dead where work_items.installation_id = dead.installation_id
      and work_items.repository_id = dead.repository_id and work_items.automation = dead.automation
      and work_items.target = dead.target`.execute(db);
  return Number(numAffectedRows);
}

/** Items that wait for a limit or a next try which is due by `now`, a time as GitHub's clock has it: due at once. Answers how many. */
export async function releaseWaiting(db: Database, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update work_items set retry_at = null, try_at = null, due_at = now()
    where generation > observed_generation and owner is null
      and (retry_at <= ${now} or (retry_at is null and try_at <= ${now}))`.execute(db);
  return Number(numAffectedRows);
}

/** What people wait for in this installation, and failed: due at once. What limits hold back stays so. Answers how many. */
export async function expediteCommands(db: Database, installationId: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update work_items set try_at = null, due_at = now()
    where installation_id = ${installationId} and priority = 0 and generation > observed_generation and owner is null
      and attempts > 0 and retry_at is null and due_at > now()`.execute(db);
  return Number(numAffectedRows);
}
