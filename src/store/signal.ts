import pg from "pg";

/** Tells other processes on the same database that there is something to take. A hint: whoever misses it polls. */
export interface Signal {
  /** `sender` tells the listeners whose it is. Never throws, and is not waited for. */
  send(sender: string): void;
  listen(listener: (sender: string) => void): void;
  close(): Promise<void>;
}

const CHANNEL = "detoil_work";
const RECONNECT_MS = 1_000;

/** An embedded database has one process. */
export const noSignal: Signal = { send() {}, listen() {}, async close() {} };

/** LISTEN and NOTIFY. A connection of its own listens, and is opened again when it breaks. */
export function createSignal(pool: pg.Pool): Signal {
  let sending: Promise<unknown> | null = null;
  let waiting: string | null = null;
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  /** One at a time; what comes meanwhile is one more. NOTIFY takes a lock in which commits queue, so it is not in theirs. */
  function send(sender: string): void {
    if (sending !== null) {
      waiting = sender;
      return;
    }
    sending = pool
      .query("select pg_notify($1, $2)", [CHANNEL, sender])
      .catch(() => {})
      .finally(() => {
        sending = null;
        const next = waiting;
        waiting = null;
        if (next !== null && !closed) send(next);
      });
  }

  async function connect(listener: (sender: string) => void): Promise<void> {
    const one = new pg.Client(pool.options);
    client = one;
    const again = () => {
      if (client !== one) return;
      client = null;
      one.end().catch(() => {});
      if (closed) return;
      timer = setTimeout(() => void connect(listener), RECONNECT_MS);
      timer.unref();
    };
    one.on("error", again);
    one.on("end", again);
    one.on("notification", ({ payload = "" }) => listener(payload));
    try {
      await one.connect();
      await one.query(`listen ${CHANNEL}`);
    } catch {
      again();
    }
  }

  return {
    send,
    listen: (listener) => void connect(listener),
    async close() {
      closed = true;
      clearTimeout(timer);
      await sending;
      const one = client;
      client = null;
      await one?.end().catch(() => {});
    },
  };
}
