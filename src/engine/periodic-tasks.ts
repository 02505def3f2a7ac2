import type { Clock } from "./clock.ts";

export interface PeriodicTask {
  readonly milliseconds: number;
  /** Not before this one has run once, well or not. */
  readonly after?: PeriodicTask;
  run(now: Date): Promise<unknown>;
}

export interface PeriodicTasks {
  /** Runs each of them once, and then again when its time has come. */
  start(): void;
  /** Whether one is running. */
  readonly busy: boolean;
  stop(): Promise<void>;
}

interface Runs {
  /** When it last began, by our clock and by GitHub's; null: never. */
  last: { readonly ours: number; readonly theirs: number } | null;
  running: Promise<void> | null;
  ended: boolean;
}

const TICK_MS = 1_000;
/** One that failed comes again after this, if its time is not earlier. */
const RETRY_MS = 300_000;

/**
 * What is done again and again. A task is due when its time has passed by our clock or by GitHub's, which differ when GitHub
 * is simulated. Tasks do not wait for each other; one that fails is reported and comes again in its time, or in five minutes.
 */
export function createPeriodicTasks(
  tasks: readonly PeriodicTask[],
  clock: Clock,
  onError: (error: unknown) => void,
): PeriodicTasks {
  const runs = new Map<PeriodicTask, Runs>(tasks.map((task) => [task, { last: null, running: null, ended: false }]));
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function isDue(task: PeriodicTask, { last, running }: Runs): boolean {
    if (stopped || running !== null) return false;
    if (task.after !== undefined && runs.get(task.after)?.ended === false) return false;
    if (last === null) return true;
    return Math.max(Date.now() - last.ours, clock.now().getTime() - last.theirs) >= task.milliseconds;
  }

  async function run(task: PeriodicTask, state: Runs): Promise<void> {
    const now = clock.now();
    const ours = Date.now();
    state.last = { ours, theirs: now.getTime() };
    try {
      await task.run(now);
    } catch (error) {
      const early = Math.max(0, task.milliseconds - RETRY_MS);
      state.last = { ours: ours - early, theirs: now.getTime() - early };
      onError(error);
    }
  }

  function tick(): void {
    for (const [task, state] of runs) {
      if (!isDue(task, state)) continue;
      state.running = run(task, state).finally(() => {
        state.running = null;
        const isFirst = !state.ended;
        state.ended = true;
        if (isFirst) tick();
      });
    }
  }

  const ended = () => Promise.all([...runs.values()].map(({ running }) => running));

  return {
    start() {
      tick();
      timer = setInterval(tick, TICK_MS);
      timer.unref();
      clock.onMove(async () => {
        await ended();
        tick();
        await ended();
      });
    },
    get busy() {
      return [...runs.values()].some(({ running }) => running !== null);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await ended();
    },
  };
}
