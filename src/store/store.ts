import type { Kysely, Transaction as KyselyTransaction } from "kysely";
import type { Signal } from "./signal.ts";
import type { Tables } from "./tables.ts";

export type Transaction = KyselyTransaction<Tables>;
/** The database, in or outside a transaction. */
export type Database = Kysely<Tables>;

/** PostgreSQL, embedded or on a server: the same tables, the same queue. */
export interface Store {
  readonly kind: "PGlite" | "PostgreSQL";
  /** For the line at the start: the folder, or `host:port/database`. */
  readonly where: string;
  readonly db: Database;
  /** Tells other processes on the same database that there is work. */
  readonly signal: Signal;
  close(): Promise<void>;
}

const DEADLOCK = new Set(["40P01", "40001"]);
const TRIES = 3;

/** Runs `work` in one transaction, again where PostgreSQL chose it to break a deadlock. */
export function inTransaction<Result>(
  store: Store,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return retried(() => store.db.transaction().execute(work));
}

/** Runs one statement, again where PostgreSQL chose it to break a deadlock. */
export async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= TRIES || !DEADLOCK.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}
