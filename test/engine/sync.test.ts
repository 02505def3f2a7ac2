import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import { syncInstallations, syncRepositories } from "../../src/engine/sync.ts";
import { NotFound, Unavailable } from "../../src/github/errors.ts";
import { findDefaultBranches } from "../../src/store/default-branches.ts";
import { listInstallations } from "../../src/store/installations.ts";
import { listRepositories, upsertRepositories } from "../../src/store/repositories.ts";
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

  let now = new Date("2026-11-20T01:00:00Z");
  const hoursLater = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
  };

  /** `there`: the installations that GitHub finds by their id; default those that it lists. Not `listed`: number 1 alone. */
  function sync(
    installations: { readonly id: number }[],
    repositories: Readonly<Record<number, object[] | Error>>,
    {
      allowed,
      listed = true,
      there = installations.map(({ id }) => id),
    }: { allowed?: string[]; listed?: boolean; there?: number[] | Error } = {},
  ) {
    const byId = ({ installation_id: id }: { installation_id: number }) => {
      if (there instanceof Error) throw there;
      if (!there.includes(id)) throw new NotFound("installation", 404, "Not Found");
      return { data: { id }, headers: {} };
    };
    const asApp = { "GET /app/installations": installations, "GET /app/installations/{installation_id}": byId };
    const app = appWith(asApp, async (id) => {
      const list = repositories[id];
      if (list === undefined) throw new NotFound("token", 404, "Not Found");
      const github = githubWith({
        "GET /installation/repositories": list instanceof Error ? list : { repositories: list },
      });
      return github;
    });
    const allowedOwners = allowed === undefined ? null : new Set(allowed);
    const automations = [automation("config")];
    const options = { store, queue, app, automations, allowedOwners, now: () => now };
    return listed ? syncInstallations(options) : syncRepositories(options, 1);
  }
  const accounts = async () => (await listInstallations(store.db)).map((one) => one.account);
  const names = async () => (await listRepositories(store.db, 1)).map((one) => one.name);
  const looks = async () => (await queue.take(50)).claims.map((claim) => claim.repositoryId).sort();

  test("what is as it was is left alone", async () => {
    await sync([install(1, "acme")], { 1: [repo(10, "acme/shop")] });
    expect(await looks()).toEqual([]);
  });

  test("who is new is looked at whole, and who is renamed is followed", async () => {
    await sync([install(1, "acme"), install(3, "zed")], {
      1: [repo(10, "acme/store"), repo(12, "acme/new"), repo(13, "acme/museum", true)],
      3: [repo(30, "zed/one")],
    });
    expect(await accounts()).toEqual(["acme", "zed"]);
    expect(await names()).toEqual(["store", "new", "museum"]);
    expect(await looks()).toEqual([12, 30]);
  });

  test("an installation on an enterprise, which has no repositories, is not kept", async () => {
    const enterprise = install(5, "", { account: { id: 9, slug: "acme-inc", name: "Acme Inc." } });
    await sync([install(1, "acme"), enterprise, install(6, "", { account: null })], { 1: [repo(10, "acme/shop")] });
    expect(await accounts()).toEqual(["acme"]);
  });

  test("a repository that a list does not show is kept for a day, and known again where one shows it", async () => {
    await upsertRepositories(store.db, [{ installationId: 1, id: 11, owner: "acme", name: "away" }]);
    const away = () => sync([install(1, "acme")], { 1: [repo(10, "acme/shop")] });
    await away();
    hoursLater(23);
    await away();
    expect(await names()).toEqual(["shop", "away"]);
    await sync([install(1, "acme")], { 1: [repo(10, "acme/shop"), repo(11, "acme/away")] });
    hoursLater(2);
    await away();
    expect(await names()).toEqual(["shop", "away"]);
    hoursLater(24);
    await away();
    expect(await names()).toEqual(["shop"]);
  });

  test("permissions that were granted meanwhile make everything be looked at", async () => {
    const permissions = { contents: "read", checks: "write" };
    await sync([install(1, "acme", { permissions })], { 1: [repo(10, "acme/shop")] });
    expect(await listInstallations(store.db)).toMatchObject([{ permissions }]);
    expect(await looks()).toEqual([10]);
  });

  test("what a repository that comes back was read from counts as changed, because no webhook came from it", async () => {
    const shop = { id: 10, name: "shop", owner: { login: "acme" } };
    const heard = async () => (await findDefaultBranches(store.db, 1, ["acme/shop"])).get("acme/shop")?.version;
    await sync([install(1, "acme")], { 1: [{ ...shop, archived: true }] });
    const before = await heard();
    await sync([install(1, "acme")], { 1: [{ ...shop, archived: true }] });
    expect(await heard()).toBe(before);
    await sync([install(1, "acme")], { 1: [{ ...shop, archived: false }] });
    expect(await heard()).not.toBe(before);
  });

  test("a suspended installation keeps its books and is not asked", async () => {
    await sync([install(1, "acme", { suspended_at: "2026-11-20T00:00:00Z" })], {});
    expect(await listInstallations(store.db)).toMatchObject([{ suspended: true }]);
    expect(await listRepositories(store.db, 1)).toHaveLength(1);
    expect(await looks()).toEqual([]);
  });

  test("an owner who may not install it has no rows", async () => {
    await sync([install(1, "acme"), install(3, "Zed")], { 3: [repo(30, "Zed/one")] }, { allowed: ["zed"] });
    expect((await listInstallations(store.db)).map((one) => one.account)).toEqual(["Zed"]);
  });

  test.each<[string, Parameters<typeof sync>]>([
    ["the list", [[], {}, { there: [] }]],
    ["the request for a token", [[], {}, { there: [], listed: false }]],
  ])("an installation that %s does not know is removed once GitHub has said so for a day", async (_name, given) => {
    await sync(...given);
    hoursLater(23);
    await sync(...given);
    expect(await names()).toEqual(["shop"]);
    hoursLater(1);
    await sync(...given);
    expect(await accounts()).toEqual([]);
  });

  test.each<[string, Parameters<typeof sync>]>([
    ["a list that lags", [[], {}, { there: [1] }]],
    ["a token that is refused by a proxy", [[install(1, "acme")], {}]],
    ["repositories that are not found", [[install(1, "acme")], { 1: new NotFound("repositories", 404, "Not Found") }]],
  ])("%s removes nothing, however long, while GitHub knows the installation", async (_name, given) => {
    for (let day = 0; day < 4; day++) {
      await sync(...given);
      hoursLater(24);
    }
    expect(await accounts()).toEqual(["acme"]);
    expect(await names()).toEqual(["shop"]);
  });

  test("a day in which GitHub finds it once starts over, and a failure says nothing", async () => {
    await sync([], {}, { there: [] });
    hoursLater(20);
    await sync([], {}, { there: [1] });
    hoursLater(20);
    await sync([], {}, { there: [] });
    hoursLater(20);
    await expect(sync([], {}, { there: new Unavailable("installation", 502, "Bad Gateway") })).rejects.toThrow("502");
    await sync([], {}, { there: [] });
    expect(await accounts()).toEqual(["acme"]);
  });
});
