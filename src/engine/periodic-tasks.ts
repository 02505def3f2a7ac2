import type { Clock } from "./clock.ts";

export interface PeriodicTask {
  readonly milliseconds: number;
  run(now: Date): Promise<unknown>;
}

export interface PeriodicTasks {
  /** Runs all of them once, in their order, and then each when its time has come. */
  start(): void;
  /** Whether one is under way. */
  readonly busy: boolean;
  stop(): Promise<void>;
}

const TICK_MS = 1_000;
/** One that failed comes again after this, if its turn is not earlier. */
const RETRY_MS = 300_000;

/**
 * What is done again and again. A round is due when its time has passed by our clock or by GitHub's, which differ when
 * GitHub is simulated. One at a time; one that fails is told and comes again in its turn, or in five minutes.
 */
export function createPeriodicTasks(
  tasks: readonly PeriodicTask[],
  clock: Clock,
  onError: (error: unknown) => void,
): PeriodicTasks {
  const lasts = new Map<PeriodicTask, { ours: number; theirs: number }>();
  let turning: Promise<void> | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function tick(): Promise<void> {
    for (const task of tasks) {
      const last = lasts.get(task);
      const ours = Date.now();
      const now = clock.now();
      const passed =
        last === undefined ? Number.POSITIVE_INFINITY : Math.max(ours - last.ours, now.getTime() - last.theirs);
      if (!stopped && passed >= task.milliseconds) {
        lasts.set(task, { ours, theirs: now.getTime() });
        await task.run(now).catch((error: unknown) => {
          const early = Math.max(0, task.milliseconds - RETRY_MS);
          lasts.set(task, { ours: ours - early, theirs: now.getTime() - early });
          onError(error);
        });
      }
    }
  }

  function go(): Promise<void> {
    turning ??= tick().finally(() => {
      turning = null;
    });
    return turning;
  }

  return {
    start() {
      void go();
      timer = setInterval(() => void go(), TICK_MS);
      timer.unref();
      clock.onMove(async () => {
        await turning;
        await go();
      });
    },
    get busy() {
      return turning !== null;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await turning;
    },
  };
}
