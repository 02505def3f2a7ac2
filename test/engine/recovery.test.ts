import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Attempt, type Known, missed, recover } from "../../src/engine/recovery.ts";
import { NotFound } from "../../src/github/errors.ts";
import { bornAt, recordDeliveries } from "../../src/store/deliveries.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, appWith } from "./places.ts";

const SINCE = new Date("2026-11-20T00:00:00Z");
const known: Known = { received: new Set(["have"]), installations: new Set([1]), since: SINCE };

function attempt(id: number, guid: string, changes: Partial<Attempt> = {}): Attempt {
  const delivered_at = "2026-11-20T01:00:00Z";
  return { id, guid, delivered_at, status: "OK", event: "push", installation_id: 1, ...changes };
}

const cases: [string, Attempt[], number[]][] = [
  ["what was received is not asked for", [attempt(1, "have"), attempt(2, "have", { status: "timed out" })], []],
  ["received, but GitHub never got the answer", [attempt(1, "have", { status: "timed out" })], [1]],
  ["delivered, and not known: lost with a database", [attempt(1, "gone")], [1]],
  [
    "delivered before this store existed: not missing",
    [attempt(1, "old", { delivered_at: "2026-11-19T23:59:59Z" })],
    [],
  ],
  [
    "failed, even before this store existed",
    [attempt(1, "failed", { status: "Invalid HTTP Response: 503", delivered_at: "2026-11-18T00:00:00Z" })],
    [1],
  ],
  [
    "failed twice: asked for once, by its last attempt",
    [
      attempt(1, "f", { status: "timed out" }),
      attempt(2, "f", { status: "timed out", delivered_at: "2026-11-20T02:00:00Z" }),
    ],
    [2],
  ],
  [
    "of an installation that is not ours (any more)",
    [attempt(1, "x", { installation_id: 9, status: "timed out" })],
    [],
  ],
  ["of the App itself", [attempt(1, "x", { installation_id: null, event: "ping", status: "timed out" })], []],
  [
    "the news that somebody installed, which failed",
    [attempt(1, "x", { installation_id: 9, event: "installation", status: "timed out" })],
    [1],
  ],
  [
    "an uninstalling that was received: it left no row",
    [attempt(1, "x", { installation_id: 9, event: "installation" })],
    [],
  ],
  [
    "one that fails again and again is left to the nightly look",
    Array.from({ length: 20 }, (_, index) => attempt(index, "bad", { status: "timed out" })),
    [],
  ],
  ["oldest first", [attempt(1, "late", { delivered_at: "2026-11-20T03:00:00Z" }), attempt(2, "early")], [2, 1]],
];

test.each(cases)("%s", (_name, attempts, expected) => {
  expect(missed(attempts, known).map((one) => one.id)).toEqual(expected);
});

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
    await bornAt(store.db, SINCE);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await acmeShop(store);
  });

  test("all pages are read, what is missing is asked for again, and what GitHub forgot is no error", async () => {
    await recordDeliveries(store.db, [
      { guid: "have", event: "push", action: null, installationId: 1, repositoryId: 10 },
    ]);
    const asked: number[] = [];
    const app = appWith({
      "GET /app/hook/deliveries": ({ cursor }: { cursor?: string }) => ({
        data: cursor === undefined ? [attempt(3, "have"), attempt(2, "gone")] : [attempt(1, "too-old")],
        headers:
          cursor === undefined ? { link: '<https://x/app/hook/deliveries?cursor=v1_2&per_page=100>; rel="next"' } : {},
      }),
      "POST /app/hook/deliveries/{delivery_id}/attempts": ({ delivery_id }: { delivery_id: number }) => {
        asked.push(delivery_id);
        if (delivery_id === 1) throw new NotFound("attempts", 404, "Not Found");
        return { data: {}, headers: {} };
      },
    });
    expect(await recover(store, app, SINCE, null)).toBe(2);
    expect(asked.sort()).toEqual([1, 2]);
  });

  test("a store remembers when it was born", async () => {
    expect(await bornAt(store.db, new Date("2030-01-01T00:00:00Z"))).toEqual(SINCE);
  });
});
