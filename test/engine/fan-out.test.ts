import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { enqueueFanOut } from "../../src/engine/fan-out.ts";
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

  test("a look that found none asks for none", async () => {
    await enqueueFanOut(queue, claimed, []);
    expect((await queue.take(10)).claims).toEqual([]);
  });
});
