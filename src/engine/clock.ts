/** What time it is for GitHub and people. Intervals between reconciliations, leases and back-off follow the machine's own clock. */
export interface Clock {
  now(): Date;
  /** `listener` hears when the time was moved by hand, which only a simulated GitHub's can be; it never throws. */
  onMove(listener: (now: Date) => Promise<void>): void;
  /** Resolves when nobody will hear of it any more. */
  stop(): Promise<void>;
}

export const wallClock: Clock = { now: () => new Date(), onMove() {}, async stop() {} };

const POLL_MS = 100;
const ANSWER_MS = 2_000;

/**
 * The simulated GitHub's time where `apiUrl` is one (contract §6), on the loopback interface only; else the wall clock.
 * Never throws: who is no simulated GitHub does not answer as one.
 */
export async function clockOf(apiUrl: string, fetch = globalThis.fetch): Promise<Clock> {
  const url = new URL(apiUrl);
  if (!["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)) {
    return wallClock;
  }
  const read = async (): Promise<Date | null> => {
    try {
      const answer = await fetch(new URL("/_sim/clock", url), { signal: AbortSignal.timeout(ANSWER_MS) });
      const { now } = (await answer.json()) as { now?: string };
      const time = new Date(now ?? "");
      return answer.ok && !Number.isNaN(time.getTime()) ? time : null;
    } catch {
      return null;
    }
  };
  const first = await read();
  return first === null ? wallClock : following(first, read);
}

function following(first: Date, read: () => Promise<Date | null>): Clock {
  let now = first;
  let reading: Promise<void> | null = null;
  let stopped = false;
  const listeners: ((now: Date) => Promise<void>)[] = [];

  async function follow(): Promise<void> {
    const next = await read();
    if (next !== null && next.getTime() !== now.getTime() && !stopped) {
      now = next;
      // Whoever moves the time may wait for our next reading: by then everything that it made due has been enqueued.
      await Promise.all(listeners.map((listener) => listener(next)));
    }
  }

  const timer = setInterval(() => {
    reading ??= follow().finally(() => {
      reading = null;
    });
  }, POLL_MS);
  timer.unref();
  return {
    now: () => now,
    onMove(listener) {
      listeners.push(listener);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await reading;
    },
  };
}
