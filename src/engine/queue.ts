import { randomUUID } from "node:crypto";
import { hastenOwed, nextDue, overdueItems, releaseLeases, releaseWaiting, renewLeases } from "../store/leases.ts";
import { inTransaction, type Store, type Transaction } from "../store/store.ts";
import {
  type Claim,
  claimItems,
  type Dispatch,
  enqueueItems,
  finishItems,
  type Outcome,
  type WorkRequest,
} from "../store/work-items.ts";
import { groupCommit } from "./group-commit.ts";
import { createJobs } from "./jobs.ts";

export interface QueueOptions {
  /** Seconds from the end of a target's look to the start of its next one. */
  readonly cooldown: number;
  /** Seconds after which a silent process is taken for dead. */
  readonly lease: number;
  /** GitHub's time; default the machine's. */
  readonly now?: () => Date;
  readonly onError: (error: unknown) => void;
}

/**
 * What is to be looked at. The truth is one row per (installation, repository, automation, target) in `looks`: it
 * counts asks and answers, so that an ask during a look leads to exactly one more. pg-boss alone cannot say that: of
 * its policies `exclusive` forgets an ask while the job is active, `stately` keeps a failed one and a new one side by
 * side. So its jobs are wake-up calls for the rows, written in the same transaction.
 */
export interface Queue {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Asks within the caller's transaction; call `wake` with the answer after the commit. */
  enqueueIn(transaction: Transaction, requests: readonly WorkRequest[]): Promise<readonly Dispatch[]>;
  /** Asks in a transaction of its own. */
  enqueue(requests: readonly WorkRequest[]): Promise<void>;
  dispatch(dispatches: readonly Dispatch[]): void;
  /** `listener` hears in how many seconds there may be something to take. */
  onDispatch(listener: (seconds: number) => void): void;
  take(most: number): Promise<readonly Claim[]>;
  end(outcome: Outcome): Promise<void>;
  /** Keeps these claims; answers the jobs that are still ours, and which of them a person waits for meanwhile. */
  renew(jobIds: readonly string[]): Promise<ReadonlyMap<string, "kept" | "urgent">>;
  /** Lets go of what dead processes held, and wakes what was forgotten. */
  sweep(): Promise<void>;
  /** GitHub's clock says `now`: limits, pauses and back-offs that ended by then hold nobody back. */
  clockMoved(now: Date): Promise<void>;
  /** GitHub answers again in this installation, where a look had failed: people's commands need not wait for their turn. */
  recovered(installationId: number): Promise<void>;
  /** Seconds until something pending is due; null when nothing is. */
  nextDue(): Promise<number | null>;
}

const FORGOTTEN_SECONDS = 5;
const OUTCOMES_TOGETHER = 100;

export function createQueue(store: Store, options: QueueOptions): Queue {
  const owner = randomUUID();
  const jobs = createJobs(store, options.onError);
  const listeners: ((seconds: number) => void)[] = [];

  function dispatch(dispatches: readonly Dispatch[]): void {
    if (dispatches.length > 0) {
      const soonest = Math.min(...dispatches.map((one) => one.seconds));
      for (const listener of listeners) {
        listener(soonest);
      }
    }
  }

  /** Runs `work` in a transaction, gives what it names a wake-up call, and wakes this process after the commit. */
  async function dispatching(work: (transaction: Transaction) => Promise<readonly Dispatch[]>): Promise<void> {
    dispatch(
      await inTransaction(store, async (transaction) => {
        const dispatches = await work(transaction);
        await jobs.add(transaction, dispatches);
        return dispatches;
      }),
    );
  }

  /** The same for looks that have their call already, and it comes too late. */
  async function hastening(work: (transaction: Transaction) => Promise<readonly Dispatch[]>): Promise<void> {
    dispatch(
      await inTransaction(store, async (transaction) => {
        const dispatches = await work(transaction);
        await jobs.expedite(transaction, dispatches);
        return dispatches;
      }),
    );
  }

  async function release(everyone: boolean): Promise<void> {
    await dispatching(async (transaction) => {
      const released = await releaseLeases(transaction, everyone);
      await jobs.remove(transaction, released.jobIds);
      return released.dispatches;
    });
  }

  const outcomes = groupCommit<Outcome, null>(async (group) => {
    await dispatching(async (transaction) => {
      const dispatches = await finishItems(transaction, group, options.cooldown, options.now?.() ?? new Date());
      await jobs.remove(
        transaction,
        group.map((outcome) => outcome.jobId),
      );
      return dispatches;
    });
    return group.map(() => null);
  }, OUTCOMES_TOGETHER);

  async function enqueueIn(transaction: Transaction, requests: readonly WorkRequest[]): Promise<readonly Dispatch[]> {
    const { fresh, expedited } = await enqueueItems(transaction, requests, options.cooldown);
    await jobs.add(transaction, fresh);
    await jobs.expedite(transaction, expedited);
    return [...fresh, ...expedited];
  }

  return {
    async start() {
      await jobs.start();
      if (store.kind === "PGlite") {
        await release(true);
      }
    },
    async stop() {
      await outcomes.idle();
      await jobs.stop();
    },
    enqueueIn,
    async enqueue(requests) {
      dispatch(await inTransaction(store, (transaction) => enqueueIn(transaction, requests)));
    },
    dispatch,
    onDispatch(listener) {
      listeners.push(listener);
    },
    take(most) {
      return inTransaction(store, async (transaction) => {
        const taken = await jobs.take(transaction, most);
        if (taken.length === 0) {
          return [];
        }
        const { claims, busy } = await claimItems(transaction, taken, owner, options.lease);
        const claimed = new Set(claims.map((claim) => claim.jobId));
        await jobs.remove(
          transaction,
          taken.filter((job) => !claimed.has(job.id)).map((job) => job.id),
        );
        await jobs.add(transaction, busy);
        return claims;
      });
    },
    async end(outcome) {
      await outcomes.add(outcome);
    },
    renew: (jobIds) => renewLeases(store.db, jobIds, options.lease),
    async sweep() {
      await release(false);
      await dispatching((transaction) => overdueItems(transaction, FORGOTTEN_SECONDS));
    },
    clockMoved: (now) => hastening((transaction) => releaseWaiting(transaction, now)),
    recovered: (installationId) => hastening((transaction) => hastenOwed(transaction, installationId)),
    nextDue: () => nextDue(store.db),
  };
}
