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
  id: 1,
  jobId: "j",
  target: "milestones",
  attempts: 0,
  nightly: false,
  owed: false,
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
    queue = createQueue(store, { cooldown: 0, lease: 60, onError: console.error });
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

  test.each([true, false])("each target that a look found is looked at, nightly where it was: %s", async (nightly) => {
    await enqueueFanOut(queue, { ...claimed, nightly }, ["milestone/1", "milestone/2"]);
    const claims = await queue.take(10);
    expect(claims.map((one) => one.target).sort()).toEqual(["milestone/1", "milestone/2"]);
    for (const claim of claims) {
      expect(claim).toMatchObject({ ...place, nightly });
    }
  });

  test("a look that found none asks for none", async () => {
    await enqueueFanOut(queue, claimed, []);
    expect(await queue.take(10)).toEqual([]);
  });
});
