import { parseArgs } from "node:util";
import { sql } from "kysely";
import { succeeded } from "../src/engine/outcome.ts";
import { createQueue } from "../src/engine/queue.ts";
import { createWorker } from "../src/engine/worker.ts";
import type { Store } from "../src/store/store.ts";
import type { WorkRequest } from "../src/store/work-items.ts";
import { storeWith } from "./queue-store.ts";

/** So many requests share a transaction, as those of webhooks that arrive together do. */
const TOGETHER = 50;

/** Items of work through the queue on PostgreSQL, with work that takes no time: what the queue itself costs. */
export async function queue(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: { items: { type: "string", default: "10000" }, concurrency: { type: "string", default: "10" } },
  });
  const items = Number(values.items);
  const store = await storeWith([1]);
  const work = createQueue(store, { cooldown: 5, lease: 60 });
  await work.start();
  const requests = Array.from(
    { length: items },
    (_, index): WorkRequest => ({
      ...{ installationId: 1, repositoryId: 1, automation: "release-pr", target: `pull/${index}`, priority: "webhook" },
    }),
  );
  const enqueued = await measured(store, items, async () => {
    for (let at = 0; at < items; at += TOGETHER) await work.enqueue(requests.slice(at, at + TOGETHER));
  });
  const expedited = await expediting(store, work, items);
  const done = Promise.withResolvers<void>();
  let finished = 0;
  const worker = createWorker(
    work,
    async (claim) => {
      finished += 1;
      if (finished === items) done.resolve();
      return succeeded(claim);
    },
    { concurrency: Number(values.concurrency), lease: 60, onError: done.reject },
  );
  const worked = await measured(store, items, async () => {
    worker.start();
    await done.promise;
    await worker.drain();
  });
  await work.stop();
  return {
    items,
    enqueued_per_second: enqueued.perSecond,
    finished_per_second: worked.perSecond,
    wal_kb_per_item: Math.round((enqueued.walKb + worked.walKb) * 100) / 100,
    ...expedited,
  };
}

/** Milliseconds in which a quarter of the items, which wait for a limit, are made due at once. */
async function expediting(store: Store, work: ReturnType<typeof createQueue>, items: number) {
  const waiting = Math.floor(items / 4);
  await sql`
    update work_items set retry_at = now() + interval '1 hour', due_at = now() + interval '1 hour'
    where target in (select target from work_items limit ${waiting})`.execute(store.db);
  const began = performance.now();
  await work.clockMoved(new Date(Date.now() + 2 * 3_600_000));
  return { expedited: waiting, expedited_ms: Math.round(performance.now() - began) };
}

async function measured(store: Store, items: number, run: () => Promise<void>) {
  const before = await walBytes(store);
  const began = performance.now();
  await run();
  const seconds = (performance.now() - began) / 1000;
  const walKb = ((await walBytes(store)) - before) / 1024 / items;
  return { perSecond: Math.round(items / seconds), walKb };
}

async function walBytes(store: Store): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select (pg_current_wal_insert_lsn() - '0/0')::text as bytes`.execute(
    store.db,
  );
  return Number(rows[0]?.bytes);
}
