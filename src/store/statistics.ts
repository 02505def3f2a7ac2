import { sql } from "kysely";
import type { Transaction } from "./store.ts";

/** Smaller ones are read at once, however they are. */
const SMALL_BYTES = 100_000;

/** Of a hundred: a rough idea tells the right index from the others, and a tenth of the rows are read for it. */
const DETAIL = 10;

/**
 * Has the planner look again at those of these tables that have doubled since it last did. The embedded database never does so
 * by itself, and a server some minutes later; without statistics every condition seems to leave a few rows, so that any index
 * that begins with the installation seems as good as the right one. In the order of their names: whoever else does so waits.
 */
export async function refreshStatistics(transaction: Transaction, tables: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relname = any(${sql.val([...tables])}::text[])
      and pg_relation_size(oid) > greatest(${SMALL_BYTES}::bigint, 2 * relpages::bigint * current_setting('block_size')::bigint)
    order by relname collate "C"`.execute(transaction);
  if (rows.length > 0) await sql`set local default_statistics_target = ${sql.lit(DETAIL)}`.execute(transaction);
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(transaction);
}
