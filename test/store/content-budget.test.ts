import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reserveContent, reservePace } from "../../src/store/content-budget.ts";
import { putInstallation } from "../../src/store/installations.ts";
import type { Database, Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { runs } from "../harness/long.ts";

const START = Date.parse("2026-11-20T01:00:00Z");
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LIMIT = { perMinute: 3, perHour: 5 };
const at = (milliseconds: number) => new Date(START + milliseconds);

/** The same, told slowly: the earliest time from `now` on at which a count fits. */
function roomAt(counted: readonly number[], now: number): number {
  const fits = (moment: number) =>
    counted.filter((one) => one > moment - MINUTE).length < LIMIT.perMinute &&
    counted.filter((one) => one > moment - HOUR).length < LIMIT.perHour;
  const moments = [now, ...counted.flatMap((one) => [one + MINUTE, one + HOUR])].filter((one) => one >= now);
  return Math.min(...moments.filter(fits));
}

/** Returns when some process of this database waits for a row that another holds. */
async function untilOneWaits(db: Database): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows[0]?.waiting === 1) return;
  }
}

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    for (const id of [1, 2]) {
      await putInstallation(store.db, { id, account: "acme", suspended: false, permissions: null });
    }
  });
  const count = (milliseconds: number, installation = 1, limit = LIMIT) =>
    reserveContent(store.db, installation, at(milliseconds), limit);

  test("as many as a minute allows are counted, the next is told when there is room", async () => {
    for (const second of [0, 10, 20]) {
      expect(await count(second * SECOND)).toBeNull();
    }
    expect(await count(30 * SECOND)).toEqual(at(MINUTE));
    expect(await count(MINUTE - 1)).toEqual(at(MINUTE));
    expect(await count(MINUTE)).toBeNull();
    expect(await count(MINUTE)).toEqual(at(MINUTE + 10 * SECOND));
  });

  test("an hour allows no more than its own limit, and what is older is forgotten", async () => {
    for (const minute of [0, 2, 4, 6, 8]) {
      expect(await count(minute * MINUTE)).toBeNull();
    }
    expect(await count(10 * MINUTE)).toEqual(at(HOUR));
    expect(await count(HOUR)).toBeNull();
    const { times } = await store.db.selectFrom("content_budgets").select("times").executeTakeFirstOrThrow();
    expect(times).toHaveLength(5);
  });

  test("installations have a budget each, and one that is gone has none to keep", async () => {
    for (const second of [0, 1, 2]) {
      await count(second);
    }
    expect(await count(3)).not.toBeNull();
    expect(await count(3, 2)).toBeNull();
    expect(await count(3, 77)).toBeNull();
    expect(await store.db.selectFrom("content_budgets").select("installation_id").execute()).toHaveLength(2);
  });

  test("a lower limit leaves room for those with a higher one", async () => {
    const bulk = { perMinute: 2, perHour: 5 };
    expect(await count(0, 1, bulk)).toBeNull();
    expect(await count(0)).toBeNull();
    expect(await count(0, 1, bulk)).toEqual(at(MINUTE));
    expect(await count(0)).toBeNull();
    expect(await count(0)).toEqual(at(MINUTE));
  });

  test("a clock that was put back by more than an hour leaves nobody waiting for the future", async () => {
    for (const second of [0, 1, 2]) {
      await count(24 * HOUR + second);
    }
    expect(await count(0)).toBeNull();
  });

  test("who comes at the same moment shares one budget", async () => {
    const rooms = await Promise.all(Array.from({ length: 20 }, () => count(0)));
    expect(rooms.filter((room) => room === null)).toHaveLength(LIMIT.perMinute);
  });

  test("whatever the order of times, the limits hold and the room named is the first there is", async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(steps, async (gaps) => {
        await store.db.deleteFrom("content_budgets").execute();
        const counted: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const expected = roomAt(counted, now);
          expect(await count(now)).toEqual(expected === now ? null : at(expected));
          if (expected === now) counted.push(now);
        }
      }),
      runs(30),
    );
  });

  test("between two paced writes of an installation there is the interval, and another installation does not wait", async () => {
    expect(await reservePace(store.db, 1, 30)).toBeNull();
    const seconds = await reservePace(store.db, 1, 30);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(30);
    expect(await reservePace(store.db, 2, 30)).toBeNull();
    await sql`update content_budgets set paced_at = now() - interval '31 seconds'`.execute(store.db);
    expect(await reservePace(store.db, 1, 30)).toBeNull();
    expect(await reservePace(store.db, 1, 30)).not.toBeNull();
  });

  test("of several processes that ask at once, one may write", async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => reservePace(store.db, 1, 30)));
    expect(answers.filter((one) => one === null)).toHaveLength(1);
  });

  test("whoever waited while another process got the moment does not take that for a clock put back", async () => {
    await reservePace(store.db, 1, 30);
    await sql`update content_budgets set paced_at = now() - interval '1 day'`.execute(store.db);
    const held = await store.db.startTransaction().execute();
    await sql`select 1 from content_budgets where installation_id = 1 for update`.execute(held);
    const answer = reservePace(store.db, 1, 30);
    if (store.kind === "PostgreSQL") await untilOneWaits(held); // PGlite has one connection: the answer has not begun yet
    await sql`update content_budgets set paced_at = clock_timestamp() where installation_id = 1`.execute(held);
    await held.commit().execute();
    expect(await answer).toBeGreaterThan(0);
  });

  test("a clock that was put back does not hold anybody up", async () => {
    await reservePace(store.db, 1, 30);
    await sql`update content_budgets set paced_at = now() + interval '1 day'`.execute(store.db);
    expect(await reservePace(store.db, 1, 30)).toBeNull();
  });
});
