import type { LeaseStatus } from "../github/apply/index.ts";
import type { Claim, Outcome } from "../store/work-items.ts";
import type { Queue } from "./queue.ts";

export interface WorkerOptions {
  /** Looks at the same time; they mostly wait for GitHub. */
  readonly concurrency: number;
  /** Seconds after which a silent process is taken for dead; claims are renewed three times as often. */
  readonly lease: number;
  readonly onError: (error: unknown) => void;
}

/** Carries one look out. Never throws; null: somebody else has taken the target over, nothing is to be written down. */
export type Process = (claim: Claim, checkLease: () => Promise<LeaseStatus>) => Promise<Outcome | null>;

export interface Worker {
  start(): void;
  /** Takes nothing new, and resolves when the running looks have ended. */
  drain(): Promise<void>;
  readonly running: number;
}

/** Another process's asks are found by looking: at least this often. */
const POLL_MS = 1_000;
const SWEEP_MS = 2_000;

/** Takes looks off the queue when they are due, runs some of them at once, and keeps the claims alive meanwhile. */
export function createWorker(queue: Queue, process: Process, options: WorkerOptions): Worker {
  const running = new Map<string, Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  let draining = false;
  let loop: Promise<void> | null = null;
  let enqueuedMeanwhile = Number.POSITIVE_INFINITY;
  let alarm: NodeJS.Timeout | undefined;
  let rings = 0;
  let wakeUp: (() => void) | null = null;

  /** Sets the alarm that ends the sleep. */
  function ringIn(milliseconds: number): void {
    clearTimeout(alarm);
    rings = Date.now() + milliseconds;
    alarm = setTimeout(() => wakeUp?.(), milliseconds);
  }

  async function sleep(milliseconds: number): Promise<void> {
    const woken = new Promise<void>((done) => {
      wakeUp = done;
    });
    ringIn(milliseconds);
    await woken;
    clearTimeout(alarm);
    wakeUp = null;
  }

  function wakeWithin(seconds: number): void {
    const at = Date.now() + seconds * 1000;
    if (wakeUp === null) {
      enqueuedMeanwhile = Math.min(enqueuedMeanwhile, at);
    } else if (seconds <= 0) {
      wakeUp();
    } else if (at < rings) {
      ringIn(seconds * 1000);
    }
  }

  async function run(claim: Claim): Promise<void> {
    const outcome = await process(claim, async () => (await queue.renew([claim.jobId])).get(claim.jobId) ?? "lost");
    if (outcome !== null) {
      await queue.end(outcome);
    }
  }

  function begin(claim: Claim): void {
    const look = run(claim)
      .catch(options.onError)
      .finally(() => {
        running.delete(claim.jobId);
        wakeWithin(0);
      });
    running.set(claim.jobId, look);
  }

  async function step(): Promise<void> {
    enqueuedMeanwhile = Number.POSITIVE_INFINITY;
    const free = options.concurrency - running.size;
    if (free <= 0) {
      await sleep(POLL_MS);
      return;
    }
    const claims = await queue.take(free);
    for (const claim of claims) {
      begin(claim);
    }
    if (claims.length === free) {
      return;
    }
    const due = (await queue.nextDue()) ?? Number.POSITIVE_INFINITY;
    // Due but not to be had: another process is at it, or its wake-up call is to come. Not at full speed, then.
    const pause = Math.min(POLL_MS, Math.max(due * 1000, 20), enqueuedMeanwhile - Date.now());
    if (pause > 0) {
      await sleep(pause);
    }
  }

  async function work(): Promise<void> {
    while (!draining) {
      try {
        await step();
      } catch (error) {
        options.onError(error);
        await sleep(POLL_MS);
      }
    }
  }

  function every(milliseconds: number, task: () => Promise<unknown>): void {
    const timer = setInterval(() => {
      task().catch(options.onError);
    }, milliseconds);
    timer.unref();
    timers.push(timer);
  }

  return {
    start() {
      queue.onDispatch(wakeWithin);
      every((options.lease * 1000) / 3, () => queue.renew([...running.keys()]));
      every(SWEEP_MS, () => queue.sweep());
      loop = work();
    },
    async drain() {
      draining = true;
      wakeUp?.();
      await loop;
      await Promise.all(running.values());
      for (const timer of timers) {
        clearInterval(timer);
      }
    },
    get running() {
      return running.size;
    },
  };
}
