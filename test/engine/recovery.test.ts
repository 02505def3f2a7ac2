import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRecovery } from "../../src/engine/recovery/index.ts";
import { type Attempt, compare, isHandlingFailure, type Known } from "../../src/engine/recovery/missed.ts";
import { NotFound, Unavailable } from "../../src/github/errors.ts";
import { createdAt, recordDeliveries } from "../../src/store/deliveries.ts";
import { comparedAt, latestGap } from "../../src/store/delivery-gaps.ts";
import { countSetAside, listSetAside, noteRefused } from "../../src/store/missed-deliveries.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, appWith } from "./places.ts";

const SINCE = new Date("2026-11-20T00:00:00Z");
const known: Known = { received: new Set(["have"]), installations: new Set([1]), since: SINCE };
const CODES: Readonly<Record<string, number>> = { OK: 202, "timed out": 504, "failed to connect to host": 502 };

function attempt(id: number, guid: string, changes: Partial<Attempt> = {}): Attempt {
  const status = changes.status ?? "OK";
  const status_code = CODES[status] ?? Number(/\d{3}/.exec(status)?.[0]);
  const delivered_at = "2026-11-20T01:00:00Z";
  return { id, guid, delivered_at, status, status_code, event: "push", installation_id: 1, ...changes };
}

const cases: [string, Attempt[], number[]][] = [
  [
    "what was received is not asked for",
    [attempt(1, "have", { status: "timed out" }), attempt(2, "have", { delivered_at: "2026-11-20T02:00:00Z" })],
    [],
  ],
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
  ["oldest first", [attempt(1, "late", { delivered_at: "2026-11-20T03:00:00Z" }), attempt(2, "early")], [2, 1]],
];

test.each(cases)("%s", (_name, attempts, expected) => {
  expect(compare(attempts, known).missed.map((one) => one.attempts.at(-1)?.id)).toEqual(expected);
});

test.each([
  ["timed out", true],
  ["Invalid HTTP Response: 500", true],
  ["Invalid HTTP Response: 413", true],
  ["Invalid HTTP Response: 502", false],
  ["Invalid HTTP Response: 503", false],
  ["Invalid HTTP Response: 504", false],
  ["Invalid HTTP Response: 522", false],
  ["Invalid HTTP Response: 429", false],
  ["Invalid HTTP Response: 401", false],
  ["Invalid HTTP Response: 404", false],
  ["failed to connect to host", false],
  ["OK", false],
])("%s is a failure of handling: %s", (status, expected) => {
  expect(isHandlingFailure(attempt(1, "x", { status }))).toBe(expected);
});

/** GitHub's list of deliveries, newest first, a hundred to a page. */
class Hook {
  readonly attempts: Attempt[] = [];
  readonly asked: number[] = [];
  pages = 0;
  knowsStatus = true;
  /** What comes of a delivery that is asked for again. */
  onAsked: (guid: string) => Partial<Attempt> | null = () => null;
  now = new Date("2026-11-20T01:00:00Z");

  delivers(guid: string, changes: Partial<Attempt> = {}): void {
    this.attempts.unshift(
      attempt(this.attempts.length + 1, guid, { delivered_at: this.now.toISOString(), ...changes }),
    );
  }

  readonly routes = {
    "GET /app/hook/deliveries": (parameters: { cursor?: string; status?: string; per_page: number }) => {
      this.pages += 1;
      const isAsked = (one: Attempt) => !this.knowsStatus || parameters.status === undefined || one.status !== "OK";
      const before = parameters.cursor === undefined ? Number.POSITIVE_INFINITY : Number(parameters.cursor);
      const all = this.attempts.filter((one) => isAsked(one) && one.id < before);
      const data = all.slice(0, parameters.per_page);
      const link = `<https://x/app/hook/deliveries?cursor=${data.at(-1)?.id}&per_page=100>; rel="next"`;
      return { data, headers: data.length < all.length ? { link } : {} };
    },
    "POST /app/hook/deliveries/{delivery_id}/attempts": ({ delivery_id }: { delivery_id: number }) => {
      const found = this.attempts.find(({ id }) => id === delivery_id);
      if (found === undefined || found.guid === "too-old") throw new NotFound("attempts", 404, "Not Found");
      this.asked.push(delivery_id);
      const outcome = this.onAsked(found.guid);
      if (outcome !== null) this.delivers(found.guid, outcome);
      return { data: {}, headers: {} };
    },
  };

  later(minutes: number): Date {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
    return this.now;
  }
}

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  let hook: Hook;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
    await createdAt(store.db, SINCE);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await store.db.deleteFrom("missed_deliveries").execute();
    await store.db.deleteFrom("comparison").execute();
    await acmeShop(store);
    hook = new Hook();
  });
  const recovery = () => createRecovery(store, appWith(hook.routes));
  const receive = (...guids: string[]) =>
    recordDeliveries(
      store.db,
      guids.map((guid) => ({ guid, event: "push", action: null, installationId: 1, repositoryId: 10 })),
    );

  test("what is missing is asked for again, and what GitHub forgot is no error", async () => {
    await receive("have");
    for (const guid of ["too-old", "gone", "have"]) hook.delivers(guid);
    expect(await recovery().run(hook.later(1))).toBe(2);
    expect(hook.asked).toEqual([2]);
  });

  test("a failed delivery is found behind more good ones than one round reads, and asked for in the first", async () => {
    const good = Array.from({ length: 6_000 }, (_, index) => `good-${index}`);
    hook.delivers("failed", { status: "timed out" });
    for (const guid of good) hook.delivers(guid);
    await receive(...good);
    const rounds = recovery();
    await rounds.run(hook.later(1));
    expect(hook.asked).toEqual([1]);
    expect(await comparedAt(store.db), "the list was not read to its end").toBeNull();
    await rounds.run(hook.later(3));
    expect(await comparedAt(store.db)).toEqual(new Date("2026-11-20T01:01:00Z"));
    hook.pages = 0;
    hook.delivers("new");
    await rounds.run(hook.later(30));
    await rounds.run(hook.later(30));
    hook.pages = 0;
    await rounds.run(hook.later(3));
    expect(hook.pages, "one page of failures, and one that meets what is known").toBe(2);
  });

  test("a long walk that a failure interrupts is continued where it was", async () => {
    for (let index = 0; index < 6_000; index++) hook.delivers(`d${index}`, { status: "Invalid HTTP Response: 503" });
    const rounds = recovery();
    await rounds.run(hook.later(1));
    const app = appWith({ "GET /app/hook/deliveries": new Unavailable("deliveries", 502, "Bad Gateway") });
    await expect(createRecovery(store, app).run(hook.later(1))).rejects.toThrow("502");
    await rounds.run(hook.later(1));
    expect(await store.db.selectFrom("missed_deliveries").select("guid").execute()).toHaveLength(6_000);
  });

  test.each([true, false])(
    "a delivery whose handling fails three times is set aside (status known: %s)",
    async (knows) => {
      hook.knowsStatus = knows;
      hook.onAsked = () => ({ status: "timed out" });
      hook.delivers("poison", { status: "timed out" });
      for (let round = 0; round < 6; round++) await recovery().run(hook.later(3));
      expect(hook.asked).toHaveLength(2);
      expect(await countSetAside(store.db)).toBe(1);
      expect(await listSetAside(store.db)).toMatchObject([
        { guid: "poison", event: "push", account: "acme", failures: 3, reason: "timed out" },
      ]);
      await receive("poison");
      expect(await countSetAside(store.db), "somebody redelivered it, and it came in").toBe(0);
    },
  );

  test("a delivery whose content is refused three times is set aside, though GitHub sees nothing but 503", async () => {
    const refused = () => noteRefused(store.db, { guid: "odd", event: "push", installationId: 1 }, "error: bad text");
    hook.onAsked = () => {
      void refused();
      return { status: "Invalid HTTP Response: 503" };
    };
    await refused();
    hook.delivers("odd", { status: "Invalid HTTP Response: 503" });
    for (let round = 0; round < 6; round++) await recovery().run(hook.later(3));
    expect(hook.asked).toHaveLength(2);
    expect(await listSetAside(store.db)).toMatchObject([{ guid: "odd", failures: 3 }]);
  });

  test("while nothing can be stored, nobody listens, or a proxy says so, nothing is set aside before the twentieth time", async () => {
    const statuses: Readonly<Record<string, string>> = {
      full: "Invalid HTTP Response: 503",
      down: "failed to connect to host",
      proxied: "Invalid HTTP Response: 502",
    };
    hook.onAsked = (guid) => ({ status: statuses[guid] ?? "OK" });
    for (const guid of Object.keys(statuses)) hook.delivers(guid, hook.onAsked(guid) ?? {});
    for (let round = 0; round < 19; round++) await recovery().run(hook.later(3));
    expect(await countSetAside(store.db)).toBe(0);
    for (let round = 0; round < 3; round++) await recovery().run(hook.later(3));
    expect(await countSetAside(store.db)).toBe(3);
    expect(hook.asked).toHaveLength(60);
  });

  test("where only the answer was lost, GitHub is asked until it has one, and no longer", async () => {
    await receive("have");
    hook.delivers("have", { status: "timed out" });
    const outcomes: Partial<Attempt>[] = [{ status: "timed out" }, {}];
    hook.onAsked = () => outcomes.shift() ?? null;
    for (let round = 0; round < 5; round++) await recovery().run(hook.later(3));
    expect(hook.asked).toEqual([1, 2]);
    expect(await countSetAside(store.db)).toBe(0);
  });

  test("the news of an uninstalling, which leaves no row, is asked for until it has come in", async () => {
    hook.delivers("bye", { event: "installation", installation_id: 9, status: "failed to connect to host" });
    hook.onAsked = () => ({ event: "installation", installation_id: 9 });
    for (let round = 0; round < 5; round++) await recovery().run(hook.later(3));
    expect(hook.asked).toEqual([1]);
  });

  test("that GitHub kept fewer deliveries than were to be compared is known", async () => {
    await receive("before");
    hook.delivers("before");
    await recovery().run(hook.later(1));
    expect(await latestGap(store.db)).toBeNull();
    hook.later(600);
    for (let index = 0; index < 250; index++) hook.delivers(`lost-${index}`, { status: "failed to connect to host" });
    hook.attempts.splice(200);
    await recovery().run(hook.later(1));
    expect(await latestGap(store.db)).toEqual({
      from: new Date("2026-11-20T01:01:00Z"),
      to: new Date("2026-11-20T11:01:00Z"),
    });
    expect(hook.asked, "what it kept is still asked for").toHaveLength(100);
  });

  test("a quiet App, whose old deliveries GitHub has forgotten, misses nothing", async () => {
    await receive("old");
    hook.delivers("old");
    await recovery().run(hook.later(1));
    await store.db
      .updateTable("deliveries")
      .set({ received_at: new Date(Date.now() - 4 * 86_400_000) })
      .execute();
    hook.attempts.splice(0);
    hook.delivers("new");
    await receive("new");
    await recovery().run(hook.later(1));
    expect(await latestGap(store.db)).toBeNull();
  });

  test("a store remembers when it was born", async () => {
    expect(await createdAt(store.db, new Date("2030-01-01T00:00:00Z"))).toEqual(SINCE);
  });
});
