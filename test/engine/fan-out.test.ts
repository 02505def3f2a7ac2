import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { enqueueFanOut, enqueueWakes } from "../../src/engine/fan-out.ts";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import type { Store } from "../../src/store/store.ts";
import type { Claim } from "../../src/store/work-items.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop } from "./places.ts";

const place = { installationId: 1, repositoryId: 10, automation: "milestone-tasks" };
const claimed: Claim = {
  ...place,
  token: 1,
  target: "milestones",
  attempts: 0,
  priority: "webhook" as const,
  generation: 1,
  waited: 0,
};

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  let queue: Queue;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
    queue = createQueue(store, { cooldown: 0, lease: 60 });
    await queue.start();
  });
  afterAll(async () => {
    await queue.stop();
    await database.drop();
  });
  beforeEach(async () => {
    await clear(store);
    await acmeShop(store);
  });

  test.each([
    ["nightly", "nightly"],
    ["webhook", "webhook"],
    ["command", "webhook"],
  ] as const)("each target that a %s reconciliation found is enqueued as %s", async (was, priority) => {
    await enqueueFanOut(queue, { ...claimed, priority: was }, ["milestone/1", "milestone/2"]);
    const claims = (await queue.take(10)).claims;
    expect(claims.map((one) => one.target).sort()).toEqual(["milestone/1", "milestone/2"]);
    for (const claim of claims) {
      expect(claim).toMatchObject({ ...place, priority });
    }
  });

  test("another automation's target is enqueued, unless something else is expected to ask for it still", async () => {
    const now = new Date("2026-11-20T01:00:00Z");
    const wake = (number: number, notBefore: Date | null) => ({
      automation: "commands" as const,
      target: `conversation/${number}`,
      notBefore,
    });
    const later = new Date(now.getTime() + 1);
    await enqueueWakes(queue, { ...claimed, priority: "command" }, [wake(1, null), wake(2, now), wake(3, later)], now);
    const { claims } = await queue.take(10);
    expect(claims.map(({ target }) => target).sort()).toEqual(["conversation/1", "conversation/2"]);
    for (const claim of claims) expect(claim).toMatchObject({ automation: "commands", priority: "webhook" });
  });

  test("a look that found none asks for none", async () => {
    await enqueueFanOut(queue, claimed, []);
    await enqueueWakes(queue, claimed, [], new Date());
    expect((await queue.take(10)).claims).toEqual([]);
  });
});
