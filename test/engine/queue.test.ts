import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failed, limited, succeeded } from "../../src/engine/outcome.ts";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { upsertRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { countWorkItems, parkedItems } from "../../src/store/work-counts.ts";
import { type Claim, type Priority, pruneItems, type WorkRequest } from "../../src/store/work-items.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";

const NOW = new Date("2026-11-20T01:00:00Z");
const ask = (target = "lanes", automation = "release-pr", priority: Priority = "webhook"): WorkRequest => ({
  installationId: 1,
  repositoryId: 10,
  automation,
  target,
  priority,
});

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  const queues: Queue[] = [];

  async function queueOf(cooldown: number, lease = 60): Promise<Queue> {
    const queue = createQueue(store, { cooldown, lease, now: () => NOW });
    await queue.start();
    queues.push(queue);
    return queue;
  }

  async function one(queue: Queue): Promise<Claim> {
    const claims = (await queue.take(10)).claims;
    expect(claims).toHaveLength(1);
    return claims[0] as Claim;
  }

  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
    await upsertRepositories(store.db, [{ installationId: 1, id: 10, owner: "acme", name: "shop" }]);
  });
  afterEach(async () => {
    for (const queue of queues.splice(0)) {
      await queue.stop();
    }
  });

  test("a hundred asks are one look, and it comes at once", async () => {
    const queue = await queueOf(3600);
    await Promise.all(Array.from({ length: 100 }, () => queue.enqueue([ask()])));
    const claim = await one(queue);
    expect(claim).toMatchObject({ installationId: 1, repositoryId: 10, automation: "release-pr", target: "lanes" });
    await queue.finish(succeeded(claim));
    expect(await countWorkItems(store.db)).toEqual({ pending: 0, running: 0, throttled: 0, parked: 0, oldest: 0 });
    expect((await queue.take(10)).claims).toEqual([]);
  });

  test("targets, automations and repositories do not wait for one another", async () => {
    const queue = await queueOf(3600);
    await queue.enqueue([ask("a"), ask("b"), ask("a", "config"), ask("a")]);
    expect((await queue.take(10)).claims).toHaveLength(3);
  });

  test("an ask while the look runs leads to one more look, and never to two at once", async () => {
    const queue = await queueOf(0);
    await queue.enqueue([ask()]);
    const first = await one(queue);
    await queue.enqueue([ask()]);
    await queue.enqueue([ask()]);
    expect((await queue.take(10)).claims).toEqual([]);
    await queue.finish(succeeded(first));
    const second = await one(queue);
    await queue.finish(succeeded(second));
    expect((await queue.take(10)).claims).toEqual([]);
  });

  test("after its first look a target rests", async () => {
    const queue = await queueOf(3600);
    await queue.enqueue([ask()]);
    await queue.finish(succeeded(await one(queue)));
    await queue.enqueue([ask()]);
    expect((await queue.take(10)).claims).toEqual([]);
    const due = await queue.nextDue();
    expect(due).toBeGreaterThan(3590);
    expect(due).toBeLessThanOrEqual(3600);
  });

  test("the rest also holds for an ask that came while the look ran", async () => {
    const queue = await queueOf(3600);
    await queue.enqueue([ask()]);
    const first = await one(queue);
    await queue.enqueue([ask()]);
    await queue.finish(succeeded(first));
    expect((await queue.take(10)).claims).toEqual([]);
    expect(await queue.nextDue()).toBeGreaterThan(3590);
  });

  test("a failed look comes again after its back-off, and a success forgets the failures", async () => {
    const queue = await queueOf(0);
    await queue.enqueue([ask()]);
    const first = await one(queue);
    await queue.finish({ ...failed(first, new Error("502"), 0.5), seconds: 0 });
    const second = await one(queue);
    expect(second.attempts).toBe(1);
    await queue.finish(failed(second, new Error("502"), 0.5));
    expect((await queue.take(10)).claims).toEqual([]);
    expect(await queue.nextDue()).toBeGreaterThan(3);
  });

  test("an ask during the back-off is met by the retry, not by a second look", async () => {
    const queue = await queueOf(0);
    await queue.enqueue([ask()]);
    await queue.finish({ ...failed(await one(queue), new Error("502"), 0.5), seconds: 3600 });
    await queue.enqueue([ask()]);
    expect((await queue.take(10)).claims).toEqual([]);
    expect(await countWorkItems(store.db)).toMatchObject({ pending: 1 });
  });

  describe("a parked look", () => {
    const park = async (queue: Queue, asked = ask()) => {
      await queue.enqueue([asked]);
      await queue.finish(failed(await one(queue), new Error("it does not work"), 0.5, 1));
    };

    test("is told, tried again when its time has come, and healed by a look that goes well", async () => {
      const queue = await queueOf(0);
      await park(queue);
      expect((await queue.take(10)).claims).toEqual([]);
      const [told] = await parkedItems(store.db);
      expect(told).toMatchObject({ repository: "acme/shop", target: "lanes", owed: false });
      expect(told?.error).toBe("Error: it does not work");
      expect(told?.nextTry.getTime()).toBeGreaterThan(Date.now());
      expect(await countWorkItems(store.db)).toMatchObject({ pending: 0, parked: 1 });
      expect(await queue.nextDue()).toBeGreaterThan(0);
      await queue.clockMoved(new Date(NOW.getTime() + 14 * 60_000));
      const again = await one(queue);
      expect(again.attempts).toBe(1);
      expect(await countWorkItems(store.db)).toMatchObject({ parked: 1, running: 1 });
      await queue.finish(succeeded(again));
      expect(await countWorkItems(store.db)).toMatchObject({ pending: 0, parked: 0, running: 0 });
      expect(await queue.nextDue()).toBeNull();
    });

    test("that fails once more stays parked since the same moment", async () => {
      const queue = await queueOf(0);
      await park(queue);
      const [before] = await parkedItems(store.db);
      await queue.clockMoved(new Date(NOW.getTime() + 14 * 60_000));
      await queue.finish(failed(await one(queue), new Error("still"), 0.5, 1));
      expect(await parkedItems(store.db)).toMatchObject([{ since: before?.since, error: "Error: still" }]);
    });

    test("is tried at once when something happens there, after the usual rest", async () => {
      const queue = await queueOf(0);
      await park(queue);
      await queue.enqueue([ask()]);
      await queue.finish(succeeded(await one(queue)));
      expect(await countWorkItems(store.db)).toMatchObject({ parked: 0, pending: 0 });
      const resting = await queueOf(3600);
      await park(resting, ask("other"));
      await resting.enqueue([ask("other")]);
      expect((await resting.take(10)).claims).toEqual([]);
    });

    test("remembers that a person waits until a look has gone well", async () => {
      const queue = await queueOf(0);
      await park(queue, { ...ask(), priority: "command" as const });
      expect(await parkedItems(store.db)).toMatchObject([{ owed: true }]);
      await queue.clockMoved(new Date(NOW.getTime() + 14 * 60_000));
      const again = await one(queue);
      expect(again.priority).toBe("command");
      await queue.finish(succeeded(again));
      await queue.enqueue([ask()]);
      expect((await one(queue)).priority).toBe("webhook");
    });
  });

  describe("of many that are due, those for which a person waits come first", () => {
    const crowd = Array.from({ length: 20 }, (_, index) => ask(`t${index}`));
    const owed = { ...ask("asked"), priority: "command" as const };
    const first = async (queue: Queue) => (await queue.take(1)).claims.map((claim) => claim.target);

    test("when they come last", async () => {
      const queue = await queueOf(0);
      await queue.enqueue(crowd);
      await queue.enqueue([owed]);
      expect(await first(queue)).toEqual(["asked"]);
    });

    test("after an outage in which all of them failed", async () => {
      const queue = await queueOf(0);
      await queue.enqueue([...crowd, owed]);
      for (const claim of (await queue.take(30)).claims) {
        await queue.finish({ ...failed(claim, new Error("502"), 0.5), parked: true });
      }
      await queue.clockMoved(new Date(NOW.getTime() + 14 * 60_000));
      expect(await first(queue)).toEqual(["asked"]);
    });

    test("after the process that ran them died", async () => {
      const dead = await queueOf(0, 0.001);
      await dead.enqueue([...crowd, owed]);
      expect((await dead.take(30)).claims).toHaveLength(21);
      const alive = await queueOf(0);
      await alive.sweep();
      expect(await first(alive)).toEqual(["asked"]);
    });
  });

  test("once GitHub answers in an installation, what people wait for there comes at once, and nothing else does", async () => {
    const queue = await queueOf(3600);
    await putInstallation(store.db, { id: 2, account: "zoo", suspended: false, permissions: null });
    await upsertRepositories(store.db, [{ installationId: 2, id: 20, owner: "zoo", name: "cage" }]);
    const elsewhere = {
      ...ask("issue/9", "commands"),
      installationId: 2,
      repositoryId: 20,
      priority: "command" as const,
    };
    const limitedToo = { ...ask("issue/3", "commands"), priority: "command" as const };
    await queue.enqueue([
      ask(),
      { ...ask("issue/1", "commands"), priority: "command" as const },
      limitedToo,
      elsewhere,
    ]);
    for (const claim of (await queue.take(10)).claims) {
      const ending = { ...failed(claim, new Error("502"), 0.5), seconds: 600 };
      await queue.finish(claim.target === "issue/3" ? limited(claim, new Date(NOW.getTime() + 600_000), NOW) : ending);
    }
    expect((await queue.take(10)).claims).toEqual([]);
    await queue.recovered(1);
    const [claim, ...more] = (await queue.take(10)).claims;
    expect(claim).toMatchObject({ installationId: 1, target: "issue/1", priority: "command", attempts: 1 });
    expect(more).toEqual([]);
  });

  test("a rate limit costs no try and ends with GitHub's clock", async () => {
    const queue = await queueOf(0);
    await queue.enqueue([ask()]);
    const retryAt = new Date(NOW.getTime() + 600_000);
    await queue.finish(limited(await one(queue), retryAt, NOW));
    expect(await countWorkItems(store.db)).toMatchObject({ pending: 1, throttled: 1 });
    expect((await queue.take(10)).claims).toEqual([]);
    expect(await queue.nextDue()).toBeGreaterThan(590);
    await queue.clockMoved(NOW);
    expect((await queue.take(10)).claims).toEqual([]);
    await queue.clockMoved(retryAt);
    expect(await countWorkItems(store.db)).toMatchObject({ pending: 1, throttled: 0 }); // due, and not claimed yet
    expect((await one(queue)).attempts).toBe(0);
  });

  describe("an urgent ask", () => {
    const urgently = { ...ask(), priority: "command" as const };
    const HOUR = 3600;
    const moments: [string, (queue: Queue) => Promise<void>][] = [
      ["the target rests", async () => {}],
      ["another ask waits for the end of the rest", (queue) => queue.enqueue([ask()])],
      [
        "a failed look waits",
        async (queue) => {
          await queue.enqueue([urgently]);
          await queue.finish({ ...failed(await one(queue), new Error("502"), 0.5), seconds: HOUR });
        },
      ],
      [
        "a look waits for room to write",
        async (queue) => {
          await queue.enqueue([urgently]);
          await queue.finish(limited(await one(queue), new Date(NOW.getTime() + HOUR * 1000), NOW));
        },
      ],
      ["nothing is asked, and it comes twice", (queue) => queue.enqueue([urgently])],
    ];

    test.each(moments)("while %s is met at once, by one look", async (_name, arrange) => {
      const queue = await queueOf(HOUR);
      await queue.enqueue([ask()]);
      await queue.finish(succeeded(await one(queue)));
      await arrange(queue);
      const woken: number[] = [];
      queue.onDispatch((seconds) => woken.push(seconds));
      await queue.enqueue([urgently]);
      expect(woken).toEqual([0]);
      expect(await queue.nextDue()).toBe(0);
      const claim = await one(queue);
      expect(claim.attempts).toBe(0);
      expect((await queue.take(10)).claims).toEqual([]);
      await queue.finish(succeeded(claim));
      expect(await queue.nextDue()).toBeNull();
      expect((await queue.take(10)).claims).toEqual([]);
    });

    test.each([
      ["went well", (claim: Claim) => succeeded(claim)],
      ["failed", (claim: Claim) => failed(claim, new Error("502"), 0.5)],
      ["failed for the last time", (claim: Claim) => failed(claim, new Error("502"), 0.5, 1)],
      ["had to wait", (claim: Claim) => limited(claim, new Date(NOW.getTime() + HOUR * 1000), NOW)],
    ])("during a look that %s leads to exactly one more, at once", async (_name, ending) => {
      const queue = await queueOf(HOUR);
      await queue.enqueue([ask()]);
      const first = await one(queue);
      await queue.enqueue([ask()]);
      await queue.enqueue([urgently]);
      await queue.enqueue([urgently]);
      await queue.enqueue([ask()]);
      expect((await queue.take(10)).claims).toEqual([]);
      await queue.finish(ending(first));
      const second = await one(queue);
      expect(second.attempts).toBe(0);
      await queue.finish(succeeded(second));
      expect(await queue.nextDue()).toBeNull();
    });

    test("lets the target rest afterwards", async () => {
      const queue = await queueOf(HOUR);
      await queue.enqueue([urgently]);
      await queue.finish(succeeded(await one(queue)));
      await queue.enqueue([ask()]);
      expect((await queue.take(10)).claims).toEqual([]);
      expect(await queue.nextDue()).toBeGreaterThan(HOUR - 10);
    });

    test("among others hastens its own target alone", async () => {
      const queue = await queueOf(HOUR);
      await queue.enqueue([ask("a"), ask("b")]);
      for (const claim of (await queue.take(10)).claims) {
        await queue.finish(succeeded(claim));
      }
      await queue.enqueue([ask("a"), ask("b")]);
      await queue.enqueue([{ ...ask("a"), priority: "command" as const }, ask("a"), ask("b")]);
      expect((await one(queue)).target).toBe("a");
    });

    test("outlives the process that was to meet it", async () => {
      const dead = await queueOf(HOUR, 0.001);
      await dead.enqueue([ask()]);
      const lost = await one(dead);
      await dead.enqueue([urgently]);
      await store.db.selectFrom("work_items").select("target").execute();
      const alive = await queueOf(HOUR);
      await alive.sweep();
      const taken = await one(alive);
      await dead.finish(succeeded(lost));
      await alive.finish(succeeded(taken));
      expect(await countWorkItems(store.db)).toMatchObject({ pending: 0, running: 0 });
    });

    test("and takers at the same time: never two at one target, and every ask is met", async () => {
      const queue = await queueOf(HOUR);
      const other = database.name === "PGlite" ? queue : await queueOf(HOUR);
      const held = new Set<string>();
      const takers = [queue, other].map(async (taker) => {
        for (let turn = 0; turn < 40; turn++) {
          for (const claim of (await taker.take(5)).claims) {
            expect(held).not.toContain(claim.target);
            held.add(claim.target);
            await store.db.selectFrom("work_items").select("target").execute();
            held.delete(claim.target);
            await taker.finish(succeeded(claim));
          }
        }
      });
      for (let turn = 0; turn < 40; turn++) {
        await queue.enqueue([urgently, { ...ask(`t${turn % 3}`), priority: turn % 2 === 0 ? "command" : "webhook" }]);
      }
      await Promise.all(takers);
      await queue.enqueue([
        urgently,
        ...[0, 1, 2].map((index) => ({ ...ask(`t${index}`), priority: "command" as const })),
      ]);
      for (const claim of (await queue.take(10)).claims) {
        await queue.finish(succeeded(claim));
      }
      expect(await countWorkItems(store.db)).toEqual({ pending: 0, running: 0, throttled: 0, parked: 0, oldest: 0 });
    });
  });

  test("what a dead process held is looked at again, and its late ending counts for nothing", async () => {
    const dead = await queueOf(0, 0.001);
    await dead.enqueue([ask()]);
    const lost = await one(dead);
    await store.db.selectFrom("work_items").select("target").execute();
    const alive = await queueOf(0);
    await alive.sweep();
    const taken = await one(alive);
    expect(await dead.renew([lost])).toEqual(new Map());
    await dead.finish(succeeded(lost));
    expect(await alive.renew([taken])).toEqual(new Map([[taken, "kept"]]));
    expect(await countWorkItems(store.db)).toMatchObject({ running: 1 });
    await alive.finish(succeeded(taken));
    expect(await countWorkItems(store.db)).toMatchObject({ running: 0, pending: 0 });
  });

  test("a living process keeps what it holds", async () => {
    const queue = await queueOf(0);
    await queue.enqueue([ask()]);
    const claim = await one(queue);
    await queue.sweep();
    expect((await queue.take(10)).claims).toEqual([]);
    expect(await queue.renew([claim])).toEqual(new Map([[claim, "kept"]]));
  });

  describe("a target that asks to be reconciled again", () => {
    const HOUR_MS = 3_600_000;
    const later = new Date(NOW.getTime() + HOUR_MS);
    const asks = async (queue: Queue) => {
      await queue.enqueue([ask()]);
      await queue.finish({ ...succeeded(await one(queue)), againAt: later });
    };

    test("is reconciled at that time by GitHub's clock, and once", async () => {
      const queue = await queueOf(0);
      await asks(queue);
      expect(await queue.nextDue()).toBeNull();
      await queue.clockMoved(new Date(later.getTime() - 1));
      expect((await queue.take(10)).claims).toEqual([]);
      await queue.clockMoved(later);
      const claim = await one(queue);
      expect(claim.priority).toBe("schedule");
      await queue.finish(succeeded(claim));
      await queue.clockMoved(new Date(later.getTime() + HOUR_MS));
      expect((await queue.take(10)).claims).toEqual([]);
    });

    test("is reconciled sooner where something happens, which says when the next time is", async () => {
      const queue = await queueOf(0);
      await asks(queue);
      await queue.enqueue([ask()]);
      await queue.finish(succeeded(await one(queue)));
      await queue.clockMoved(later);
      expect((await queue.take(10)).claims).toEqual([]);
    });

    test("is not forgotten over a failure, a prune, and the time passing while it runs", async () => {
      const queue = await queueOf(0);
      await asks(queue);
      await store.db
        .updateTable("work_items")
        .set({ reconciled_at: new Date(0) })
        .execute();
      expect(await pruneItems(store.db)).toBe(0);
      await queue.enqueue([ask()]);
      const claim = await one(queue);
      await queue.clockMoved(later);
      await queue.finish({ ...failed(claim, new Error("502"), 0.5), seconds: 0 });
      await queue.finish(succeeded(await one(queue)));
      expect(await countWorkItems(store.db)).toMatchObject({ pending: 0 });
    });
  });

  test("finished looks of a month ago are forgotten; waiting ones are not", async () => {
    const queue = await queueOf(3600);
    await queue.enqueue([ask("old"), ask("new"), ask("waiting")]);
    for (const claim of (await queue.take(10)).claims) await queue.finish(succeeded(claim));
    await queue.enqueue([ask("waiting")]);
    await store.db
      .updateTable("work_items")
      .set({ reconciled_at: new Date(Date.now() - 31 * 86_400_000) })
      .where("target", "<>", "new")
      .execute();
    expect(await pruneItems(store.db)).toBe(1);
    const left = await store.db.selectFrom("work_items").select("target").orderBy("target").execute();
    expect(left.map((row) => row.target)).toEqual(["new", "waiting"]);
  });

  test("an unknown repository is not asked about", async () => {
    const queue = await queueOf(0);
    await queue.enqueue([{ ...ask(), repositoryId: 11 }]);
    expect((await queue.take(10)).claims).toEqual([]);
  });

  test("several takers share the work, each look once", async () => {
    const queue = await queueOf(0);
    const other = database.name === "PGlite" ? queue : await queueOf(0);
    await queue.enqueue(Array.from({ length: 60 }, (_, index) => ask(`t${index}`)));
    const takes = await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 ? queue : other).take(10)));
    const rest = (await queue.take(60)).claims;
    const all = [...takes.flatMap(({ claims }) => claims), ...rest].map((claim) => claim.target);
    expect(new Set(all).size).toBe(60);
    expect(all).toHaveLength(60);
  });
});
