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
/** How often one that is there and does not answer is asked before the server starts without it. */
const TRIES = 15;

/** What the one at the API's address said about its time; null: it is no simulated GitHub. */
type Reading = { readonly now: Date } | "silent" | null;

/**
 * The simulated GitHub's time where `apiUrl` is one (contract §6), on the loopback interface only; else the wall clock.
 * Never throws: who is no simulated GitHub does not answer as one. One that is only slow must not be taken for that:
 * its work would be done at the wrong time.
 */
export async function clockOf(apiUrl: string, fetch = globalThis.fetch): Promise<Clock> {
  const url = new URL(apiUrl);
  if (!["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)) {
    return wallClock;
  }
  const read = async (): Promise<Reading> => {
    try {
      const answer = await fetch(new URL("/_sim/clock", url), { signal: AbortSignal.timeout(ANSWER_MS) });
      const { now } = (await answer.json()) as { now?: string };
      const time = new Date(now ?? "");
      return answer.ok && !Number.isNaN(time.getTime()) ? { now: time } : null;
    } catch (error) {
      return isRefused(error) ? null : "silent";
    }
  };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const first = await read();
    if (first !== "silent") return first === null ? wallClock : following(first.now, read);
  }
  return wallClock;
}

/** Nobody listens there. Anything else may be a busy machine: no answer in time, or a connection that was kept for too long. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}

function following(first: Date, read: () => Promise<Reading>): Clock {
  let now = first;
  let reading: Promise<void> | null = null;
  let stopped = false;
  const listeners: ((now: Date) => Promise<void>)[] = [];

  async function follow(): Promise<void> {
    const answer = await read();
    if (answer === null || answer === "silent" || answer.now.getTime() === now.getTime() || stopped) return;
    const next = answer.now;
    now = next;
    // Whoever moves the time may wait for our next reading: by then everything that it made due has been enqueued.
    await Promise.all(listeners.map((listener) => listener(next)));
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
