import { fromKysely, PgBoss } from "pg-boss";
import type { Store, Transaction } from "../store/store.ts";
import type { Dispatch } from "../store/work-items.ts";

const QUEUE = "looks";
const DAY = 86_400;

/** A wake-up call for a look. */
interface Job {
  readonly id: string;
  readonly look: number;
}

/**
 * pg-boss, as the queue of wake-up calls: at most one per look ("exclusive": queued or active), delivered when it is
 * due to one of the processes. All of it happens inside the caller's transaction, together with the look's own row.
 */
export interface Jobs {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** A look that has one already keeps it. */
  add(transaction: Transaction, dispatches: readonly Dispatch[]): Promise<void>;
  /** Due as they say, whatever was said before. */
  expedite(transaction: Transaction, dispatches: readonly Dispatch[]): Promise<void>;
  take(transaction: Transaction, most: number): Promise<Job[]>;
  remove(transaction: Transaction, ids: readonly string[]): Promise<void>;
}

/** `onError` hears of failures in pg-boss's own housekeeping. */
export function createJobs(store: Store, onError: (error: unknown) => void): Jobs {
  const boss = new PgBoss({
    db: store.jobs,
    ...(store.kind === "PGlite" ? { backend: "pglite" as const } : {}),
    schedule: false,
    monitorVacuum: store.kind === "PostgreSQL",
  });
  boss.on("error", onError);
  return {
    async start() {
      await boss.start();
      // Our own leases say who lives (seconds, not pg-boss's heartbeat of 10 at the least), so its expiry is far away.
      await boss.createQueue(QUEUE, { policy: "exclusive", expireInSeconds: DAY - 1, retryLimit: 1000 });
      // Makes pg-boss remember the queue. It would ask for it by itself, beside our transaction, and the one
      // connection of the embedded database would wait for itself.
      await boss.insert(QUEUE, []);
    },
    async stop() {
      await boss.stop({ graceful: false, close: false });
    },
    async add(transaction, dispatches) {
      if (dispatches.length > 0) {
        await boss.insert(
          QUEUE,
          dispatches.map((wake) => ({ ...optionsOf(wake), data: { look: wake.look } })),
          { db: fromKysely(transaction) },
        );
      }
    },
    async expedite(transaction, dispatches) {
      for (const wake of dispatches) {
        await boss.upsert(QUEUE, { look: wake.look }, { ...optionsOf(wake), db: fromKysely(transaction) });
      }
    },
    async take(transaction, most) {
      const jobs = await boss.fetch<{ look: number }>(QUEUE, { batchSize: most, db: fromKysely(transaction) });
      return jobs.map((job) => ({ id: job.id, look: job.data.look }));
    },
    async remove(transaction, ids) {
      if (ids.length > 0) {
        await boss.deleteJob(QUEUE, [...ids], { db: fromKysely(transaction) });
      }
    },
  };
}

/** Jobs of a higher priority are taken first. */
function optionsOf({ look, seconds, owed }: Dispatch) {
  return { singletonKey: String(look), startAfter: seconds, priority: owed ? 1 : 0 };
}
