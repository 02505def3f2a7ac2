import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import { syncInstallations } from "../../src/engine/sync.ts";
import { NotFound } from "../../src/github/errors.ts";
import { listInstallations, putInstallation } from "../../src/store/installations.ts";
import { listRepositories, meetRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, appWith, automation, githubWith } from "./places.ts";

const repo = (id: number, full: string, archived = false) => {
  const [login, name] = full.split("/");
  return { id, name, owner: { login }, archived };
};
const install = (id: number, login: string, changes: object = {}) => ({
  id,
  account: { login },
  suspended_at: null,
  permissions: { contents: "read" },
  ...changes,
});

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  let queue: Queue;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
    queue = createQueue(store, { settle: 0, lease: 60, onError: console.error });
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

  function sync(installations: object[], repositories: Readonly<Record<number, object[] | Error>>, allowed?: string[]) {
    const app = appWith({ "GET /app/installations": installations }, async (id) => {
      const there = repositories[id];
      if (there === undefined || there instanceof Error) throw there ?? new NotFound("token", 404, "Not Found");
      const github = githubWith({ "GET /installation/repositories": { repositories: there } });
      return { github, permissions: { contents: "read" } };
    });
    const allowedOwners = allowed === undefined ? null : new Set(allowed);
    return syncInstallations({ store, queue, app, automations: [automation("config")], allowedOwners });
  }
  const looks = async () => (await queue.take(50)).map((claim) => claim.repositoryId).sort();

  test("what is as it was is left alone", async () => {
    await sync([install(1, "acme")], { 1: [repo(10, "acme/shop")] });
    expect(await looks()).toEqual([]);
  });

  test("who is new is looked at whole, who is gone is forgotten", async () => {
    await putInstallation(store.db, { id: 2, account: "gone", suspended: false, permissions: null });
    await meetRepositories(store.db, [{ installationId: 1, id: 11, owner: "acme", name: "away" }]);
    await sync([install(1, "acme"), install(3, "zed")], {
      1: [repo(10, "acme/store"), repo(12, "acme/new"), repo(13, "acme/museum", true)],
      3: [repo(30, "zed/one")],
    });
    expect((await listInstallations(store.db)).map((one) => one.account)).toEqual(["acme", "zed"]);
    expect((await listRepositories(store.db, 1)).map((one) => one.name)).toEqual(["store", "new", "museum"]);
    expect(await looks()).toEqual([12, 30]);
  });

  test("permissions that were granted meanwhile make everything be looked at", async () => {
    const permissions = { contents: "read", checks: "write" };
    await sync([install(1, "acme", { permissions })], { 1: [repo(10, "acme/shop")] });
    expect(await listInstallations(store.db)).toMatchObject([{ permissions }]);
    expect(await looks()).toEqual([10]);
  });

  test("a suspended installation keeps its books and is not asked", async () => {
    await sync([install(1, "acme", { suspended_at: "2026-11-20T00:00:00Z" })], {});
    expect(await listInstallations(store.db)).toMatchObject([{ suspended: true }]);
    expect(await listRepositories(store.db, 1)).toHaveLength(1);
    expect(await looks()).toEqual([]);
  });

  test("an owner who may not install it has no rows", async () => {
    await sync([install(1, "acme"), install(3, "Zed")], { 3: [repo(30, "Zed/one")] }, ["zed"]);
    expect((await listInstallations(store.db)).map((one) => one.account)).toEqual(["Zed"]);
  });

  test("an installation that vanishes between two answers is forgotten", async () => {
    await sync([install(1, "acme")], {});
    expect(await listInstallations(store.db)).toEqual([]);
  });
});
