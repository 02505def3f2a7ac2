import { sql } from "kysely";
import type { Database, Transaction } from "./store.ts";

/** What is chosen of an installation's repositories, by one automation. */
export interface ChoiceScope {
  readonly installationId: number;
  readonly automation: string;
}

const KEY = "chosen";

/** Ids of the repositories that were chosen so far. */
export async function readChosen(db: Database, { installationId, automation }: ChoiceScope): Promise<Set<number>> {
  const rows = await db
    .selectFrom("observations")
    .select("repository_id")
    .where("installation_id", "=", installationId)
    .where("automation", "=", automation)
    .where("key", "=", KEY)
    .execute();
  return new Set(rows.map((row) => row.repository_id));
}

/** Adds the first of `ids` that there is room for, so that at most `most` are chosen, whoever else chooses meanwhile. */
export async function addChosen(
  transaction: Transaction,
  scope: ChoiceScope,
  ids: readonly number[],
  most: number,
): Promise<Set<number>> {
  const { installationId, automation } = scope;
  await sql`select 1 from installations where id = ${installationId} for update`.execute(transaction);
  const known = await readChosen(transaction, scope);
  const added = [...new Set(ids)].filter((id) => !known.has(id)).slice(0, Math.max(0, most - known.size));
  if (added.length > 0) {
    await sql`
      insert into observations (installation_id, repository_id, automation, key)
      select installation_id, id, ${automation}, ${KEY} from repositories
      where installation_id = ${installationId} and id = any(${sql.val([...added])}::bigint[])
      order by id
      on conflict do nothing`.execute(transaction);
  }
  return readChosen(transaction, scope);
}
