import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { LoadedConfig } from "../../src/config/loaded.ts";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import { enqueueScheduled, keepSchedules, schedulesOf } from "../../src/engine/schedules.ts";
import { listSchedules } from "../../src/store/schedules.ts";
import type { Store } from "../../src/store/store.ts";
import type { Claim } from "../../src/store/work-items.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, automation } from "./places.ts";

const place = { installationId: 1, repositoryId: 10 };
const claim: Claim = {
  ...place,
  token: 1,
  automation: "config",
  target: "all",
  attempts: 0,
  priority: "webhook" as const,
  generation: 1,
  waited: 0,
};
const loaded = (release: object | null) =>
  ({ state: "valid", config: { timezone: "Asia/Tokyo", release } }) as unknown as LoadedConfig;
const on = loaded({});
const automations = [
  automation("config"),
  automation("release-pr", {
    section: "release",
    schedules: () => [{ target: "lane", cron: "0 10 * * mon", timezone: "Asia/Tokyo" }],
  }),
];
const MONDAY = new Date("2026-11-22T15:00:00Z");

test("every automation that is on has a nightly look in the small hours, and its own schedules", () => {
  const rows = schedulesOf(place, on, automations);
  expect(rows.map(({ automation: name, target, nightly }) => [name, target, nightly])).toEqual([
    ["config", "all", true],
    ["release-pr", "all", true],
    ["release-pr", "lane", false],
  ]);
  for (const { cron, timezone } of rows.filter((row) => row.nightly)) {
    expect(cron).toMatch(/^\d+ [1-4] \* \* \*$/);
    expect(timezone).toBe("Asia/Tokyo");
  }
  expect(schedulesOf(place, loaded(null), automations)).toHaveLength(1);
});

test("nights are spread over repositories", () => {
  const minutes = Array.from(
    { length: 200 },
    (_, id) => schedulesOf({ ...place, repositoryId: id }, on, automations)[0]?.cron,
  );
  expect(new Set(minutes).size).toBeGreaterThan(100);
});

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
  const keep = (config: LoadedConfig) => keepSchedules(store, queue, claim, config, automations, MONDAY);

  test("after a look the schedules are those of its configuration", async () => {
    await keep(on);
    expect(await listSchedules(store.db, 1, 10)).toHaveLength(3);
    await keep(on);
    expect(await listSchedules(store.db, 1, 10)).toHaveLength(3);
    await keep(loaded(null));
    expect(await listSchedules(store.db, 1, 10)).toMatchObject([{ automation: "config", nightly: true }]);
  });

  test("an automation that turns out to be on is looked at, once", async () => {
    await keep(on);
    expect((await queue.take(10)).claims).toMatchObject([
      { automation: "release-pr", target: "all", priority: "first" },
    ]);
    await keep(loaded(null));
    await keep(on);
    expect((await queue.take(10)).claims).toEqual([]);
  });

  test("a schedule asks when its time has come, once, and moves on", async () => {
    await keep(on);
    await queue.take(10);
    const before = new Date("2026-11-22T15:59:59Z");
    expect(await enqueueScheduled(store, queue, before)).toBe(0);
    const due = new Date("2026-11-23T01:00:00Z");
    expect(await enqueueScheduled(store, queue, due)).toBe(3);
    const taken = (await queue.take(10)).claims;
    expect(taken.map(({ automation: name, target, priority }) => [name, target, priority]).sort()).toEqual([
      ["config", "all", "nightly"],
      ["release-pr", "lane", "schedule"],
    ]);
    expect(await enqueueScheduled(store, queue, due)).toBe(0);
    const next = (await listSchedules(store.db, 1, 10)).find((row) => row.target === "lane")?.nextAt;
    expect(next).toEqual(new Date("2026-11-30T01:00:00Z"));
  });
});
