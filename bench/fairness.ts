import { parseArgs } from "node:util";
import { succeeded } from "../src/engine/outcome.ts";
import { createQueue, type Queue } from "../src/engine/queue.ts";
import { createWorker } from "../src/engine/worker.ts";
import type { Priority, WorkRequest } from "../src/store/work-items.ts";
import { storeWith } from "./queue-store.ts";

/** An unchanged release pull request costs as many, one after the other. */
const REQUESTS = 4;
const SAMPLES = 30;
const BUSY = 1;
const OTHER = 2;

/**
 * How long another installation waits while one has a backlog and GitHub answers after `latency` milliseconds: from the request
 * to the end of its reconciliation. The queue and the worker are real, on PostgreSQL; GitHub is a timer.
 */
export async function fairness(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: { backlog: { type: "string", default: "2500" }, latency: { type: "string", default: "50" } },
  });
  const backlog = Number(values.backlog);
  const latency = Number(values.latency);
  const store = await storeWith([BUSY, OTHER]);
  const queue = createQueue(store, { cooldown: 0, lease: 60 });
  await queue.start();
  const ends = new Map<string, () => void>();
  const worker = createWorker(
    queue,
    async (claim) => {
      for (let request = 0; request < REQUESTS; request += 1) await new Promise((done) => setTimeout(done, latency));
      ends.get(claim.target)?.();
      return succeeded(claim);
    },
    { concurrency: 10, lease: 60, onError: console.error },
  );
  worker.start();
  const alone = await waits(queue, ends);
  const items = Array.from({ length: backlog }, (_, index) => request(BUSY, `pull/${index}`, "webhook"));
  await queue.enqueue(items);
  const other = await waits(queue, ends);
  await worker.drain();
  await queue.stop();
  return { backlog, github_ms: latency * REQUESTS, other, without_backlog: alone };
}

function request(installationId: number, target: string, priority: Priority): WorkRequest {
  return { installationId, repositoryId: installationId, automation: "release-pr", target, priority };
}

async function waits(queue: Queue, ends: Map<string, () => void>) {
  return { command_ms: await sampled(queue, ends, "command"), webhook_ms: await sampled(queue, ends, "webhook") };
}

async function sampled(queue: Queue, ends: Map<string, () => void>, priority: Priority) {
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const target = `${priority}/${sample}`;
    const ended = new Promise<void>((done) => ends.set(target, done));
    const began = performance.now();
    await queue.enqueue([request(OTHER, target, priority)]);
    await ended;
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}
