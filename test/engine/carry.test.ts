import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Automation } from "../../src/automations/automation.ts";
import { createCarry, type LookReport } from "../../src/engine/carry.ts";
import { wallClock } from "../../src/engine/clock.ts";
import type { LookRequest, LookResult } from "../../src/engine/look.ts";
import { LostTarget } from "../../src/github/apply/index.ts";
import { NotFound, Paced, RateLimited, StaleFacts, Unavailable } from "../../src/github/errors.ts";
import { putInstallation } from "../../src/store/installations.ts";
import type { Claim } from "../../src/store/looks.ts";
import { rememberAll } from "../../src/store/memories.ts";
import { putRepository } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, appWith, automation, githubWith } from "./places.ts";

const claim: Claim = {
  id: 1,
  jobId: "job",
  installationId: 1,
  repositoryId: 10,
  automation: "release-pr",
  target: "all",
  attempts: 2,
  nightly: false,
  waited: 0,
};
const NOTHING = { off: false, facts: {}, plan: [], loaded: {} } as unknown as LookResult;
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

  function carrier(look: (request: LookRequest) => Promise<LookResult>, changes: Partial<Automation> = {}) {
    const reports: LookReport[] = [];
    const seen: string[] = [];
    const carry = createCarry({
      store,
      app: appWith({}, async () => ({ github: githubWith({}), permissions: { contents: "read" } })),
      automations: [automation("release-pr", changes)],
      clock: wallClock,
      webUrl: "https://github.com",
      onLook: (report) => reports.push(report),
      onLooked: async () => void seen.push("looked"),
      onStranger: async () => void seen.push("stranger"),
      onUnpermitted: async () => void seen.push("unpermitted"),
      look,
    });
    return { carry: () => carry(claim, async () => "kept"), reports, seen };
  }

  test("a look gets the repository by its present name, and leaves an answer", async () => {
    await putRepository(store.db, { installationId: 1, id: 10, owner: "zed", name: "store", archived: false });
    const { carry, reports, seen } = carrier(async ({ repository }) => {
      expect(repository).toMatchObject({ id: 10, owner: "zed", name: "store" });
      return NOTHING;
    });
    expect(await carry()).toMatchObject({ answered: true, attempts: 0, error: null });
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
    expect(await carry()).toMatchObject({ answered: true });
    expect(reports).toMatchObject([{ outcome: "left alone" }]);
  });

  test("without its permissions an automation is off, and that is told", async () => {
    const { carry, reports, seen } = carrier(async () => NOTHING, { permissions: { contents: "write" } });
    expect(await carry()).toMatchObject({ answered: true });
    expect(reports).toMatchObject([{ outcome: "no permission" }]);
    expect(seen).toEqual(["unpermitted"]);
  });

  test("a rate limit puts the look off, and the installation's other looks with it", async () => {
    let looks = 0;
    const { carry, reports } = carrier(async () => {
      looks += 1;
      throw new RateLimited("x", 403, "slow down", later);
    });
    expect(await carry()).toMatchObject({ answered: false, attempts: 2, retryAt: later });
    expect(await carry()).toMatchObject({ answered: false, attempts: 2, retryAt: later });
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
    expect(await first).toMatchObject({ answered: false, retryAt: later });
    expect(asked).toBe(false);
  });

  test("without room for another creation this look alone is put off, and its writes are told", async () => {
    let room = 2;
    const { carry, reports, seen } = carrier(async ({ github, writing }) => {
      for (; room > 0; room -= 1) {
        await writing?.spend?.({ bulk: true });
        Object.assign(github.requests, { writes: github.requests.writes + 1 });
      }
      if (reports.length === 0) throw new Paced(later);
      return NOTHING;
    });
    expect(await carry()).toMatchObject({ answered: false, attempts: 2, retryAt: later, error: null });
    expect(seen).toEqual([]);
    expect(await carry()).toMatchObject({ answered: true });
    expect(reports).toMatchObject([
      { outcome: "paced", writes: 2 },
      { outcome: "unchanged", writes: 0 },
    ]);
    const { times } = await store.db.selectFrom("creations").select("times").executeTakeFirstOrThrow();
    expect(times).toHaveLength(2);
  });

  test("bulk work leaves room for people, and both are told when there is some again", async () => {
    const made = { bulk: 0, others: 0 };
    const { carry } = carrier(async ({ writing }) => {
      const spend = async (bulk: boolean) => {
        await writing?.spend?.({ bulk });
        made[bulk ? "bulk" : "others"] += 1;
      };
      const refusal = await (async () => {
        for (;;) await spend(true);
      })().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Paced);
      for (;;) await spend(false);
    });
    const now = Date.now();
    const ending = await carry();
    expect(made).toEqual({ bulk: 60, others: 20 });
    expect(ending?.retryAt?.getTime()).toBeGreaterThanOrEqual(now + 60_000);
  });

  test("a look recalls what its own repository and automation remember", async () => {
    const place = { installationId: 1, repositoryId: 10, automation: "release-pr" };
    await rememberAll(store.db, [
      { ...place, key: "deleted/1" },
      { ...place, automation: "config", key: "deleted/2" },
    ]);
    let recalled: readonly string[] | undefined;
    const { carry } = carrier(async ({ memory }) => {
      recalled = await memory?.recall("deleted/");
      return NOTHING;
    });
    await carry();
    expect(recalled).toEqual(["deleted/1"]);
  });

  test("without an optional permission an automation is on", async () => {
    const { carry, seen } = carrier(async () => NOTHING, { optional: { organization_projects: "write" } });
    expect(await carry()).toMatchObject({ answered: true });
    expect(seen).toEqual(["looked"]);
  });

  test("facts that changed are looked at again at once", async () => {
    let looks = 0;
    const { carry } = carrier(async () => {
      looks += 1;
      if (looks < 4) throw new StaleFacts("the body");
      return NOTHING;
    });
    expect(await carry()).toMatchObject({ answered: true });
    expect(looks).toBe(4);
  });

  test("facts that never hold still are a failure in the end", async () => {
    const { carry } = carrier(async () => {
      throw new StaleFacts("the body");
    });
    expect(await carry()).toMatchObject({ answered: false, attempts: 3 });
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
      answered: false,
      attempts: 3,
      error: "Unavailable: x: 502 Bad Gateway",
    });
    expect(failing.seen).toEqual([]);
    const missing = carrier(async () => {
      throw new NotFound("x", 404, "Not Found");
    });
    expect(await missing.carry()).toMatchObject({ answered: false, attempts: 3 });
    expect(missing.seen).toEqual(["stranger"]);
  });
});
