import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Automation } from "../../src/automations/automation.ts";
import { targetCodec } from "../../src/automations/target-codec.ts";
import { wallClock } from "../../src/engine/clock.ts";
import { createProcessor, type ReconcileReport } from "../../src/engine/process.ts";
import { Interrupted, type ReconcileRequest, type ReconcileResult } from "../../src/engine/reconcile.ts";
import {
  LostTarget,
  NotFound,
  NotVisibleYet,
  PlaceNotFound,
  RateLimited,
  StaleFacts,
  Throttled,
  Unavailable,
} from "../../src/github/errors.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { observeAll } from "../../src/store/observations.ts";
import { keepListed, putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import type { Claim } from "../../src/store/work-items.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, appWith, automation, githubWith } from "./places.ts";

const claim: Claim = {
  token: 1,
  installationId: 1,
  repositoryId: 10,
  automation: "release-pr",
  target: "all",
  attempts: 2,
  priority: "webhook" as const,
  generation: 1,
  waited: 0,
};
const NOTHING = { off: false, facts: {}, plan: [], loaded: {} } as unknown as ReconcileResult;
const later = new Date(Date.now() + 3_600_000);

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
    await acmeShop(store);
  });

  function carrier(look: (request: ReconcileRequest) => Promise<ReconcileResult>, changes: Partial<Automation> = {}) {
    const reports: ReconcileReport[] = [];
    const seen: string[] = [];
    const carry = createProcessor({
      store,
      app: appWith({ "GET /app/installations/{installation_id}": { permissions: { contents: "read" } } }, async () =>
        githubWith({}),
      ),
      automations: [automation("release-pr", changes)],
      clock: wallClock,
      webUrl: "https://github.com",
      onboarding: true,
      onReconcile: (report) => reports.push(report),
      onReconciled: async () => void seen.push("looked"),
      onUnknownRepository: async () => void seen.push("stranger"),
      lag: 1,
      writeInterval: 0,
      reconcileOnce: look,
    });
    const next = (changes: Partial<Claim> = {}) => carry({ ...claim, ...changes }, async () => "kept");
    return { carry: next, reports, seen };
  }

  test("a look gets the repository by its present name, and leaves an answer", async () => {
    await putRepository(store.db, { installationId: 1, id: 10, owner: "zed", name: "store", archived: false });
    const { carry, reports, seen } = carrier(async ({ repository, github }) => {
      expect(repository).toMatchObject({ id: 10, owner: "zed", name: "store" });
      Object.assign(github.requests, { rest: github.requests.rest + 1 });
      return NOTHING;
    });
    expect(await carry()).toMatchObject({ succeeded: true, attempts: 0, error: null });
    expect(reports).toMatchObject([{ outcome: "unchanged", requests: { rest: 1 } }]);
    expect(seen).toEqual(["looked"]);
  });

  test.each([
    [
      "archived",
      () => putRepository(store.db, { installationId: 1, id: 10, owner: "acme", name: "shop", archived: true }),
    ],
    ["suspended", () => putInstallation(store.db, { id: 1, account: "acme", suspended: true, permissions: null })],
    ["gone", () => clear(store)],
  ])("what is %s is left alone", async (_name, arrange) => {
    await arrange();
    const { carry, reports } = carrier(async () => {
      throw new Error("it was looked at");
    });
    expect(await carry()).toMatchObject({ succeeded: true });
    expect(reports).toMatchObject([{ outcome: "left alone" }]);
  });

  test.each([
    ["what the registry says", { contents: "read", issues: "write" }, { contents: "read", issues: "write" }],
    ["what GitHub says, where the registry knows nothing", null, { contents: "read" }],
  ])("a look hears what is granted: %s", async (_name, permissions, granted) => {
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions });
    const { carry } = carrier(async (request) => {
      expect(request.granted).toEqual(granted);
      return NOTHING;
    });
    expect(await carry()).toMatchObject({ succeeded: true });
  });

  test("a target of another version is told and done with", async () => {
    const { carry, reports } = carrier(
      async () => {
        throw new Error("it was looked at");
      },
      { targets: targetCodec({ all: null }) },
    );
    expect(await carry({ target: "everything/1" })).toMatchObject({ succeeded: true, error: null });
    expect(reports).toMatchObject([{ outcome: "unknown target", error: null }]);
  });

  test("without its permissions an automation is off", async () => {
    const { carry, reports, seen } = carrier(async () => NOTHING, { permissions: { contents: "write" } });
    expect(await carry()).toMatchObject({ succeeded: true });
    expect(reports).toMatchObject([{ outcome: "no permission" }]);
    expect(seen).toEqual([]);
  });

  test("where its section is absent an automation is done with, and nothing asks for it again", async () => {
    const { carry, reports } = carrier(async () => ({ ...NOTHING, off: true, again: later }));
    expect(await carry()).toMatchObject({ succeeded: true, error: null, againAt: null });
    expect(reports).toMatchObject([{ outcome: "off", writes: 0 }]);
  });

  test("a rate limit puts the look off, and the installation's other looks with it", async () => {
    let looks = 0;
    const { carry, reports } = carrier(async () => {
      looks += 1;
      throw new RateLimited("x", 403, "slow down", later);
    });
    expect(await carry()).toMatchObject({ succeeded: false, attempts: 2, retryAt: later });
    expect(await carry()).toMatchObject({ succeeded: false, attempts: 2, retryAt: later });
    expect(looks).toBe(1);
    expect(reports.map((report) => report.outcome)).toEqual(["rate limited", "rate limited"]);
  });

  test("a limit that another look met stops this one before its next request", async () => {
    const met = Promise.withResolvers<void>();
    let looks = 0;
    let asked = false;
    const { carry } = carrier(async ({ github }) => {
      looks += 1;
      if (looks > 1) throw new RateLimited("x", 403, "slow down", later);
      await met.promise;
      await github.rest("GET /repos/{owner}/{repo}", { owner: "acme", repo: "shop" });
      asked = true;
      return NOTHING;
    });
    const first = carry();
    while (looks === 0) await new Promise((done) => setImmediate(done));
    await carry();
    met.resolve();
    expect(await first).toMatchObject({ succeeded: false, retryAt: later });
    expect(asked).toBe(false);
  });

  test("without room for another creation this look alone is put off, and its writes are told", async () => {
    let room = 2;
    const { carry, reports, seen } = carrier(async ({ github, writing }) => {
      for (; room > 0; room -= 1) {
        await writing?.reserve?.({ creation: true, bulk: true, answers: false });
        Object.assign(github.requests, { writes: github.requests.writes + 1 });
      }
      if (reports.length === 0) throw new Throttled({ retryAt: later });
      return NOTHING;
    });
    expect(await carry()).toMatchObject({ succeeded: false, attempts: 2, retryAt: later, error: null });
    expect(seen).toEqual([]);
    expect(await carry()).toMatchObject({ succeeded: true });
    expect(reports).toMatchObject([
      { outcome: "throttled", writes: 2 },
      { outcome: "unchanged", writes: 0 },
    ]);
    const { times } = await store.db.selectFrom("content_budgets").select("times").executeTakeFirstOrThrow();
    expect(times).toHaveLength(2);
  });

  test("bulk work leaves room for people, and both are told when there is some again", async () => {
    const made = { bulk: 0, others: 0 };
    const { carry } = carrier(async ({ writing }) => {
      const spend = async (bulk: boolean) => {
        await writing?.reserve?.({ creation: true, bulk, answers: false });
        made[bulk ? "bulk" : "others"] += 1;
      };
      const refusal = await (async () => {
        for (;;) await spend(true);
      })().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Throttled);
      for (;;) await spend(false);
    });
    const now = Date.now();
    const ending = await carry();
    expect(made).toEqual({ bulk: 60, others: 20 });
    expect(ending?.retryAt?.getTime()).toBeGreaterThanOrEqual(now + 60_000);
  });

  test("a look recalls what its own repository and automation remember", async () => {
    const place = { installationId: 1, repositoryId: 10, automation: "release-pr" };
    await observeAll(store.db, [
      { ...place, key: "deleted/1" },
      { ...place, automation: "config", key: "deleted/2" },
    ]);
    let recalled: readonly string[] | undefined;
    const { carry } = carrier(async ({ memory }) => {
      recalled = await memory?.keys("deleted/");
      return NOTHING;
    });
    await carry();
    expect(recalled).toEqual(["deleted/1"]);
  });

  test("a throttled plan continues where it stopped, without reading GitHub again, unless somebody asked meanwhile", async () => {
    let read = 0;
    let resumed = 0;
    const { carry, reports, seen } = carrier(async () => {
      read += 1;
      throw new Interrupted(new Throttled({ seconds: 1 }), async () => {
        resumed += 1;
        if (resumed < 3) throw new Interrupted(new Throttled({ seconds: 1 }), () => Promise.reject(new Error("old")));
        return NOTHING;
      });
    });
    expect(await carry()).toMatchObject({ succeeded: false, attempts: 2, seconds: 1, retryAt: null });
    expect(await carry()).toMatchObject({ succeeded: false, seconds: 1 });
    expect([read, resumed]).toEqual([1, 1]);
    expect(await carry({ generation: 2 })).toMatchObject({ succeeded: false });
    expect(read).toBe(2);
    expect(seen).toEqual([]);
    expect(reports.map(({ outcome }) => outcome)).toEqual(["throttled", "throttled", "throttled"]);
  });

  test("what was refused just now is told by the next one; what lists do not show yet is seen again", async () => {
    const applied = { written: 1, refused: [{}], again: null } as unknown as ReconcileResult["applied"];
    const refusing = carrier(async () => ({ ...NOTHING, applied }));
    expect(await refusing.carry()).toMatchObject({ succeeded: false, attempts: 3, seconds: 0, error: null });
    const lagging = carrier(async () => ({ ...NOTHING, applied: { written: 0, refused: [], again: 5 } }));
    expect(await lagging.carry()).toMatchObject({ succeeded: false, attempts: 2, seconds: 5 });
    expect(lagging.reports).toMatchObject([{ outcome: "to be seen again" }]);
  });

  test("what is not visible yet costs no try", async () => {
    const { carry } = carrier(async () => {
      throw new NotVisibleYet("comment 5", 2);
    });
    expect(await carry()).toMatchObject({ succeeded: false, attempts: 2, seconds: 2, error: null });
  });

  test("a target that asks to be reconciled again is, unless what it found must be looked at before", async () => {
    const again = new Date("2026-11-23T00:00:00Z");
    expect(await carrier(async () => ({ ...NOTHING, again })).carry()).toMatchObject({
      succeeded: true,
      againAt: again,
    });
    const applied = { written: 0, refused: [], again: 5 };
    expect(await carrier(async () => ({ ...NOTHING, again, applied })).carry()).toMatchObject({
      succeeded: false,
      seconds: 5,
      againAt: null,
    });
  });

  test("without an optional permission an automation is on", async () => {
    const { carry, seen } = carrier(async () => NOTHING, { optional: { organization_projects: "write" } });
    expect(await carry()).toMatchObject({ succeeded: true });
    expect(seen).toEqual(["looked"]);
  });

  test("facts that changed are looked at again at once", async () => {
    let looks = 0;
    const { carry } = carrier(async () => {
      looks += 1;
      if (looks < 4) throw new StaleFacts("the body");
      return NOTHING;
    });
    expect(await carry()).toMatchObject({ succeeded: true });
    expect(looks).toBe(4);
  });

  test("facts that never hold still are a failure in the end", async () => {
    const { carry } = carrier(async () => {
      throw new StaleFacts("the body");
    });
    expect(await carry()).toMatchObject({ succeeded: false, attempts: 3 });
  });

  test("whoever lost the target writes nothing down", async () => {
    const { carry, reports } = carrier(async () => {
      throw new LostTarget();
    });
    expect(await carry()).toBeNull();
    expect(reports).toMatchObject([{ outcome: "lost" }]);
  });

  test("a failure is tried again; what GitHub does not know makes the books be checked", async () => {
    const failing = carrier(async () => {
      throw new Unavailable("x", 502, "Bad Gateway");
    });
    expect(await failing.carry()).toMatchObject({
      succeeded: false,
      attempts: 3,
      error: "Unavailable: x: 502 Bad Gateway",
    });
    expect(failing.seen).toEqual([]);
    const missing = carrier(async () => {
      throw new PlaceNotFound("x", 404, "Not Found");
    });
    expect(await missing.carry()).toMatchObject({ succeeded: false, attempts: 3 });
    expect(missing.seen).toEqual(["stranger"]);
    // It is in another installation: that one has the work.
    await putInstallation(store.db, { id: 2, account: "globex", suspended: false, permissions: null });
    await putRepository(store.db, { installationId: 2, id: 10, owner: "globex", name: "shop", archived: false });
    expect(await missing.carry(), "it is in both, as far as the lists show").toMatchObject({ succeeded: false });
    await keepListed(store.db, 1, [], new Date());
    expect(await missing.carry()).toMatchObject({ succeeded: true, error: null });
    expect(missing.reports.at(-1)).toMatchObject({ outcome: "left alone" });
    await keepListed(store.db, 2, [], new Date());
    expect(await missing.carry(), "it is in none").toMatchObject({ succeeded: false });
    // One comment that is gone says nothing about the repository.
    const within = carrier(async () => {
      throw new NotFound("x", 404, "Not Found");
    });
    expect(await within.carry()).toMatchObject({ succeeded: false, attempts: 3 });
    expect(within.seen).toEqual([]);
  });
});
