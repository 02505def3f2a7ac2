import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { failed, succeeded } from "../../src/engine/outcome.ts";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import { createWorker, type Process, type Worker } from "../../src/engine/worker.ts";
import type { Store } from "../../src/store/store.ts";
import { countWorkItems } from "../../src/store/work-counts.ts";
import type { WorkRequest } from "../../src/store/work-items.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop } from "./places.ts";

const ask = (target: string): WorkRequest => ({
  ...{ installationId: 1, repositoryId: 10, automation: "release-pr", target },
  priority: "webhook",
});

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  const running: { queue: Queue; worker: Worker }[] = [];
  const errors: unknown[] = [];

  async function work(carry: Process, settle = 0): Promise<Queue> {
    const onError = (error: unknown) => errors.push(error);
    const queue = createQueue(store, { cooldown: settle, lease: 60 });
    await queue.start();
    const worker = createWorker(queue, carry, { concurrency: 10, lease: 60, onError });
    worker.start();
    running.push({ queue, worker });
    return queue;
  }

  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await acmeShop(store);
  });
  afterEach(async () => {
    for (const { queue, worker } of running.splice(0)) {
      await worker.drain();
      await queue.stop();
    }
    expect(errors.splice(0)).toEqual([]);
  });

  test("a look that is asked for comes", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const queue = await work(async (claim) => {
      resolve(claim.target);
      return succeeded(claim);
    });
    await queue.enqueue([ask("a")]);
    expect(await promise).toBe("a");
  });

  test("asks while it runs: one at a time, and the last ask is met", async () => {
    let now = 0;
    let most = 0;
    let asked = 0;
    let met = 0;
    const queue = await work(async (claim) => {
      now += 1;
      most = Math.max(most, now);
      met = asked;
      await store.db.selectFrom("work_items").select("target").execute();
      now -= 1;
      return succeeded(claim);
    });
    for (asked = 1; asked <= 60; asked++) {
      await queue.enqueue([ask("a")]);
    }
    asked = 60;
    await until(async () => (await countWorkItems(store.db)).pending + (await countWorkItems(store.db)).running === 0);
    expect(most).toBe(1);
    expect(met).toBe(60);
  });

  test("a thousand targets are drained", async () => {
    let done = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const queue = await work(async (claim) => {
      done += 1;
      if (done === 1000) resolve();
      return succeeded(claim);
    });
    await queue.enqueue(Array.from({ length: 1000 }, (_, index) => ask(`t${index}`)));
    await promise;
    expect(done).toBe(1000);
  });

  test("a failed look is tried again until it goes well", async () => {
    let tries = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const queue = await work(async (claim) => {
      tries += 1;
      if (tries < 3) return { ...failed(claim, new Error("not yet"), 0.5), seconds: 0.05 };
      resolve();
      return succeeded(claim);
    });
    await queue.enqueue([ask("a")]);
    await promise;
    expect(tries).toBe(3);
  });

  test("draining lets a running look end and takes no other", async () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const seen: string[] = [];
    const queue = await work(async (claim) => {
      seen.push(claim.target);
      begun.resolve();
      await goOn.promise;
      return succeeded(claim);
    });
    await queue.enqueue([ask("a")]);
    await begun.promise;
    const [one] = running.splice(0);
    const drained = one?.worker.drain();
    await queue.enqueue([ask("b")]);
    goOn.resolve();
    await drained;
    await one?.queue.stop();
    expect(seen).toEqual(["a"]);
    expect(await countWorkItems(store.db)).toMatchObject({ pending: 1, running: 0 });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise((done) => setTimeout(done, 10));
  }
}
