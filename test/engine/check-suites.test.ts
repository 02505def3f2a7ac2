import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAutoSuiteSwitch } from "../../src/engine/check-suites.ts";
import { Forbidden, RateLimited, Unavailable } from "../../src/github/errors.ts";
import { putInstallation } from "../../src/store/installations.ts";
import { putRepository, upsertRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { appWith, githubWith } from "./places.ts";

const ROUTE = "PATCH /repos/{owner}/{repo}/check-suites/preferences";
const NOW = new Date("2026-11-20T01:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

// docs.github.com: "Update repository preferences for check suites"; what it wants, admin or checks: write, is unproven.
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
    const permissions = { checks: "write" };
    await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions });
    await putInstallation(store.db, { id: 2, account: "zoo", suspended: false, permissions: { checks: "read" } });
    await upsertRepositories(store.db, [
      { installationId: 1, id: 10, owner: "acme", name: "shop" },
      { installationId: 1, id: 11, owner: "acme", name: "blog" },
      { installationId: 2, id: 20, owner: "zoo", name: "cage" },
    ]);
    await putRepository(store.db, { installationId: 1, id: 12, owner: "acme", name: "old", archived: true });
  });

  function switchWith(answer: (repo: string) => unknown, allowed: readonly string[] | null = null) {
    const asked: object[] = [];
    const github = githubWith({
      [ROUTE]: async (parameters: { repo: string }) => {
        asked.push(parameters);
        const given = answer(parameters.repo);
        if (given instanceof Error) throw given;
        return { data: {}, headers: {} };
      },
    });
    const app = appWith({}, async () => github);
    const allowedOwners = allowed === null ? null : new Set(allowed);
    return { asked, run: createAutoSuiteSwitch({ store, app, writeInterval: 0, allowedOwners }) };
  }

  test("each repository whose checks it may write is asked once, also by another process", async () => {
    const { asked, run } = switchWith(() => null);
    for (const minute of [0, 1, 2, 3]) await run(later(minute));
    const auto_trigger_checks = [{ app_id: 7, setting: false }];
    expect(asked).toEqual([
      { owner: "acme", repo: "shop", auto_trigger_checks },
      { owner: "acme", repo: "blog", auto_trigger_checks },
    ]);
    const again = switchWith(() => null);
    await again.run(later(4));
    expect(again.asked).toEqual([]);
  });

  test("where GitHub refuses, it was asked once and is left", async () => {
    const { asked, run } = switchWith(() => new Forbidden(ROUTE, 403, "Resource not accessible by integration"));
    for (const minute of [0, 1, 2, 30, 600]) await run(later(minute));
    expect(asked).toHaveLength(2);
  });

  test.each([
    ["a limit", new RateLimited(ROUTE, 403, "later", later(20)), 20],
    ["an outage", new Unavailable(ROUTE, 502, "no"), 1],
  ])("%s is no answer: the installation rests", async (_, error, minutes) => {
    const { asked, run } = switchWith(() => error);
    await run(NOW);
    await run(later(minutes - 0.5));
    expect(asked).toHaveLength(1);
    await run(later(minutes + 0.5));
    expect(asked.map((one) => (one as { repo: string }).repo)).toEqual(["shop", "blog"]);
  });

  test("who is not served is left alone", async () => {
    const { asked, run } = switchWith(() => null, ["zoo"]);
    await run(NOW);
    expect(asked).toEqual([]);
  });
});
