import type { LeaseStatus } from "../github/apply/index.ts";
import type { Claim, Outcome } from "../store/work-items.ts";
import type { Queue } from "./queue.ts";

export interface WorkerOptions {
  /** Reconciliations at the same time; they mostly wait for GitHub. */
  readonly concurrency: number;
  /** Seconds after which a silent process is taken for dead; claims are renewed three times as often. */
  readonly lease: number;
  readonly onError: (error: unknown) => void;
}

/** Does the work of one claim. Never throws; null: somebody else has taken the target over, nothing is to be written down. */
export type Process = (claim: Claim, checkLease: () => Promise<LeaseStatus>) => Promise<Outcome | null>;

export interface Worker {
  start(): void;
  /** Takes nothing new, and resolves when what runs has ended. */
  drain(): Promise<void>;
  readonly running: number;
}

/** What other processes enqueue is found at least this often, should their notification be lost. */
const POLL_MS = 1_000;
const SWEEP_MS = 2_000;
/** What is due and not to be had is another process's at this moment: not at full speed, then. */
const BUSY_MS = 20;

/** Takes items off the queue when they are due, works on some of them at once, and keeps the claims alive meanwhile. */
export function createWorker(queue: Queue, process: Process, options: WorkerOptions): Worker {
  const running = new Map<Claim, Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  let draining = false;
  let loop: Promise<void> | null = null;
  let dueMeanwhile = Number.POSITIVE_INFINITY;
  let alarm: NodeJS.Timeout | undefined;
  let wakesAt = 0;
  let wakeUp: (() => void) | null = null;

  function wakeIn(milliseconds: number): void {
    clearTimeout(alarm);
    wakesAt = Date.now() + milliseconds;
    alarm = setTimeout(() => wakeUp?.(), milliseconds);
  }

  async function sleep(milliseconds: number): Promise<void> {
    const awake = new Promise<void>((done) => {
      wakeUp = done;
    });
    wakeIn(milliseconds);
    await awake;
    clearTimeout(alarm);
    wakeUp = null;
  }

  /** Something may be had in so many seconds: sleeps no longer than that. */
  function expect(seconds: number): void {
    const at = Date.now() + seconds * 1000;
    if (wakeUp === null) dueMeanwhile = Math.min(dueMeanwhile, at);
    else if (seconds <= 0) wakeUp();
    else if (at < wakesAt) wakeIn(seconds * 1000);
  }

  /** One installation leaves a place for the others, and for people's commands. */
  function room(installationId: number): number {
    const busy = [...running.keys()].filter((claim) => claim.installationId === installationId).length;
    return Math.max(1, options.concurrency - 1) - busy;
  }

  async function run(claim: Claim): Promise<void> {
    const outcome = await process(claim, async () => (await queue.renew([claim])).get(claim) ?? "lost");
    if (outcome !== null) await queue.finish(outcome);
  }

  function begin(claim: Claim): void {
    const ended = run(claim)
      .catch(options.onError)
      .finally(() => {
        running.delete(claim);
        expect(0);
      });
    running.set(claim, ended);
  }

  async function step(): Promise<void> {
    dueMeanwhile = Number.POSITIVE_INFINITY;
    // What ends together, because it is written down together, frees its places together.
    await new Promise((done) => setImmediate(done));
    const free = options.concurrency - running.size;
    if (free <= 0) {
      await sleep(POLL_MS);
      return;
    }
    const { claims, nextDue } = await queue.take(free, room);
    for (const claim of claims) begin(claim);
    if (claims.length > 0) return;
    const due = nextDue === null ? Number.POSITIVE_INFINITY : Math.max(nextDue * 1000, BUSY_MS);
    const pause = Math.min(POLL_MS, due, dueMeanwhile - Date.now());
    if (pause > 0) await sleep(pause);
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
      queue.onDispatch(expect);
      every((options.lease * 1000) / 3, () => queue.renew([...running.keys()]));
      every(SWEEP_MS, () => queue.sweep());
      loop = work();
    },
    async drain() {
      draining = true;
      wakeUp?.();
      await loop;
      await Promise.all(running.values());
      for (const timer of timers) clearInterval(timer);
    },
    get running() {
      return running.size;
    },
  };
}
