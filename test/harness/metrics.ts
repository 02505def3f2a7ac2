import { countDue, countWorkItems } from "../../src/store/work-counts.ts";
import type { TestDatabase } from "../each-database.ts";
import { pause } from "./github.ts";
import type { Counts } from "./server.ts";

/**
 * Nothing is running, and what is pending waits for GitHub's clock. An item that is due but not claimed yet is not at
 * rest.
 */
export function areAtRest({ pending, running, throttled }: Counts): boolean {
  return running === 0 && pending === throttled;
}

/** The present `/metrics`: what they show may be a second old. Throws while nobody answers. */
export async function readMetrics(url: string): Promise<string> {
  const now = Date.now();
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const read = /^detoil_metrics_timestamp_seconds ([\d.e+]+)$/m.exec(text)?.[1];
    if (read === undefined) throw new Error(`/metrics does not tell when it was read:\n${text}`);
    if (Number(read) * 1000 >= now) return text;
    await pause(10);
  }
}

/**
 * How to read the queue of a server process, by GitHub's time. A PostgreSQL server is queried itself: `/metrics` may be up to
 * a second behind. An embedded database is open in that process alone; throws while it does not answer. What the time has made
 * due counts as pending, also before a process that has only just begun enqueues it.
 */
export async function countsOf(database: TestDatabase, url: string, now: () => string): Promise<() => Promise<Counts>> {
  if (database.name === "PGlite") return () => readTwice(url);
  const { db } = await database.open();
  return async () => {
    const counts = await countWorkItems(db);
    return { ...counts, pending: counts.pending + (await countDue(db, new Date(now()))) };
  };
}

/** The first reading may come before what a process enqueues when it begins; the database answers one after the other. */
async function readTwice(url: string): Promise<Counts> {
  const counts = await readCounts(url);
  return counts.pending + counts.running > 0 ? counts : readCounts(url);
}

async function readCounts(url: string): Promise<Counts> {
  const text = await readMetrics(url);
  const of = (state: string): number => {
    const found = new RegExp(`^detoil_work_items\\{state="${state}"\\} (\\d+)$`, "m").exec(text)?.[1];
    if (found === undefined) throw new Error(`/metrics does not say how many items are ${state}:\n${text}`);
    return Number(found);
  };
  return { pending: of("pending"), running: of("running"), throttled: of("throttled"), parked: of("parked") };
}
