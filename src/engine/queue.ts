import { randomUUID } from "node:crypto";
import { expediteCommands, type Renewed, releaseLeases, releaseWaiting, renewLeases } from "../store/leases.ts";
import { retried, type Store, type Transaction } from "../store/store.ts";
import {
  type Agenda,
  type Claim,
  claimItems,
  enqueueAgain,
  enqueueItems,
  finishItems,
  type Outcome,
  type Priority,
  priorities,
  readAgenda,
  type WorkRequest,
} from "../store/work-items.ts";
import { groupCommit } from "./group-commit.ts";
import { createTurns } from "./turns.ts";

export interface QueueOptions {
  /** Seconds from the end of a target's reconciliation to the start of its next one. */
  readonly cooldown: number;
  /** Seconds after which a silent process is taken for dead. */
  readonly lease: number;
  /** GitHub's time; default the machine's. */
  readonly now?: () => Date;
}

interface Taken {
  readonly claims: readonly Claim[];
  /** Seconds until something that waits is due, as far as this take knows; null: nothing waits. */
  readonly nextDue: number | null;
}

/**
 * The work queue: what is to be reconciled, one row for each (installation, repository, automation, target) in `work_items`.
 *
 * It works as the queue of Kubernetes' client-go does, kept in a table. There, a key that is added becomes *dirty*; a key that
 * a worker took is *processing*; a key that is added while it is processing becomes dirty again, and is handed out once more
 * when the worker is done, and never to two workers at once. Here `generation` counts how often a key was requested and
 * `observed_generation` which of these requests a finished reconciliation has covered: a row is dirty while the first is
 * greater. `owner` is the process that holds it, until `lease_until` unless that process says again that it lives; such a row
 * is processing. A claim copies the generation into `claimed_generation`, and what succeeds makes that number the observed one.
 * So a hundred requests before a claim are one reconciliation, and any number during one leads to exactly one more.
 *
 * A process that dies leaves its rows with an owner; another lets go of them when the lease is over. Each claim raises the
 * row's `token`, so the late outcome of a process that was taken for dead changes nothing.
 *
 * `due_at` says when a row may be taken: at once at first, after the cooldown else, later after a failure or a limit. A
 * person's command sets it to now, whatever it was; where the row is processing, that happens when it is finished, and a
 * long reconciliation is told to give way.
 *
 * A take reads the agenda (which installation has work of which priority, due when), goes down the priorities, and lets the
 * installations take turns within one of them, least recently served first. Then it claims, one installation a statement,
 * passing over rows that another process is just claiming (SKIP LOCKED). Nothing waits for a lock. NOTIFY tells other
 * processes that there is something; who misses it finds out at the next poll.
 */
export interface Queue {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Requests within the caller's transaction; call `dispatch` with the answer after the commit. */
  enqueueIn(transaction: Transaction, requests: readonly WorkRequest[]): Promise<number | null>;
  /** Requests in a transaction of its own. */
  enqueue(requests: readonly WorkRequest[]): Promise<void>;
  /** Tells the workers, here and elsewhere, that something is due in so many seconds; null: that nothing is. */
  dispatch(seconds: number | null): void;
  /** `listener` hears in how many seconds there may be something to take. */
  onDispatch(listener: (seconds: number) => void): void;
  /** Takes at most `limit`; of one installation, people's commands aside, only as many as `room` leaves it. */
  take(limit: number, room?: (installationId: number) => number): Promise<Taken>;
  finish(outcome: Outcome): Promise<void>;
  /** Keeps these claims; answers the ones that are still ours, and for which of them a person waits meanwhile. */
  renew(claims: readonly Claim[]): Promise<ReadonlyMap<Claim, Renewed>>;
  /** Lets go of what dead processes held. */
  sweep(): Promise<void>;
  /** GitHub's clock says `now`: limits, pauses and back-offs that ended by then hold nobody back. */
  clockMoved(now: Date): Promise<void>;
  /** GitHub answers again in this installation, where it had failed: people's commands need not wait for their next try. */
  recovered(installationId: number): Promise<void>;
  /** Seconds until something that waits is due (0: something is); null when nothing waits. */
  nextDue(): Promise<number | null>;
}

const OUTCOMES_TOGETHER = 100;

export function createQueue(store: Store, options: QueueOptions): Queue {
  const owner = randomUUID();
  const turns = createTurns();
  const listeners: ((seconds: number) => void)[] = [];

  function hear(seconds: number): void {
    for (const listener of listeners) listener(seconds);
  }

  function dispatch(seconds: number | null): void {
    if (seconds === null) return;
    hear(Math.max(0, seconds));
    store.signal.send(owner);
  }

  const outcomes = groupCommit<Outcome, null>(async (group) => {
    const now = options.now?.() ?? new Date();
    const seconds = await retried(() => finishItems(store.db, group, owner, options.cooldown, now));
    // Only to ourselves: other processes are at work as well, and find it at their next poll.
    if (seconds !== null) hear(Math.max(0, seconds));
    return group.map(() => null);
  }, OUTCOMES_TOGETHER);

  /** Claims of one priority, in rounds: an equal share for each installation, until nothing is left to take or to have. */
  async function takeTurns(
    installations: readonly number[],
    priority: Priority,
    limit: number,
    room: (installationId: number) => number,
    claims: Claim[],
  ): Promise<void> {
    let waiting = installations;
    while (waiting.length > 0 && claims.length < limit) {
      const share = Math.ceil((limit - claims.length) / waiting.length);
      const more: number[] = [];
      for (const installationId of waiting) {
        const mine = claims.filter((claim) => claim.installationId === installationId).length;
        const left = limit - claims.length;
        const most = Math.min(share, left, priority === "command" ? left : room(installationId) - mine);
        if (most <= 0) continue;
        const got = await claimItems(store.db, { installationId, priority, limit: most, owner, lease: options.lease });
        claims.push(...got);
        turns.served(installationId);
        if (got.length === most) more.push(installationId);
      }
      waiting = more;
    }
  }

  async function release(everyone: boolean): Promise<void> {
    if ((await releaseLeases(store.db, everyone)) > 0) dispatch(0);
  }

  return {
    async start() {
      store.signal.listen((sender) => {
        if (sender !== owner) hear(0);
      });
      if (store.kind === "PGlite") await release(true);
    },
    async stop() {
      await outcomes.idle();
    },
    enqueueIn: (transaction, requests) => enqueueItems(transaction, requests),
    async enqueue(requests) {
      dispatch(await retried(() => enqueueItems(store.db, requests)));
    },
    dispatch,
    onDispatch(listener) {
      listeners.push(listener);
    },
    async take(limit, room = () => limit) {
      const agenda = await readAgenda(store.db);
      const claims: Claim[] = [];
      for (const priority of priorities) {
        const due = agenda.filter((one) => one.priority === priority && one.seconds <= 0);
        await takeTurns(turns.inOrder(due.map(({ installationId }) => installationId)), priority, limit, room, claims);
      }
      return { claims, nextDue: soonest(agenda) };
    },
    async finish(outcome) {
      await outcomes.add(outcome);
    },
    renew: (claims) => renewLeases(store.db, claims, owner, options.lease),
    sweep: () => release(false),
    async clockMoved(now) {
      const released = await releaseWaiting(store.db, now);
      const again = await enqueueAgain(store.db, now);
      if (released > 0 || again) dispatch(0);
    },
    async recovered(installationId) {
      if ((await expediteCommands(store.db, installationId)) > 0) dispatch(0);
    },
    nextDue: async () => soonest(await readAgenda(store.db)),
  };
}

function soonest(agenda: readonly Agenda[]): number | null {
  return agenda.length === 0 ? null : Math.max(0, Math.min(...agenda.map(({ seconds }) => seconds)));
}
